package io.omnicommerce.checkout;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Permission;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.fulfillment.FulfillmentId;
import io.omnicommerce.order.ImportedOrder;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.payment.spi.GatewayAnswer;
import io.omnicommerce.pricing.LineId;
import java.time.Duration;
import java.util.Map;

/**
 * Turns carts into orders, and undoes orders. Who may change a cart may check it out. A key names
 * one intent of one subject: repeated with the same content it answers as the first time, with
 * other content it is refused. A refusal by the library's own rules is not kept: a retry with the
 * same key is judged anew. Thread-safe; correct under any number of processes.
 */
public interface CheckoutService {

  /** To cancel orders of others. */
  Permission CANCEL = Permission.of("checkout.cancel");

  /** To change what was agreed, after an order was placed. */
  Permission AMEND = Permission.of("checkout.amend");

  /** To look for attempts that were left unfinished, whosever they are. */
  Permission RECOVER = Permission.of("checkout.recover");

  /** There is no such checkout for this caller. */
  ErrorCode NOT_FOUND = ErrorCode.of("checkout.not_found");

  /** Something is missing that an order needs. Facts: step. */
  ErrorCode MISSING_STEP = ErrorCode.of("checkout.missing_step");

  /**
   * The cart, its prices or its total are not what the caller expects or what was paid. Facts:
   * what.
   */
  ErrorCode CART_CHANGED = ErrorCode.of("checkout.cart_changed");

  /**
   * The order would cost something else, or have other gifts, by the tender's method than by the
   * one that the cart says, or by none if it says none; the customer was shown the latter. Not if
   * the request expects the tender's total. Facts: stated, tender, shown, total.
   */
  ErrorCode PAYMENT_METHOD_CHANGED = ErrorCode.of("checkout.payment_method_changed");

  /** The gateway has said no. Facts: reason. */
  ErrorCode PAYMENT_DECLINED = ErrorCode.of("checkout.payment_declined");

  /**
   * The gateway's answer does not fit what was asked: another amount or currency. What was charged
   * waits for an operator; until then the attempt is unknown. Facts: asked, answered.
   */
  ErrorCode PAYMENT_MISMATCH = ErrorCode.of("checkout.payment_mismatch");

  /** The attempt has ended, or its hold has expired. Facts: status. */
  ErrorCode ENDED = ErrorCode.of("checkout.ended");

  /** The order has left, in part or whole, and can only be returned. */
  ErrorCode NOT_CANCELLABLE = ErrorCode.of("checkout.not_cancellable");

  /**
   * The order is not one of which this can be changed: its status, or what was done for it already,
   * does not let it. Facts: status; where a job stands in the way job, step.
   */
  ErrorCode NOT_CHANGEABLE = ErrorCode.of("checkout.not_changeable");

  /** An amendment is not what was shown of it. Facts: order. */
  ErrorCode PREVIEW_STALE = ErrorCode.of("checkout.preview_stale");

  /** The order's number is taken. */
  ErrorCode NUMBER_TAKEN = ErrorCode.of("checkout.number_taken");

  /** A checkout names more than it can. Facts: limit, max. */
  ErrorCode LIMIT_EXCEEDED = ErrorCode.of("checkout.limit_exceeded");

  /** How long stock is held for a checkout. */
  Duration HOLD_LIFE = Duration.ofMinutes(15);

  /**
   * Prices the cart anew, by the tender's method, holds its stock and what gift cards pay, writes
   * the payment intent for the rest. Asks no gateway, so it may run in the host's transaction.
   * Where a tax service is set up and has not said the taxes of this very cart yet, it is asked
   * before, outside of any transaction; in the host's that is refused with {@code
   * tax.external_call}: see {@code CartService.answerTaxes}. A cart's own reservation passes into
   * the hold. A cart whose last attempt has a payment that may still be charged is refused with
   * {@code payment.in_progress}: resume or abandon that attempt first. A gift card that is not
   * right, or has nothing, is refused with {@code gift_card.invalid} or {@code
   * gift_card.insufficient}; who has tried too many wrong codes with {@code
   * promotion.too_many_attempts}; a gift card for a gift card with {@code
   * payment.tender_not_allowed}.
   *
   * @throws io.omnicommerce.common.NotFoundException if there is no such cart, or it is not the
   *     caller's
   * @throws io.omnicommerce.common.ForbiddenException for cash, without {@link
   *     io.omnicommerce.payment.PaymentService#CAPTURE}
   */
  BeginOutcome begin(CallContext context, CartId cart, CheckoutRequest request, IdempotencyKey key);

