package io.omnicommerce.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.GeoPoint;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import java.time.Duration;
import java.util.List;

/**
 * Stock that another system counts - a till, a warehouse, a partner - and what can honestly be said
 * of it. Thread-safe; correct under any number of processes.
 */
public interface StockFeedService {

  /** Another feed counts the location. Facts: location, feed, given. */
  ErrorCode OTHER_FEED = ErrorCode.of("inventory.other_feed");

  /** What is told lies in the future: a clock is wrong. Facts: field, given. */
  ErrorCode CLOCK_AHEAD = ErrorCode.of("inventory.clock_ahead");

  /** Too much was booked since a count was true. Facts: sku, location, at, max. */
  ErrorCode COUNT_TOO_OLD = ErrorCode.of("inventory.count_too_old");

  /** How far the clock of a feed may be ahead of ours. */
  Duration CLOCK_SKEW_MAX = Duration.ofMinutes(5);

  /** The most bookings on a shelf after which a count that is older than they is still booked. */
  int BOOKINGS_SINCE_MAX = 10_000;

  /**
   * Says how far what a feed tells of a location is believed as it grows old, replacing what was
   * said of the location. A location has one feed.
   */
  void believe(CallContext context, FeedPolicy policy);

  /**
   * Books what a feed tells. Of each SKU the count of the latest sequence counts, whatever comes
   * when: what was sold after it is taken off it, and what was sold before it is in it. What we
   * have booked ourselves on that shelf after the instant of the count - goods that were received,
   * have left, were moved, adjusted or transferred - stands: on hand is the count and all of that.
   * A shelf that we have counted ourselves after it, with another result than was known, stays as
   * it is. A sale counts once, by its id. Counts and sales are facts and may leave the location
   * oversold, which is told. Messages may repeat, overtake each other and be late.
   *
   * <p>Each count and each sale is a decision of its own; what cannot be booked is told in {@link
   * FeedResult#refused} and keeps nothing else from being booked: {@code catalog.unknown_sku},
   * {@code catalog.invalid_bundle}, {@link #COUNT_TOO_OLD} beyond {@link #BOOKINGS_SINCE_MAX} or
   * where the journal since the count is archived, {@code idempotency.mismatch} for a sale whose id
   * has come with other goods. What follows is wrong with a whole message, which books nothing.
   *
   * @throws io.omnicommerce.common.InvalidInputException {@link #CLOCK_AHEAD} if the message or a
   *     sale lies more than {@link #CLOCK_SKEW_MAX} ahead; {@code input.malformed} if it counts a
   *     SKU twice
   * @throws io.omnicommerce.common.RefusedException {@link #OTHER_FEED} if another feed was named
   *     for the location by {@link #believe}
   * @throws io.omnicommerce.common.LimitExceededException {@code inventory.limit_exceeded} beyond
   *     {@link InventoryService#LINES_MAX} counts or sales
   */
  FeedResult apply(CallContext context, FeedMessage message);

  /**
   * What can be said of a SKU at each location of the context's channel, the preferred ones first.
   * A location of which the last news are old says "at least", then "call the store".
   */
  List<StockStatement> statements(CallContext context, Sku sku);

  /**
   * The locations of the context's channel where customers come that have a SKU, or of which nobody
   * knows, the nearest first. Locations that are not found on the map are not among them.
   *
   * @param limit 1 to 100
   */
  List<StockStatement> nearest(CallContext context, Sku sku, GeoPoint from, int limit);

  /**
   * Compares figures of another system with ours and explains what differs; changes nothing.
   *
   * @param theirs what is on hand there by their books
   */
  List<StockDrift> reconcile(CallContext context, LocationId location, List<SkuQuantity> theirs);

  /**
   * Books the compensations of drifts at one location, as {@link InventoryService#adjust} does.
   *
   * @param key the caller's name for it, one of the tenant
   */
  void compensate(CallContext context, IdempotencyKey key, List<StockDrift> drifts);
}
