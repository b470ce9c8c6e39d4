package io.omnicommerce.payment;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.Permission;
import io.omnicommerce.money.Money;
import io.omnicommerce.payment.spi.GatewayAnswer;
import java.time.Duration;

/**
 * Captures, voids and looks after payments. Authorizing is a part of checkout, refunding a part of
 * returns. Each command asks the gateway outside of any transaction, so it is refused with {@code
 * transaction.external_call} on a storage that joins the host's transaction. Thread-safe; correct
 * under any number of processes.
 */
public interface PaymentService {

  /** To see payments. */
  Permission VIEW = Permission.of("payment.view");

  /** To capture and void. */
  Permission CAPTURE = Permission.of("payment.capture");

  /** To say what became of an attempt, where the gateway cannot. */
  Permission SETTLE = Permission.of("payment.settle");

  /** There is no such payment for this caller. */
  ErrorCode NOT_FOUND = ErrorCode.of("payment.not_found");

  /** The payment's state does not allow the step. Facts: from, action, allowed. */
  ErrorCode ILLEGAL_TRANSITION = ErrorCode.of("payment.illegal_transition");

  /** More was to be captured or refunded than is left. Facts: remaining. */
  ErrorCode AMOUNT_EXCEEDED = ErrorCode.of("payment.amount_exceeded");

  /** An attempt on this payment has no known outcome yet; resolve it first. */
  ErrorCode IN_PROGRESS = ErrorCode.of("payment.in_progress");

  /** The payment has no attempt of this number. */
  ErrorCode ATTEMPT_UNKNOWN = ErrorCode.of("payment.attempt_unknown");

  /** An attempt can be settled as done or as not done, and as nothing between. */
  ErrorCode NOT_DECIDED = ErrorCode.of("payment.not_decided");

  /**
   * This cannot be paid, or given back, in this way: a gift card by gift card, what was paid by
   * gift card in cash. Facts: tender.
   */
  ErrorCode TENDER_NOT_ALLOWED = ErrorCode.of("payment.tender_not_allowed");

  /** The storage joins the host's transaction, within which the gateway must not be asked. */
  ErrorCode EXTERNAL_CALL = ErrorCode.of("transaction.external_call");

  /**
   * How long whoever wrote an attempt down may take to reach the gateway: before that, an attempt
   * of which the gateway has not heard is not given up.
   */
  Duration PATIENCE = Duration.ofMinutes(15);

  /**
   * The payment as it is now, with all its attempts.
   *
   * @throws io.omnicommerce.common.NotFoundException if there is none, or the caller may not see it
   */
  Payment get(CallContext context, PaymentId id);

  /**
   * Captures a part of what was authorized. The same key answers as the first time; used by
   * somebody else or for another amount it is {@code idempotency.mismatch}, and nothing is
   * captured. If what is paid for is cancelled while the capture is under way, what it took is
   * given back at once.
   *
   * @return the payment; its {@linkplain Payment#entry entry} with the key says how the capture
   *     ended: a gateway's no is an answer and no exception
   * @throws io.omnicommerce.common.RefusedException {@code payment.amount_exceeded}, {@code
   *     payment.in_progress}; {@code payment.illegal_transition} unless it is authorized, or if it
   *     is {@linkplain Payment#dueBack due back}
   */
  Payment capture(CallContext context, PaymentId id, Money amount, IdempotencyKey key);

  /**
   * Gives back an authorization of which nothing was captured. The same key answers as the first
   * time; somebody else's is {@code idempotency.mismatch}.
   */
  Payment voidAuthorization(CallContext context, PaymentId id, IdempotencyKey key);

  /**
   * Asks the gateway how attempts of unknown outcome ended, and writes down what it says; then goes
   * on giving back what is {@linkplain Payment#dueBack due}, whoever cancelled: voids, refunds, and
   * tries again what the gateway refused. A payment whose authorization is unknown is resolved
   * together with its checkout: see {@code CheckoutService.resume}. Of cash nobody is asked.
   */
  Payment resolve(CallContext context, PaymentId id);

  /**
   * Ends an attempt with what an operator knows to be true, where asking the gateway does not help:
   * it moved another amount than was asked, it does not know any more, or the cash that was due was
   * handed out. The entry then has the amount that was really moved, also if that is more than was
   * left; the same again changes nothing. An attempt that was given up as declined can still turn
   * out to be done. Needs {@link #SETTLE}; asks nobody, so it works within the host's transaction.
   *
   * @param attempt the number of the attempt among the payment's entries, from 1
   * @param truth {@code Approved} with what was really moved, of a void the whole; {@code Declined}
   *     or {@code NeverHeard} if nothing was
   * @throws io.omnicommerce.common.NotFoundException if there is no such payment
   * @throws io.omnicommerce.common.InvalidInputException {@code payment.attempt_unknown}, {@code
   *     payment.not_decided}, {@code money.invalid}, {@code money.currency_mismatch}
   * @throws io.omnicommerce.common.RefusedException {@code payment.illegal_transition} if the
   *     attempt is done, otherwise than is said now
   */
  Payment settle(CallContext context, PaymentId id, int attempt, GatewayAnswer truth);
}