  /**
   * Ends an attempt with what the gateway said: an order in one transaction with the payment's
   * result and the events, or nothing at all. Asks nobody outside. Completing again answers as the
   * first time. If an approval cannot become an order any more, what was promised is written down
   * as to be voided: {@code PaymentService.resolve} or {@link #resume} does it.
   *
   * @param answer what the gateway said, as the host has verified it; if there is nothing to ask
   *     it, an approval of the {@linkplain Checkout#rest rest}
   * @throws io.omnicommerce.common.ForbiddenException for cash that was approved, without {@link
   *     io.omnicommerce.payment.PaymentService#CAPTURE}
   */
  CheckoutOutcome complete(CallContext context, CheckoutId id, GatewayAnswer answer);

  /**
   * Ends an attempt of which nothing was paid, and gives everything back. A repeat does nothing.
   *
   * @throws io.omnicommerce.common.RefusedException {@code checkout.ended} if it has become an
   *     order, {@code payment.in_progress} if nobody knows whether it was paid
   */
  Checkout abandon(CallContext context, CheckoutId id);

  /**
   * Begins, asks the gateway, and completes. An earlier attempt at the cart that was left by a
   * crash is resumed first. Cash counts as taken if the caller may take it. On a storage that joins
   * the host's transaction a card is refused with {@code transaction.external_call}.
   */
  CheckoutOutcome place(
      CallContext context, CartId cart, CheckoutRequest request, IdempotencyKey key);

  /**
   * As {@link #place(CallContext, CartId, CheckoutRequest, IdempotencyKey)}, with nothing asked but
   * the tender.
   */
  default CheckoutOutcome place(
      CallContext context, CartId cart, Tender tender, IdempotencyKey key) {
    return place(context, cart, CheckoutRequest.of(tender), key);
  }

  /**
   * Goes on with an attempt that is pending, unknown or was left by a crash: asks the gateway how
   * it ended and completes or abandons it. Of cash nobody but the till knows that it was paid, by
   * completing it or by placing again with the same key: here it counts as not paid.
   */
  CheckoutOutcome resume(CallContext context, CheckoutId id);

  /**
   * The attempts that have neither become an order nor ended, in the order of their ids: a host's
   * scheduler resumes those whose time is over. Needs {@link #RECOVER}; to resume somebody else's,
   * {@link io.omnicommerce.cart.CartService#ASSIST}.
   */
  Page<Checkout> unfinished(CallContext context, PageRequest page);

  /**
   * The attempt as it is now.
   *
   * @throws io.omnicommerce.common.NotFoundException if there is none, or its cart is not the
   *     caller's
   */
  Checkout get(CallContext context, CheckoutId id);

  /**
   * Cancels an order of which nothing has left: its stock is free again, its jobs end, what was
   * authorized is voided and what was captured is refunded, outside of the transaction. If that
   * fails, the order is cancelled nevertheless, its payment is due back, and the same key or {@code
   * PaymentService.resolve} goes on with the money. Cash is handed out now if the caller has {@code
   * ReturnService.REFUND}; otherwise it waits for who has: {@code PaymentService.settle}.
   *
   * @param reason why, in words
   * @throws io.omnicommerce.common.NotFoundException if there is none, or it is neither the
   *     caller's nor does the caller have {@link #CANCEL}
   * @throws io.omnicommerce.common.RefusedException {@code checkout.not_cancellable}, {@code
   *     order.illegal_transition}; {@code transaction.external_call} if money is to be given back
   *     on a storage that joins the host's transaction
   */
  Order cancel(CallContext context, OrderId order, String reason, IdempotencyKey key);

