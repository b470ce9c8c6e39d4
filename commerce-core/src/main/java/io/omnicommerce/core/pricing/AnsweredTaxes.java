package io.omnicommerce.core.pricing;

import io.omnicommerce.common.Facts;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.tax.Taxes;
import io.omnicommerce.tax.ExternalTaxes;
import io.omnicommerce.tax.TaxLine;
import io.omnicommerce.tax.spi.TaxItem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a tax service has answered, for the amounts that it was asked about and no others. */
record AnsweredTaxes(List<List<TaxLine>> lines) implements Taxes {

  static AnsweredTaxes of(ExternalTaxes answer, List<TaxItem> items) {
    List<List<TaxLine>> lines = new ArrayList<>(items.size());
    for (TaxItem item : items) {
      lines.add(taxes(answer, item));
    }
    return new AnsweredTaxes(lines);
  }

  @Override
  public List<TaxLine> of(int place) {
    return lines.get(place);
  }

  @Override
  public long added(int place) {
    return sum(place, false);
  }

  @Override
  public long included(int place) {
    return sum(place, true);
  }

  private long sum(int place, boolean included) {
    long sum = 0;
    for (TaxLine tax : lines.get(place)) {
      sum = tax.included() == included ? Sums.plus(sum, tax.tax().minor()) : sum;
    }
    return sum;
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
