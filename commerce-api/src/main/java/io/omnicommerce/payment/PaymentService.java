package io.omnicommerce.payment;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.Permission;
import io.omnicommerce.money.Money;
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

  ErrorCode NOT_FOUND = ErrorCode.of("payment.not_found");
  ErrorCode ILLEGAL_TRANSITION = ErrorCode.of("payment.illegal_transition");

  /** More was to be captured or refunded than is left. Facts: remaining. */
  ErrorCode AMOUNT_EXCEEDED = ErrorCode.of("payment.amount_exceeded");

  /** An attempt on this payment has no known outcome yet; resolve it first. */
  ErrorCode IN_PROGRESS = ErrorCode.of("payment.in_progress");

  /** The storage joins the host's transaction, within which the gateway must not be asked. */
  ErrorCode EXTERNAL_CALL = ErrorCode.of("transaction.external_call");

  /**
   * How long whoever wrote an attempt down may take to reach the gateway: before that, an attempt
   * of which the gateway has not heard is not given up.
   */
  Duration PATIENCE = Duration.ofMinutes(15);

  /**
   * @throws io.omnicommerce.common.NotFoundException if there is none, or the caller may not see it
   */
  Payment get(CallContext context, PaymentId id);

  /**
   * Captures a part of what was authorized. The same key answers as the first time.
   *
   * @return the payment; its last entry says how the capture ended
   * @throws io.omnicommerce.common.RefusedException {@code payment.amount_exceeded}, {@code
   *     payment.in_progress}, {@code payment.illegal_transition}
   */
  Payment capture(CallContext context, PaymentId id, Money amount, IdempotencyKey key);

  /**
   * Gives back an authorization of which nothing was captured. The same key answers as the first
   * time.
   */
  Payment voidAuthorization(CallContext context, PaymentId id, IdempotencyKey key);

  /**
   * Asks the gateway how attempts of unknown outcome ended, and writes down what it says. A payment
   * whose authorization is unknown is resolved together with its checkout: see {@code
   * CheckoutService.resume}.
   */
  Payment resolve(CallContext context, PaymentId id);
}
