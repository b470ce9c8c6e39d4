package io.omnicommerce.fulfillment;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Permission;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.inventory.SkuQuantity;
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

  /** Goods of it are promised and have not arrived yet. Facts: line, there. */
  ErrorCode NOT_ARRIVED = ErrorCode.of("fulfillment.not_arrived");

  /** Of a bundle it must be said which components are missing. Facts: line, sku. */
  ErrorCode COMPONENTS_UNNAMED = ErrorCode.of("fulfillment.components_unnamed");

  /** The code is wrong. */
  ErrorCode CODE_INVALID = ErrorCode.of("fulfillment.code_invalid");

  /** It waits at another location than the one of the call. Facts: location. */
  ErrorCode WRONG_LOCATION = ErrorCode.of("fulfillment.wrong_location");

  /** The customer has named no such deputy; told to who presents its code. */
  ErrorCode NOT_DEPUTY = ErrorCode.of("fulfillment.not_deputy");

  /** There is no such parcel. Facts: shipment. */
  ErrorCode UNKNOWN_SHIPMENT = ErrorCode.of("fulfillment.unknown_shipment");

  /** What is to be noted as done was not due. Facts: kind, number. */
  ErrorCode NOT_DUE = ErrorCode.of("fulfillment.not_due");

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
   * The work of a location: its jobs that have not ended, in the order of their ids.
   *
   * @throws io.omnicommerce.common.ForbiddenException without {@link #WORK}
   */
  Page<Fulfillment> openAt(CallContext context, LocationId location, PageRequest page);

  /**
   * Notes that the goods of a job were taken off the shelves; those of a pickup once all of them
   * are there. A repeat changes nothing.
   *
   * @throws io.omnicommerce.common.RefusedException {@code fulfillment.illegal_transition}, {@code
   *     fulfillment.order_not_confirmed}, {@code fulfillment.not_arrived}
   */
  Fulfillment pick(CallContext context, FulfillmentId id);

  /** Notes that the goods of a job are packed; otherwise as {@link #pick}. */
  Fulfillment pack(CallContext context, FulfillmentId id);

  /**
   * Says that some of a line is not there. The job loses it, the order's line is open without goods
   * for it, and the shelf's count is corrected by it: a fact, which may leave the shelf oversold.
   * What becomes of the line is the host's decision: {@link #sourceAgain}, or a cancellation of
   * this part. A job of which nothing is left ends as cancelled.
   *
   * @param missing above zero
   * @param reason in words
   * @throws io.omnicommerce.common.RefusedException {@code fulfillment.illegal_transition} once it
   *     is ready or has ended, {@code fulfillment.order_not_confirmed}, {@code
   *     fulfillment.quantity_exceeded}, {@code fulfillment.not_arrived}; {@code
   *     fulfillment.components_unnamed} for a bundle, of which not everything need be missing
   */
  Fulfillment shortPick(
      CallContext context,
      FulfillmentId id,
      LineId line,
      Quantity missing,
      String reason,
      IdempotencyKey key);

  /**
   * As {@link #shortPick(CallContext, FulfillmentId, LineId, Quantity, String, IdempotencyKey)}, of
   * a bundle: the order's line loses whole bundles, and of the components only those that are named
   * are booked as gone. The others lie where they are and can be sold.
   *
   * @param missing how many bundles cannot be put together
   * @param gone which components are not there, each once and above zero, and no more of one than
   *     so many bundles take
   * @throws io.omnicommerce.common.InvalidInputException {@code input.empty} if nothing is gone,
   *     {@code input.malformed} for what the line does not consist of
   * @throws io.omnicommerce.common.RefusedException as without components, and {@code
   *     fulfillment.quantity_exceeded} if more of a component is gone than that
   */
  Fulfillment shortPick(
      CallContext context,
      FulfillmentId id,
      LineId line,
      Quantity missing,
      List<SkuQuantity> gone,
      String reason,
      IdempotencyKey key);

  /**
   * Gives goods again to what is open of an order and has none, by the sourcing of the order's
   * channel, and makes jobs for them. What cannot be had remains without goods: all of it, unless
   * the market's convention {@code partial_allocation} allows some. A pickup is sourced where it is
   * picked up, and from elsewhere if that place is served by transfers.
   *
   * <p>The jobs are new ones, also where the order has another at the same location: each has a
   * code and a deputy of its own. Of an order that its origin ships nothing is taken.
   *
   * @return the new jobs; none, if nothing can be had
   * @throws io.omnicommerce.common.ForbiddenException without {@link #WORK}
   */
  List<Fulfillment> sourceAgain(CallContext context, OrderId order, IdempotencyKey key);

  /**
   * Books goods out with a carrier; several shipments may empty a job. The same key answers as the
   * first time.
   *
   * <p>The goods of a job {@linkplain Fulfillment#to that sends them to a store} do not leave the
   * house: each shipment is a transfer, in transit, named by the job's id, a hyphen and the
   * shipment's number. They stay held for the order, at the store is a job that waits for them, and
   * {@link io.omnicommerce.inventory.TransferService#receive} says when they have arrived.
   *
   * @param quantities what leaves of each line, each above zero
   * @throws io.omnicommerce.common.RefusedException {@code fulfillment.illegal_transition}, {@code
   *     fulfillment.order_not_confirmed}, {@code fulfillment.quantity_exceeded}, {@code
   *     fulfillment.not_arrived}
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
   *
   * @throws io.omnicommerce.common.RefusedException {@code fulfillment.illegal_transition}, {@code
   *     fulfillment.order_not_confirmed}; {@code fulfillment.not_arrived} while goods of the order
   *     are still to be sent to it, or on their way
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

  /**
   * Hands a pickup over to somebody whom the customer has named; otherwise as {@link #collect}.
   *
   * @param deputy their name; case and blanks around it do not count
   * @throws io.omnicommerce.common.RefusedException also {@code fulfillment.not_deputy}
   */
  Fulfillment collectAsDeputy(CallContext context, FulfillmentId id, String code, String deputy);

  /**
   * Names somebody who may fetch a pickup, instead of whoever was named before. For whose order it
   * is, and for those with {@link #WORK}.
   *
   * @throws io.omnicommerce.common.RefusedException {@code fulfillment.illegal_transition} if it is
   *     no pickup, or has ended
   */
  Fulfillment nameDeputy(CallContext context, FulfillmentId id, String deputy);

  /** Says when the customer means to come; otherwise as {@link #nameDeputy}. */
  Fulfillment chooseSlot(CallContext context, FulfillmentId id, PickupTerms.Slot slot);

  /**
   * Says that the customer is there, and where: at the curb, in a bay. Otherwise as {@link
   * #nameDeputy}.
   */
  Fulfillment arrive(CallContext context, FulfillmentId id, String where);

  /**
   * Notes that a parcel has reached the customer; a repeat changes nothing.
   *
   * @param shipment its number within the job
   * @throws io.omnicommerce.common.RefusedException {@code fulfillment.unknown_shipment}
   */
  Fulfillment delivered(CallContext context, FulfillmentId id, int shipment);

  /**
   * Notes that a parcel did not reach the customer. Goods that come back are received as a return.
   *
   * @throws io.omnicommerce.common.RefusedException {@code fulfillment.unknown_shipment}
   */
  Fulfillment deliveryFailed(
      CallContext context, FulfillmentId id, int shipment, String reason, IdempotencyKey key);

  /**
   * Notes that somebody came for a pickup and nothing was handed over.
   *
   * @throws io.omnicommerce.common.RefusedException {@code fulfillment.illegal_transition} if it is
   *     no pickup, or has ended
   */
  Fulfillment pickupFailed(
      CallContext context, FulfillmentId id, String reason, IdempotencyKey key);

  /**
   * What is due now, by the storage's clock, in the order of the jobs: notices, reminders and
   * releases that nobody has noted as done. It asks only; any number of programs may ask at once,
   * and whoever notes it first has done it. A page may be short, or empty, and still have a next.
   *
   * @throws io.omnicommerce.common.ForbiddenException without {@link #WORK}
   */
  Page<FulfillmentDue> due(CallContext context, PageRequest page);

  /**
   * Notes that something that was due is done, so that it is due no more. The same key answers as
   * the first time; of several with keys of their own one does it, and the others are refused.
   *
   * @param number which, as {@link FulfillmentDue#number} says
   * @throws io.omnicommerce.common.RefusedException {@code fulfillment.not_due}
   */
  Fulfillment done(
      CallContext context,
      FulfillmentId id,
      FulfillmentDue.Kind kind,
      int number,
      IdempotencyKey key);
}
