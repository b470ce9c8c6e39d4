package io.omnicommerce.examples.scenarios.prices;

import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.examples.scenarios.cases.Named;
import io.omnicommerce.examples.scenarios.cases.Terms;
import io.omnicommerce.price.PriceConditions;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import java.util.Currency;
import java.util.Map;

/** What a case says of a price list; it may hold prices in several currencies. */
record ListTerms(
    String id, PriceList.Kind kind, PriceConditions conditions, int priority, TimeWindow window) {

  private static final String SALE = "sale";

  private static final Named<PriceList.Kind> KINDS =
      new Named<>(
          "type of price list",
          Map.of(
              SALE,
              PriceList.Kind.SALE,
              "override",
              PriceList.Kind.OVERRIDE,
              "base",
              PriceList.Kind.BASE));

  /** What prices stand in that name no list. */
  static final ListTerms BASE =
      new ListTerms("(base)", PriceList.Kind.BASE, PriceConditions.NONE, 0, TimeWindow.ALWAYS);

  static ListTerms read(Fields fields) {
    ListTerms terms =
        new ListTerms(
            fields.text("id"),
            KINDS.get(fields.textOr("type", SALE)),
            Conditions.read(fields),
            fields.findWhole("priority").orElse(0),
            Terms.window(fields, "starts_at", "ends_at"));
    fields.allRead();
    return terms;
  }

  PriceListId id(Currency currency) {
    return PriceListId.of(id + ' ' + currency);
  }

  PriceList list(Currency currency) {
    return PriceList.base(id(currency), currency)
        .withKind(kind)
        .withConditions(conditions)
        .withPriority(priority)
        .withWindow(window);
  }
}
