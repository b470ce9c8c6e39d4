package io.omnicommerce.examples.quickstart;

import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.money.UnitPrice;
import java.util.Optional;

/** Rows that nothing can be made of, and why: mostly in the library's own words. */
final class Impossible {

  private Impossible() {}

  static Optional<RowOutcome> reason(Document document, Row row) {
    try {
      UnitPrice.of(row.price(), Shop.GBP);
      Quantity.of(Math.abs(row.quantity()));
    } catch (CommerceException refused) {
      return Optional.of(RowOutcome.refused(refused));
    }
    if (row.quantity() == 0 || (document.isCancellation() && row.quantity() > 0)) {
      return Optional.of(
          RowOutcome.refused(
              Quantity.INVALID,
              document.isCancellation()
                  ? "a cancellation takes back less than nothing: " + row.quantity()
                  : "quantity must be above or below 0"));
    }
    return Optional.empty();
  }
}
