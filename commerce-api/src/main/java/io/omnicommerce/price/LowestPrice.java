package io.omnicommerce.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.money.UnitPrice;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * The prior price that the EU asks to be shown with a reduction: the lowest at which the SKU was
 * offered to the same buyer in the same place within 30 days before the reduction began (Article 6a
 * of Directive 98/6/EC, "Omnibus").
 *
 * @param price the lowest price in that time, other reductions included
 * @param reducedSince when the reduction began; one that follows another without a break belongs to
 *     it
 */
public record LowestPrice(Sku sku, UnitPrice price, Instant reducedSince) {

  /** How long before a reduction is looked at: 30 days of 24 hours. */
  public static final Duration PERIOD = Duration.ofDays(30);

  public LowestPrice {
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(price, "price");
    Objects.requireNonNull(reducedSince, "reducedSince");
  }
}
