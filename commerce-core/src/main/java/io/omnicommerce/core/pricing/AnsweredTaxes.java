package io.omnicommerce.core.pricing;

import io.omnicommerce.common.Facts;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.tax.ExternalTaxes;
import io.omnicommerce.tax.TaxLine;
import io.omnicommerce.tax.spi.TaxItem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a tax service has answered, for the amounts that it was asked about and no others. */
final class AnsweredTaxes {

  private AnsweredTaxes() {}

  static List<List<TaxLine>> of(ExternalTaxes answer, List<TaxItem> items) {
    List<List<TaxLine>> taxes = new ArrayList<>(items.size());
    for (TaxItem item : items) {
      taxes.add(taxes(answer, item));
    }
    return taxes;
  }

  private static List<TaxLine> taxes(ExternalTaxes answer, TaxItem item) {
    ExternalTaxes.@Nullable Item taxed = answer.items().get(item.id());
    if (taxed == null || !taxed.amount().equals(item.amount())) {
      throw new RefusedException(
          ExternalTaxes.OUTDATED,
          "The tax service's answer "
              + answer.reference()
              + " is not about "
              + item.id()
              + " at "
              + item.amount()
              + ". Ask it again.",
          Facts.of("line", item.id(), "amount", item.amount()));
    }
    return taxed.taxes();
  }
}
