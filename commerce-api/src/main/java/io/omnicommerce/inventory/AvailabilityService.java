package io.omnicommerce.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what may be promised, and on which terms. What a channel may take is the least of its
 * bounds: what is on the shelf less safety stock, less what is left for walk-in customers, and no
 * more than the channel's allotment. The same bounds are asked of every reservation, cart and
 * checkout, so what is shown is what can be had. Thread-safe; correct under any number of
 * processes.
 *
 * <p>Terms are set with {@link InventoryService#MANAGE}, count from now on, and never take back
 * what was reserved before.
 */
public interface AvailabilityService {

  /** Only a store has walk-in customers. Facts: location, kind. */
  ErrorCode NOT_A_STORE = ErrorCode.of("inventory.not_a_store");

  /** There is no such delivery. */
  ErrorCode UNKNOWN_INBOUND = ErrorCode.of("inventory.unknown_inbound");

  /** The most SKUs that one call may ask about at many locations, and the most lines of a plan. */
  int SKUS_MAX = 1_000;

  /**
   * Bounds what a channel may take of a SKU in all: "web at most 6". What the channel takes counts
   * from the first allotment on, released reservations and cancelled orders do not; raising the
   * bound by as much allots as much more.
   *
   * @throws io.omnicommerce.common.NotFoundException {@code channel.unknown_channel}
   */
  void allot(CallContext context, ChannelId channel, Sku sku, Quantity max);

  /** Ends the bound of a channel for a SKU; what it takes is counted still. */
  void allotFreely(CallContext context, ChannelId channel, Sku sku);

  /** What a channel was allotted of a SKU; empty if it never was. */
  Optional<Allotment> allotment(CallContext context, ChannelId channel, Sku sku);

  /**
   * Leaves so much of a SKU on the shelf of a store to its walk-in customers: channels that are not
   * of the kind {@link io.omnicommerce.channel.Channel.Kind#STORE} never take the last ones. Safety
   * stock and this are two bounds of one shelf, of which the higher counts; they do not add up.
   *
   * @throws io.omnicommerce.common.RefusedException {@code inventory.not_a_store}; {@code
   *     catalog.invalid_bundle} for a bundle, whose components lie on the shelf
   */
  void protect(CallContext context, LocationId store, Sku sku, Quantity left);

  /**
   * As {@link #protect(CallContext, LocationId, Sku, Quantity)}, for every SKU of the store that
   * has no protection of its own.
   *
   * @param left in whole units of measure
   */
  void protect(CallContext context, LocationId store, Quantity left);

  /**
   * Lets so much of a SKU be promised at a location beyond what is there. What is promised so is
   * held on an account of its own, cannot be shipped, and moves to the shelf when goods arrive,
   * first come, first served: those whose order is placed or whose reservation is confirmed, in the
   * order in which it was promised to them, of whichever delivery. What nobody waits for goes on
   * the shelf. Carts and checkouts take of it what no place can serve whole.
   *
   * @throws io.omnicommerce.common.RefusedException {@code catalog.invalid_bundle} for a bundle:
   *     its components can be backordered by themselves
   */
  void backorder(CallContext context, LocationId location, Sku sku, Quantity max);

  /** Lets any quantity of a SKU be promised at a location, whatever is there. */
  void backorderFreely(CallContext context, LocationId location, Sku sku);

  /**
   * Tells of a delivery that is expected, replacing what was told of it: what of it may be promised
   * before it is there, by reservations, and by carts and checkouts that no place can serve whole.
   * That counts until something else is told, overdue or not: the library does not know whether the
   * goods are late or are not coming. {@link #expect} the delivery again with a later instant, or
   * with nothing, or {@linkplain InventoryService#receive(CallContext,
   * io.omnicommerce.common.IdempotencyKey, InboundId, List) receive} it under its name, which
   * lowers what may be promised of it.
   *
   * @throws io.omnicommerce.common.RefusedException {@code catalog.invalid_bundle} for a bundle:
   *     its components come
   * @throws io.omnicommerce.common.LimitExceededException {@code inventory.limit_exceeded} beyond
   *     {@link #SKUS_MAX} lines
   * @throws io.omnicommerce.common.InvalidInputException {@code input.malformed} for a SKU on two
   *     lines: what comes later is a delivery of its own
   */
  void expect(CallContext context, Inbound inbound);

  /** A delivery that is expected; empty if nobody told of it. */
  Optional<Inbound> inbound(CallContext context, InboundId id);

  /**
   * What the context's channel may promise to have by an instant (ATP): what is on its shelves and
   * what is expected there until then, what is overdue included. Backorders promise no time and do
   * not count.
   */
  Quantity availableToPromise(CallContext context, Sku sku, Instant by);

  /** What the context's channel may promise of some SKUs now, backorders and all. */
  Map<Sku, SellableStock> sellable(CallContext context, Collection<Sku> skus);

  /**
   * From where goods would come: over all locations of the context's channel, in the order that the
   * market's convention {@code allocation} says; what is on hand first, then what is expected, the
   * soonest first, then what may be backordered. Under {@code partial_allocation} = forbid a line
   * that cannot be had whole takes nothing. Two lines of one SKU never take the same goods.
   *
   * @throws io.omnicommerce.common.LimitExceededException {@code inventory.limit_exceeded} beyond
   *     {@link #SKUS_MAX} lines
   */
  SupplyPlan plan(CallContext context, List<SkuQuantity> lines);

  /**
   * How much of a SKU may come on top of what somebody has already.
   *
   * @param has what is in the cart
   * @param more what is to be added
   */
  Addable addable(CallContext context, Sku sku, Quantity has, Quantity more);
}