  /**
   * What an order would be and come to if it were amended, under the rules that were frozen with
   * it: what is there keeps its unit price, and the promotions that gave something then give what
   * they give for the order as it would be, whatever has become of them since. What was not priced
   * then is priced now: lines that are added, another delivery, the taxes of another place.
   * Promotions that gave nothing then give nothing now, and uses of coupons stay as they are.
   *
   * <p>An order may go another way: to another address, by another method, as a parcel instead of a
   * pickup or the other way round, or wait at another place. Instructions stay with it where there
   * are no others.
   *
   * <p>What is added, or wanted more or less, is sold as in a cart: in the order's channel, in the
   * SKU's quantities, and never more than its most over all lines. A gift comes and goes with its
   * promotion; what was cancelled of it does not come back with the same gift.
   *
   * <p>Nothing is held or written down. Needs {@link #AMEND}, and to set a price {@link
   * io.omnicommerce.price.PriceService#OVERRIDE}.
   *
   * @throws io.omnicommerce.common.NotFoundException if there is no such order
   * @throws io.omnicommerce.common.VersionConflictException {@code order.version_conflict} if it is
   *     not the order that the caller has seen
   * @throws io.omnicommerce.common.RefusedException {@code order.immutable}: it has ended, its
   *     prices were given from outside, some of it has come back, what has left would be less, or a
   *     line that is named is a gift; {@code catalog.not_sellable}, {@code quantity.invalid} and
   *     {@code cart.limit_exceeded} as in a cart; {@code delivery.not_offered} for a method that is
   *     not offered in the order's channel or does not go there; {@code checkout.not_changeable}
   *     for another method when something has left or is packed, and for a pickup instead of a
   *     parcel, the other way round or elsewhere when something has left or is picked. Also what
   *     stands in the way of a price
   * @throws io.omnicommerce.common.NotFoundException {@code delivery.unknown_method}, {@code
   *     channel.unknown_location}
   * @throws io.omnicommerce.common.LimitExceededException {@code order.limit_exceeded} beyond
   *     {@link io.omnicommerce.order.OrderService#AMENDMENTS_MAX}
   */
  AmendmentPreview previewAmendment(CallContext context, OrderId order, AmendmentRequest request);

  /**
   * Changes what was agreed as it was shown, all of it or nothing: goods that are wanted more are
   * held, what is wanted less is free, jobs follow, new totals are frozen, and what is due or owed
   * is written down as an {@linkplain io.omnicommerce.order.Amendment amendment}. No money moves;
   * what the payments were to capture beyond what is due is waived, and where more is due than
   * before, nothing more may be captured of them. Where the order is to be fetched and was to be
   * sent, the other way round, or is to be fetched elsewhere, all of its goods are chosen anew and
   * held there, those that lay where they were can be sold again, and other jobs begin. By another
   * method there is another promise. The same key again answers with the order as it is. Needs what
   * the preview needs.
   *
   * @param preview the fingerprint of what was shown
   * @throws io.omnicommerce.common.RefusedException {@code checkout.preview_stale} if it would come
   *     to something else; {@code inventory.out_of_stock}; {@code payment.in_progress} if a capture
   *     whose end is not known would take more than is due; and as for the preview
   */
  Order amend(
      CallContext context,
      OrderId order,
      AmendmentRequest request,
      String preview,
      IdempotencyKey key);

  /**
   * Takes an order in that was placed elsewhere: at a marketplace, in a system that this one
   * follows. Its prices, charges and taxes are facts; what is checked is that they add up. From
   * then on it goes through the same flow as any other. The same reference of the same channel
   * again answers with the order as it is now and changes nothing. Needs {@link
   * io.omnicommerce.order.OrderService#IMPORT}.
   *
   * @throws io.omnicommerce.common.RefusedException {@code order.total_mismatch}; {@code
   *     inventory.out_of_stock} if stock is required and not there; {@code checkout.number_taken};
   *     {@code order.id_taken} if another order has its id
   * @throws io.omnicommerce.common.IdempotencyMismatchException if the reference has come in with
   *     other prices, another id or another number
   * @throws io.omnicommerce.common.NotFoundException {@code catalog.unknown_sku}, {@code
   *     delivery.unknown_method}, {@code channel.unknown_channel}
   * @throws io.omnicommerce.common.InvalidInputException {@code input.out_of_range} for a line that
   *     comes to less than nothing
   */
  Order importOrder(CallContext context, ImportedOrder order);

