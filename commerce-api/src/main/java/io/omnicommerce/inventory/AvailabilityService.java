package io.omnicommerce.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
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
   * @throws io.omnicommerce.common.RefusedException {@code inventory.not_a_store}
   */
  void protect(CallContext context, LocationId store, Sku sku, Quantity left);

  /**
   * As {@link #protect(CallContext, LocationId, Sku, Quantity)}, for every SKU of the store that
   * has no protection of its own.
   *
   * @param left in whole units of measure
   */
  void protect(CallContext context, LocationId store, Quantity left);
}
