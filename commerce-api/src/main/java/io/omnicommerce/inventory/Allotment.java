package io.omnicommerce.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.Quantity;
import java.util.Objects;
import java.util.Optional;

/**
 * How much of a SKU a channel may sell in all, whatever is on the shelves.
 *
 * @param max the bound; empty if what the channel takes is counted and not bounded
 * @param taken what the channel has reserved or sold since it was first allotted some
 * @param left what it may still take; zero if it has taken more than the bound of today
 */
public record Allotment(
    ChannelId channel, Sku sku, Optional<Quantity> max, Quantity taken, Optional<Quantity> left) {

  public Allotment {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(max, "max");
    Objects.requireNonNull(taken, "taken");
    Objects.requireNonNull(left, "left");
  }
}
