package io.omnicommerce.inventory;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import java.util.List;
import java.util.Optional;

/**
 * Moves goods between locations. While they are on their way they stand on an account of the
 * transfer, are counted once, and can be sold nowhere. Everything here needs {@link
 * InventoryService#MANAGE}. Thread-safe; correct under any number of processes.
 */
public interface TransferService {

  /** There is no such transfer. */
  ErrorCode UNKNOWN_TRANSFER = ErrorCode.of("inventory.unknown_transfer");

  /** The transfer does not stand where this could be done. Facts: transfer, status. */
  ErrorCode TRANSFER_STATE = ErrorCode.of("inventory.transfer_state");

  /** More has arrived than is on its way. Facts: sku, wanted, available. */
  ErrorCode NOT_IN_TRANSIT = ErrorCode.of("inventory.not_in_transit");

  /**
   * Sets goods aside for a transfer; all or nothing. A repeat answers as the first time.
   *
   * @throws io.omnicommerce.common.RefusedException {@code inventory.out_of_stock}
   * @throws io.omnicommerce.common.IdempotencyMismatchException if the id was used for another one
   */
  Transfer plan(
      CallContext context, TransferId id, LocationId from, LocationId to, List<SkuQuantity> lines);

  /**
   * The goods of a transfer have left, whole. A repeat changes nothing.
   *
   * @throws io.omnicommerce.common.RefusedException {@code inventory.transfer_state}
   */
  Transfer ship(CallContext context, TransferId id);

  /**
   * As {@link #ship(CallContext, TransferId)}, but only so much of them; the rest does not go, and
   * can be sold again where it lies.
   *
   * @throws io.omnicommerce.common.RefusedException {@code inventory.transfer_state}; {@code
   *     inventory.not_reserved} for more than was planned, or a SKU that was not
   * @throws io.omnicommerce.common.InvalidInputException {@code quantity.invalid} if nothing has
   *     left
   */
  Transfer ship(CallContext context, TransferId id, List<SkuQuantity> shipped);

  /**
   * Goods of a transfer have arrived, or are given up; in any number of parts. What was sent for an
   * order is set aside for it where it arrives and is never on the open shelf, as far as the order
   * still wants it; the rest can be sold there. What can no longer arrive is missing from the
   * order, which says so: its line can be sourced again, or cancelled. The parts of a bundle count
   * as arrived together: tell of them in one call.
   *
   * @param key the caller's name for the arrival, one of the tenant
   * @throws io.omnicommerce.common.RefusedException {@code inventory.not_in_transit}, {@code
   *     inventory.transfer_state}
   */
  Transfer receive(
      CallContext context, IdempotencyKey key, TransferId id, List<TransferArrival> arrived);

  /**
   * Calls a transfer off before anything has left. A repeat changes nothing.
   *
   * @throws io.omnicommerce.common.RefusedException {@code inventory.transfer_state}
   */
  Transfer cancel(CallContext context, TransferId id);

  /** A transfer; empty if there is none. */
  Optional<Transfer> find(CallContext context, TransferId id);

  /** The transfers that are planned for, or on their way to, a location, in the order of ids. */
  List<Transfer> expectedAt(CallContext context, LocationId location);
}
