package io.omnicommerce.cart;

import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.pricing.LineId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * Prices promised for a while. A lock holds for the lines as they were when it was given: changing,
 * adding or removing a line gives up the lock of every line of its SKU, since a price can depend on
 * how much of the SKU is in the cart.
 *
 * @param until when the promise ends
 */
public record PriceLock(Map<LineId, UnitPrice> prices, Instant until) {

  public PriceLock {
    prices = Map.copyOf(Objects.requireNonNull(prices, "prices"));
    Objects.requireNonNull(until, "until");
  }

  /** This lock without a line's price. */
  public PriceLock without(LineId line) {
    Objects.requireNonNull(line, "line");
    Map<LineId, UnitPrice> fewer = new java.util.HashMap<>(prices);
    fewer.remove(line);
    return new PriceLock(fewer, until);
  }
}
