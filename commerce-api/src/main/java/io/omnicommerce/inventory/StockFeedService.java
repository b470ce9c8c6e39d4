package io.omnicommerce.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.GeoPoint;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import java.util.List;

/**
 * Stock that another system counts - a till, a warehouse, a partner - and what can honestly be said
 * of it. Thread-safe; correct under any number of processes.
 */
public interface StockFeedService {

  /**
   * Says how far what a feed tells of a location is believed as it grows old, replacing what was
   * said of the location. A location has one feed.
   */
  void believe(CallContext context, FeedPolicy policy);

  /**
   * Books what a feed tells. Of each SKU the count of the latest sequence counts, whatever comes
   * when: what was sold after it is taken off it, and what was sold before it is in it. A sale
   * counts once, by its id. Counts and sales are facts and may leave the location oversold, which
   * is told. Messages may repeat, overtake each other and be late.
   *
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
   * The locations of the context's channel that have a SKU, or of which nobody knows, the nearest
   * first. Locations that are not found on the map are not among them.
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
