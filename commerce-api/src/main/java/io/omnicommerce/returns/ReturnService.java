package io.omnicommerce.returns;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Permission;
import io.omnicommerce.inventory.Disposition;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.payment.Tender;
import java.util.List;

/**
 * Returns. Whoever may see an order may announce one; receiving and refunding need a permission.
 * Thread-safe; the same units are never returned twice and the same money never refunded twice,
 * whichever channels try at once.
 */
public interface ReturnService {

  /** To open returns for others, and to receive goods. */
  Permission RECEIVE = Permission.of("return.receive");

  /** To give money back. */
  Permission REFUND = Permission.of("return.refund");

  /** There is no such return for this caller. */
  ErrorCode NOT_FOUND = ErrorCode.of("return.not_found");

  /** There is no order that this could be a return of. */
  ErrorCode ORIGINAL_UNKNOWN = ErrorCode.of("return.original_unknown");

  /** More was to be returned than was shipped and has not come back. Facts: line, returnable. */
  ErrorCode QUANTITY_EXCEEDED = ErrorCode.of("return.quantity_exceeded");

  /** The return's state does not allow the step. Facts: from, action, allowed. */
  ErrorCode ILLEGAL_TRANSITION = ErrorCode.of("return.illegal_transition");

  /** More was to be given back than was captured and not refunded yet. Facts: remaining. */
  ErrorCode AMOUNT_EXCEEDED = ErrorCode.of("return.amount_exceeded");

  /** The gateway has refused to give money back. Facts: payment, amount. */
  ErrorCode REFUND_DECLINED = ErrorCode.of("return.refund_declined");

  /** More lines were listed than a call may have. Facts: limit, max. */
  ErrorCode LIMIT_EXCEEDED = ErrorCode.of("return.limit_exceeded");

  /** The most lines one call may list. */
  int LINES_MAX = 2_000;

  /** The RMA's number is taken by another return. */
  ErrorCode ID_TAKEN = ErrorCode.of("return.id_taken");

  /**
   * The return as it is now.
   *
   * @throws io.omnicommerce.common.NotFoundException if there is none, or its order is not the
   *     caller's to see
   */
  Rma get(CallContext context, RmaId id);

  /** The returns of an order, in the order of their ids. */
  List<Rma> ofOrder(CallContext context, OrderId order);

  /**
   * Announces a return. A repeat with the same number and content answers as the first time.
   *
   * @param id the number that the customer brings
   * @param lines what comes back; a line named twice is added up
   * @throws io.omnicommerce.common.NotFoundException {@code return.original_unknown} if there is no
   *     such order, or it is not the caller's to see
   * @throws io.omnicommerce.common.RefusedException {@code return.quantity_exceeded}; units
   *     announced elsewhere still count as with the customer, whoever receives them first has them;
   *     {@code return.id_taken}
   */
  Rma open(CallContext context, RmaId id, OrderId order, List<ReturnLine> lines);

  /**
   * What would be given back if these units were received now, by the {@link
   * io.omnicommerce.channel.Convention#RETURN_DISCOUNT} of the market when they were bought, and if
   * all of the order is paid.
   */
  Money preview(CallContext context, OrderId order, List<ReturnLine> lines);

  /**
   * Receives the announced goods at a location, any location, whatever channel announced them: they
   * go to stock there, and what is to be given back is fixed. A repeat changes nothing.
   *
   * @throws io.omnicommerce.common.RefusedException {@code return.quantity_exceeded} if others have
   *     returned the units meanwhile, {@code return.illegal_transition}
   */
  Rma receive(CallContext context, RmaId id, LocationId location, Disposition disposition);

  /**
   * Gives the money for received goods back to the order's payments: what was paid by gift card to
   * the card, before or after the others as {@link io.omnicommerce.channel.Convention#REFUND_ORDER}
   * of the market said when they were bought, of the others the last captured first. Asks the
   * gateway outside of any transaction; the same key answers as the first time. Whoever asks, with
   * whatever key, asks for the same money: it is given back once, and a call after that is answered
   * with {@link RefundOutcome.Refunded} as well.
   *
   * <p>Never more than was collected beyond what is due for what the customer keeps: what the order
   * comes to and nobody has paid is withheld, the order's history says so, and so much less may be
   * captured from now on. The {@link RefundOutcome.Refunded#amount} is what went back.
   *
   * <p>Of what was authorized and never captured nothing was paid, so nothing is given back: {@code
   * return.amount_exceeded} with nothing remaining.
   */
  RefundOutcome refund(CallContext context, RmaId id, IdempotencyKey key);

  /**
   * As {@link #refund(CallContext, RmaId, IdempotencyKey)}, all of it to what was paid in one way:
   * for a clerk who is about to hand out cash. Refused with {@code payment.tender_not_allowed} if
   * less was paid so, or some of it has gone back otherwise.
   */
  RefundOutcome refundBy(CallContext context, RmaId id, Tender.Kind tender, IdempotencyKey key);

  /** Calls a return off before its goods came. */
  Rma cancel(CallContext context, RmaId id);

  /**
   * Gives money back without goods: goodwill, a discount granted later, the delivery charge. Never
   * more than was captured and not refunded. The same key answers as the first time. It stands in
   * the order's history.
   *
   * @param amount above zero
   * @param reason why, in words
   * @return what was given back
   * @throws io.omnicommerce.common.RefusedException {@code return.amount_exceeded}, {@code
   *     return.refund_declined}; {@code payment.in_progress} if the gateway has not said how it
   *     ended, or how something else ended that is under way at a payment: ask again with the same
   *     key
   */
  Money refundGoodwill(
      CallContext context, OrderId order, Money amount, String reason, IdempotencyKey key);
}
