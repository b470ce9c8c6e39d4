package io.omnicommerce.inventory;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LocationId;
import java.time.Duration;
import java.util.Objects;

/**
 * How far what a system tells of a location is believed as it grows old. What is kept back of each
 * SKU grows by {@code step} pieces with each {@code every} beyond {@code freshFor}, up to {@code
 * max}; it is one bound beside safety stock and walk-in protection, of which the highest counts. A
 * channel of the kind store, which sees its shelf, is not bound by it.
 *
 * @param freshFor how long it counts as exact
 * @param every how long it takes to keep back one step more
 * @param step how many pieces more are kept back each time
 * @param max how many are kept back at the most
 * @param staleAfter from when on nothing is known any more
 * @param whenStale what becomes of sales then
 */
public record FeedPolicy(
    FeedId feed,
    LocationId location,
    Duration freshFor,
    Duration every,
    long step,
    long max,
    Duration staleAfter,
    WhenStale whenStale) {

  /** What becomes of sales from a location of which nothing is known any more. */
  public enum WhenStale {
    /** They go on, with the most kept back. */
    SELL_WITH_BUFFER,
    /** Nothing is sold from there. */
    STOP_SELLING
  }

  public FeedPolicy {
    Objects.requireNonNull(feed, "feed");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(freshFor, "freshFor");
    Objects.requireNonNull(every, "every");
    Objects.requireNonNull(staleAfter, "staleAfter");
    Objects.requireNonNull(whenStale, "whenStale");
    if (freshFor.isNegative()
        || every.compareTo(Duration.ofSeconds(1)) < 0
        || staleAfter.compareTo(freshFor) < 0
        || step < 0
        || max < 0
        || max > 1_000_000_000) {
      throw new InvalidInputException(
          InvalidInputException.OUT_OF_RANGE,
          "policy",
          freshFor + ", " + every + ", " + staleAfter,
          "must have 0 <= freshFor <= staleAfter, a second or more in every, and no step or max"
              + " below 0");
    }
  }

  /**
   * Exact until nothing is known any more, and then nothing is sold from there.
   *
   * @param staleAfter how long it counts as exact
   */
  public static FeedPolicy of(FeedId feed, LocationId location, Duration staleAfter) {
    Objects.requireNonNull(staleAfter, "staleAfter");
    return new FeedPolicy(
        feed,
        location,
        staleAfter,
        Duration.ofMinutes(1),
        0,
        0,
        staleAfter,
        WhenStale.STOP_SELLING);
  }

  /**
   * The same, keeping more back as it grows old.
   *
   * @param freshFor how long it counts as exact
   */
  public FeedPolicy withBuffer(Duration freshFor, Duration every, long step, long max) {
    return new FeedPolicy(feed, location, freshFor, every, step, max, staleAfter, whenStale);
  }

  /** The same, with something else that becomes of sales when nothing is known any more. */
  public FeedPolicy withWhenStale(WhenStale with) {
    return new FeedPolicy(feed, location, freshFor, every, step, max, staleAfter, with);
  }
}