  /**
   * Cancels some of what is open, all of it or nothing: its stock is free again, the jobs that were
   * to send it have less to do, and what it was worth by its frozen prices is written down as an
   * {@linkplain io.omnicommerce.order.Amendment amendment}. The parts of a line add up to the line
   * to the cent, in whatever order they are cancelled or come back. Where everything is cancelled
   * now, the order is, with its charges, as by {@link #cancel(CallContext, OrderId, String,
   * IdempotencyKey)}.
   *
   * <p>Gifts that would not have been given with what remains are cancelled with it, but for what
   * has left of them; where nothing but gifts would remain, all of it is cancelled.
   *
   * <p>In the same decision what the payments may still capture beyond what the order comes to now
   * is waived. What was captured beyond it is written down with the cancellation and refunded
   * behind it, each payment as the market's refund order says. If that fails it stays due: the same
   * key goes on, and so does {@code PaymentService.resolve}. Cash is handed out now if the caller
   * has {@code ReturnService.REFUND}; otherwise it stays due.
   *
   * @param quantities how much of which line, at least one and none of nothing
   * @param reason why, in words
   * @throws io.omnicommerce.common.NotFoundException if there is none, or it is neither the
   *     caller's nor does the caller have {@link #CANCEL}
   * @throws io.omnicommerce.common.RefusedException {@code checkout.not_cancellable} if less is
   *     open of a line (facts: line, open); {@code order.illegal_transition}; {@code
   *     payment.in_progress} if a capture whose end is not known would take more than is due;
   *     {@code promotion.unknown_rule} if gifts hang on a rule that the engine does not have;
   *     {@code transaction.external_call} if money is to be given back on a storage that joins the
   *     host's transaction
   */
  Order cancel(
      CallContext context,
      OrderId order,
      Map<LineId, Quantity> quantities,
      String reason,
      IdempotencyKey key);

  /**
   * Moves a pickup that still waits to another location: its goods are held there and no longer
   * where they were, the job there ends and one begins here, and there is a new promise. Price,
   * method and instructions stay as they are. Whose order it is may ask, and who has {@link
   * io.omnicommerce.fulfillment.FulfillmentService#WORK}. The same key answers as the first time.
   *
   * @throws io.omnicommerce.common.RefusedException {@code checkout.not_changeable} if it is no
   *     pickup, or some of it has left; {@code inventory.out_of_stock} if not all of it can be had
   *     there, and nothing has changed
   * @throws io.omnicommerce.common.NotFoundException {@code channel.unknown_location}
   */
  Order changePickup(CallContext context, OrderId order, LocationId to, IdempotencyKey key);

  /**
   * Takes back a pickup for which nobody came in time: it ends as unclaimed, its goods can be sold
   * again, and its lines are cancelled by so much. If they were all of the order, that is cancelled
   * as by {@link #cancel(CallContext, OrderId, String, IdempotencyKey)}, and its money goes back;
   * otherwise the release is an amendment, and what was captured beyond is refunded, as by a
   * cancellation of a part. The same key answers as the first time; of a release and a handover at
   * once, one happens.
   *
   * @throws io.omnicommerce.common.ForbiddenException without {@link
   *     io.omnicommerce.fulfillment.FulfillmentService#WORK}
   * @throws io.omnicommerce.common.RefusedException {@code fulfillment.not_due} while there is time
   *     to fetch it, {@code fulfillment.illegal_transition} if it has ended
   */
  Order releaseUnclaimed(CallContext context, FulfillmentId id, IdempotencyKey key);
}
