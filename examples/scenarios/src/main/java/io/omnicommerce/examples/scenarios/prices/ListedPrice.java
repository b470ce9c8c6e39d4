package io.omnicommerce.examples.scenarios.prices;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.examples.scenarios.cases.Terms;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceRow;
import java.util.Currency;
import java.util.Optional;

/**
 * A price of a case.
 *
 * @param list the list it stands in, if it names one
 */
record ListedPrice(Sku sku, Optional<String> list, PriceRow row) {

  /** What cases are about that name no article. */
  static final Sku ARTICLE = Sku.of("ARTICLE");

  static ListedPrice read(Fields fields, Currency standard) {
    ListedPrice price =
        new ListedPrice(
            sku(fields), fields.findText("list"), row(fields, currency(fields, standard)));
    fields.allRead();
    return price;
  }

  static Sku sku(Fields fields) {
    return fields.findText("sku").map(Sku::of).orElse(ARTICLE);
  }

  static Currency currency(Fields fields, Currency standard) {
    return fields.findText("currency").map(Terms::currency).orElse(standard);
  }

  private static PriceRow row(Fields fields, Currency currency) {
    PriceRow row =
        PriceRow.of(UnitPrice.of(fields.decimal("amount"), currency))
            .withFrom(quantity(fields, "min_quantity").orElse(Quantity.ZERO))
            .withWindow(Terms.window(fields, "valid_from", "valid_to"))
            .withConditions(Conditions.read(fields));
    PriceRow named = fields.findText("id").map(row::named).orElse(row);
    return quantity(fields, "max_quantity").map(named::withTo).orElse(named);
  }

  static Optional<Quantity> quantity(Fields fields, String name) {
    return fields.findDecimal(name).map(Quantity::of);
  }

  Currency currency() {
    return row.price().currency();
  }
}
