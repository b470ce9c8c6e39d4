package io.omnicommerce.examples.scenarios.cart;

import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.examples.scenarios.cases.Channels;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.tax.TaxArea;
import io.omnicommerce.tax.TaxRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is charged beside goods and delivery, each with a tax category and, if it is taxed, a rate
 * of its own.
 */
record Surcharges(List<Charge> charges, List<TaxRate> rates) {

  static final String KIND = "surcharge";

  static Surcharges read(Fields given, Channels channels) {
    Surcharges all = new Surcharges(new ArrayList<>(), new ArrayList<>());
    given.objects("surcharges").forEach(fields -> all.add(fields, channels));
    return all;
  }

  private void add(Fields fields, Channels channels) {
    String id = KIND + '-' + (charges.size() + 1);
    Optional<TaxRate> rate = rate(fields, id);
    rate.ifPresent(rates::add);
    charges.add(
        new Charge(
            LineId.of(id),
            KIND,
            fields.textOr("label", id),
            channels.money(fields.decimal("amount")),
            rate.map(TaxRate::category).orElse(Article.UNTAXED)));
    fields.allRead();
  }

  private static Optional<TaxRate> rate(Fields fields, String id) {
    boolean included = fields.flagOr("included", false);
    return fields
        .findDecimal("rate")
        .map(
            percent ->
                new TaxRate(id, id, TaxArea.EVERYWHERE, percent, included, TimeWindow.ALWAYS));
  }
}
