package io.omnicommerce.inventory;

import io.omnicommerce.common.LocationId;
import java.time.Instant;
import java.util.Objects;

/**
 * Somebody is to look whether goods really lie on a shelf, and to lay them aside. The goods are
 * reserved meanwhile.
 *
 * @param until when the reservation may expire
 */
public record StockCheck(
    StockCheckId id, LocationId location, SkuQuantity goods, Status status, Instant until) {

  /** How it went. */
  public enum Status {
    /** Nobody has looked yet. */
    OPEN,
    /** They are there and lie aside. */
    FOUND,
    /** They are not there, whatever the books said. */
    NOT_THERE
  }

  public StockCheck {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(goods, "goods");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(until, "until");
  }

  /** What holds the goods: release it when they are sold at the till, or not wanted. */
  public ReservationId reservation() {
    return ReservationId.of("stock-check-" + id);
  }
}
