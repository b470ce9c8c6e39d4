package io.omnicommerce.order;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Permission;
import io.omnicommerce.customer.Email;
import io.omnicommerce.customer.Phone;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.pricing.PricingInputs;
import java.util.List;
import java.util.Optional;

/**
 * Orders: found from anywhere, moved along their flow. A customer or guest sees its own; staff and
 * programs need a permission. What touches more than the order itself (place, cancel) is in the
 * checkout room. Thread-safe.
 */
public interface OrderService {

  /** To see orders of others. */
  Permission VIEW = Permission.of("order.view");

  /** To confirm, hold, release and close orders. */
  Permission MANAGE = Permission.of("order.manage");

  /** To keep notes and tasks of orders. */
  Permission SERVICE = Permission.of("order.service");

  /** To take orders in that were placed elsewhere. */
  Permission IMPORT = Permission.of("order.import");

  /** There is no such order for this caller. */
  ErrorCode NOT_FOUND = ErrorCode.of("order.not_found");

  /** The order is not stopped for this reason. Facts: reason, standing. */
  ErrorCode NOT_HELD = ErrorCode.of("order.not_held");

  /** The parts of an order that was placed elsewhere do not add up. Facts: stated, sum. */
  ErrorCode TOTAL_MISMATCH = ErrorCode.of("order.total_mismatch");

  /** An order that is imported has the id of another order. Facts: order. */
  ErrorCode ID_TAKEN = ErrorCode.of("order.id_taken");

  /** What was agreed cannot be changed so. Facts: what, why. */
  ErrorCode IMMUTABLE = ErrorCode.of("order.immutable");

  /** The caller's version is not the newest. Facts: expected, actual. */
  ErrorCode VERSION_CONFLICT = ErrorCode.of("order.version_conflict");

  /** There are too many holds, notes, tasks or amendments. Facts: limit, max. */
  ErrorCode LIMIT_EXCEEDED = ErrorCode.of("order.limit_exceeded");

  /** An order has no task of this number, or it was done. */
  ErrorCode TASK_NOT_FOUND = ErrorCode.of("order.task_not_found");

  /** The most notes of an order, each of at most 4000 characters. */
  int NOTES_MAX = 500;

  /** An order with so many amendments is amended no more; parts that were cancelled count. */
  int AMENDMENTS_MAX = 200;

  /** The most tasks of an order, open and done. */
  int TASKS_MAX = 100;

  /** The most reasons that stop an order at once. */
  int HOLDS_MAX = 20;

  /** Facts: from, action, allowed. */
  ErrorCode ILLEGAL_TRANSITION = ErrorCode.of("order.illegal_transition");

  /**
   * The order as it is now.
   *
   * @throws io.omnicommerce.common.NotFoundException if there is none, or it is not the caller's
   */
  Order get(CallContext context, OrderId id);

  /**
   * Where an order stands: what was decided, how far it is paid and how far it is fulfilled, all of
   * one instant.
   *
   * @throws io.omnicommerce.common.NotFoundException if there is none, or it is not the caller's
   */
  OrderProgress progress(CallContext context, OrderId id);

  /**
   * The order with this number, if it is the caller's to see; in small or large letters, with or
   * without dashes.
   */
  Optional<Order> findByNumber(CallContext context, OrderNumber number);

  /** The order that was paid with this payment, if it is the caller's to see. */
  Optional<Order> findByPayment(CallContext context, PaymentId payment);

  /** The order with this gateway reference on one of its payments; needs {@link #VIEW}. */
  Optional<Order> findByPaymentReference(CallContext context, String gatewayReference);

  /** The order that was placed elsewhere under a reference, if it is the caller's to see. */
  Optional<Order> findByOrigin(CallContext context, ChannelId channel, String reference);

  /** Orders by the buyer's email; needs {@link #VIEW}. */
  Page<Order> findByEmail(CallContext context, Email email, PageRequest page);

  /** Orders by the buyer's telephone number; needs {@link #VIEW}. */
  Page<Order> findByPhone(CallContext context, Phone phone, PageRequest page);

  /** Orders by a loyalty card; needs {@link #VIEW}. */
  Page<Order> findByCard(CallContext context, String card, PageRequest page);

  /** A customer's orders, for the customer or with {@link #VIEW}. */
  Page<Order> ofCustomer(CallContext context, CustomerId customer, PageRequest page);

