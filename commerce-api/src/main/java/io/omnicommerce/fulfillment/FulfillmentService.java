package io.omnicommerce.fulfillment;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.Permission;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.pricing.LineId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The work of getting goods out. Each command is one transaction over the job, the order and the
 * stock. Who may see an order may see its jobs; to work on them needs a permission, with which all
 * jobs may be seen. Thread-safe.
 */
public interface FulfillmentService {

  /** To ship, make ready and hand over. */
  Permission WORK = Permission.of("fulfillment.work");

  /** There is no such fulfillment for this caller. */
  ErrorCode NOT_FOUND = ErrorCode.of("fulfillment.not_found");

  /** The job's step, or its kind, does not allow it. Facts: from, action, allowed. */
  ErrorCode ILLEGAL_TRANSITION = ErrorCode.of("fulfillment.illegal_transition");

  /** The order is on hold or not confirmed. Facts: status. */
  ErrorCode ORDER_NOT_CONFIRMED = ErrorCode.of("fulfillment.order_not_confirmed");

  /** More was to leave than is open. Facts: line, open. */
  ErrorCode QUANTITY_EXCEEDED = ErrorCode.of("fulfillment.quantity_exceeded");

  /** The code is wrong. */
  ErrorCode CODE_INVALID = ErrorCode.of("fulfillment.code_invalid");

  /** It waits at another location than the one of the call. Facts: location. */
  ErrorCode WRONG_LOCATION = ErrorCode.of("fulfillment.wrong_location");

  /** It was handed over already; told to who presents its code. Facts: collector, at. */
  ErrorCode ALREADY_COLLECTED = ErrorCode.of("fulfillment.already_collected");

  /**
   * The job as it is now.
   *
   * @throws io.omnicommerce.common.NotFoundException if there is none, or its order is not the
   *     caller's to see
   */
  Fulfillment get(CallContext context, FulfillmentId id);

  /** The jobs of an order, in the order of their ids. */
  List<Fulfillment> ofOrder(CallContext context, OrderId order);

  /**
   * Books goods out with a carrier; several shipments may empty a job. The same key answers as the
   * first time.
   *
   * @param quantities what leaves of each line, each above zero
   * @throws io.omnicommerce.common.RefusedException {@code fulfillment.illegal_transition}, {@code
   *     fulfillment.order_not_confirmed}, {@code fulfillment.quantity_exceeded}
   */
  Fulfillment ship(
      CallContext context,
      FulfillmentId id,
      Map<LineId, Quantity> quantities,
      Optional<String> tracking,
      IdempotencyKey key);

  /** Books out all that is open; otherwise as {@link #ship}. */
  Fulfillment shipAll(
      CallContext context, FulfillmentId id, Optional<String> tracking, IdempotencyKey key);

  /**
   * Makes a pickup ready and gives out the code by which it is collected, which is not given out
   * again.
   */
  PickupCode makeReady(CallContext context, FulfillmentId id);

  /**
   * Hands a pickup over, once. The location of the context must be the job's. The code is checked
   * before anything is told of the pickup.
   *
   * @param code what the collector presents, in small or large letters
   * @param collector who takes it
   * @throws io.omnicommerce.common.RefusedException {@code fulfillment.code_invalid}, {@code
   *     fulfillment.already_collected}, {@code fulfillment.wrong_location}, {@code
   *     fulfillment.illegal_transition}, {@code fulfillment.order_not_confirmed}
   */
  Fulfillment collect(CallContext context, FulfillmentId id, String code, String collector);
}
