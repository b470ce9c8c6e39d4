package io.omnicommerce.inventory;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Text;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a system tells of a location. It may come twice, late, and after a later one.
 *
 * @param sequence grows with each message of the feed about the location; not below 0
 * @param at when its counts were true, by a clock that goes as ours does
 * @param counts how many lay there then, spoken for or not, each SKU once
 * @param sales what was sold there by the other system
 */
public record FeedMessage(
    FeedId feed,
    LocationId location,
    long sequence,
    Instant at,
    List<SkuQuantity> counts,
    List<Sale> sales) {

  /**
   * Goods that have left over the other system's counter.
   *
   * @param id the other system's name for it, which it has once
   * @param at when they left
   */
  public record Sale(String id, SkuQuantity goods, Instant at) {
    public Sale {
      Text.id(Objects.requireNonNull(id, "id"), "sale");
      Objects.requireNonNull(goods, "goods");
      Objects.requireNonNull(at, "at");
    }
  }

  public FeedMessage {
    Objects.requireNonNull(feed, "feed");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(at, "at");
    if (sequence < 0) {
      throw new InvalidInputException(
          InvalidInputException.OUT_OF_RANGE,
          "sequence",
          Long.toString(sequence),
          "may not be below 0");
    }
    counts = List.copyOf(Objects.requireNonNull(counts, "counts"));
    sales = List.copyOf(Objects.requireNonNull(sales, "sales"));
  }

  /** A message that tells counts and nothing else. */
  public static FeedMessage counts(
      FeedId feed, LocationId location, long sequence, Instant at, List<SkuQuantity> counts) {
    return new FeedMessage(feed, location, sequence, at, counts, List.of());
  }
}