  /**
   * What the prices of an order were computed from, as it was when its checkout began; empty for an
   * order that no checkout of this library placed. {@link
   * io.omnicommerce.pricing.PricingService#replay} gives the order's amounts and trace again. Needs
   * {@link #VIEW}, for it holds the terms of promotions.
   *
   * @throws io.omnicommerce.common.NotFoundException if there is no such order
   */
  Optional<PricingInputs> pricedFrom(CallContext context, OrderId id);

  /**
   * What an order costs as a receipt that a clerk can read aloud: its frozen lines under the titles
   * that they had, every amount with its cause. Where the price, computed again from what it was
   * computed from, comes to another total (a rule of the host's own has changed), the text says so.
   *
   * @throws io.omnicommerce.common.NotFoundException if there is none, or it is not the caller's
   */
  String receipt(CallContext context, OrderId id);

  /** Lets an order go ahead. */
  Order confirm(CallContext context, OrderId id);

  /**
   * Stops an order until it is released: a suspicion, a question. As {@link #hold(CallContext,
   * OrderId, HoldReason, String)} with {@link HoldReason#OTHER}.
   */
  Order hold(CallContext context, OrderId id, String reason);

  /**
   * Stops an order for a reason. Several reasons may stand at once: it goes on when the last of
   * them is released.
   *
   * @param note what exactly
   * @throws io.omnicommerce.common.RefusedException {@code order.illegal_transition} if the flow
   *     does not have it, or this reason stands already
   * @throws io.omnicommerce.common.LimitExceededException {@code order.limit_exceeded}
   */
  Order hold(CallContext context, OrderId id, HoldReason reason, String note);

  /** Ends every hold. */
  Order release(CallContext context, OrderId id);

  /**
   * Takes one reason back; the order stays on hold as long as another one stands.
   *
   * @throws io.omnicommerce.common.RefusedException {@code order.not_held} if this reason does not
   *     stand
   */
  Order release(CallContext context, OrderId id, HoldReason reason);

  /**
   * Writes down that all that is open of an order has left from elsewhere: a fact about an order
   * that was imported without taking stock, told by who sent it. It can be closed and returned like
   * any other then. If nothing is open, nothing changes. Needs {@link #MANAGE}.
   *
   * @param from the location that sent it
   * @throws io.omnicommerce.common.RefusedException {@code order.illegal_transition} if its goods
   *     are to leave from here, or it has ended
   * @throws io.omnicommerce.common.NotFoundException {@code order.not_found}, {@code
   *     channel.unknown_location}
   */
  Order shippedElsewhere(CallContext context, OrderId id, LocationId from);

  /** Ends an order of which nothing is open; it can still be returned. */
  Order close(CallContext context, OrderId id);

  /**
   * Everything that happened around an order, oldest first: its history, its payments, jobs and
   * returns, and what was noted. Needs {@link #VIEW}.
   *
   * @throws io.omnicommerce.common.NotFoundException if there is no such order
   */
  List<TimelineEntry> timeline(CallContext context, OrderId id);

  /** The notes and tasks of an order; needs {@link #SERVICE}. */
  OrderFile file(CallContext context, OrderId id);

  /**
   * Notes something about an order; needs {@link #SERVICE}.
   *
   * @throws io.omnicommerce.common.LimitExceededException {@code order.limit_exceeded}
   */
  OrderNote note(CallContext context, OrderId id, String text);

  /**
   * Adds something that is to be done; needs {@link #SERVICE}.
   *
   * @param assignee whose it is, by the host's own name of them
   * @throws io.omnicommerce.common.LimitExceededException {@code order.limit_exceeded}
   */
  OrderTask addTask(CallContext context, OrderId id, String title, Optional<String> assignee);

  /**
   * Gives a task that is open to somebody else, or to nobody; needs {@link #SERVICE}.
   *
   * @throws io.omnicommerce.common.NotFoundException {@code order.task_not_found}
   */
  OrderTask assignTask(CallContext context, OrderId id, int task, Optional<String> assignee);

  /**
   * Says that a task is done; needs {@link #SERVICE}.
   *
   * @throws io.omnicommerce.common.NotFoundException {@code order.task_not_found}, also if it was
   *     done before
   */
  OrderTask completeTask(CallContext context, OrderId id, int task);

  /** The files with tasks that somebody has not done yet; needs {@link #SERVICE}. */
  Page<OrderFile> withTasksOf(CallContext context, String assignee, PageRequest page);
}
