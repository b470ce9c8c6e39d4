package io.omnicommerce.core.payment;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.IdempotencyMismatchException;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.money.Money;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentEntry;
import io.omnicommerce.payment.PaymentEntry.Kind;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.payment.PaymentStatus;
import io.omnicommerce.payment.spi.PaymentGateway;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;
import java.time.Instant;
import java.util.Objects;

/** The service of payments, and what the rooms on its right ask of them. */
public final class CorePaymentService implements PaymentService {

  private final Storage storage;
  private final Attempts attempts;

  public CorePaymentService(Storage storage, PaymentGateway gateway) {
    this.storage = storage;
    this.attempts = new Attempts(storage, new CheckedGateway(gateway));
  }

  @Override
  public Payment get(CallContext context, PaymentId id) {
    if (!context.actor().may(VIEW)) {
      throw PaymentDocuments.notFound(id);
    }
    return read(context, id).payment();
  }

  @Override
  public Payment capture(CallContext context, PaymentId id, Money amount, IdempotencyKey key) {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(key, "key");
    context.actor().require(CAPTURE);
    return attempts.carryOut(context, id, Kind.CAPTURE, payment -> amount, key).payment();
  }

  @Override
  public Payment voidAuthorization(CallContext context, PaymentId id, IdempotencyKey key) {
    Objects.requireNonNull(key, "key");
    context.actor().require(CAPTURE);
    return attempts.carryOut(context, id, Kind.VOID, Payment::amount, key).payment();
  }

  @Override
  public Payment resolve(CallContext context, PaymentId id) {
    context.actor().require(CAPTURE);
    return settleOpen(context, id);
  }

  /**
   * Gives captured money back, whoever calls: the room that asks has looked at the permission. The
   * same key answers as the first time, or goes on with what is not known.
   *
   * @return how it ended, or that it is not known
   * @throws RefusedException {@code payment.amount_exceeded}, {@code payment.in_progress}, {@code
   *     payment.illegal_transition}, {@code transaction.external_call}
   */
  public PaymentEntry refund(CallContext context, PaymentId id, Money amount, IdempotencyKey key) {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(key, "key");
    return attempts.carryOut(context, id, Kind.REFUND, payment -> amount, key).entry();
  }

  /**
   * Gives everything back: voids what was only authorized, refunds what was captured, goes on with
   * what was begun, tries again what was refused. What cannot be given back now stays open in the
   * payment, and can be resolved.
   *
   * @param key begins the keys of the tries
   */
  public void giveBack(CallContext context, PaymentId id, IdempotencyKey key) {
    Objects.requireNonNull(key, "key");
    try {
      Payment payment = goOn(context, id, key);
      if (payment.status() == PaymentStatus.AUTHORIZED && !PaymentRules.hasOpenAttempt(payment)) {
        giveBack(context, payment, next(payment, key));
      }
    } catch (IdempotencyMismatchException | RefusedException othersAreAtIt) {
      if (othersAreAtIt.code().equals(EXTERNAL_CALL)) {
        throw othersAreAtIt;
      }
    }
  }

  private void giveBack(CallContext context, Payment payment, IdempotencyKey key) {
    if (payment.captured().isZero()) {
      attempts.carryOut(context, payment.id(), Kind.VOID, Payment::amount, key);
    } else if (PaymentRules.refundable(payment).isPositive()) {
      attempts.carryOut(context, payment.id(), Kind.REFUND, PaymentRules::refundable, key);
    }
  }

  /** What was begun under the key is finished; of what others have begun the gateway is asked. */
  private Payment goOn(CallContext context, PaymentId id, IdempotencyKey key) {
    Payment payment = read(context, id).payment();
    for (PaymentEntry entry : payment.entries()) {
      if (isOf(entry, key) && AttemptRules.isOpen(entry)) {
        return attempts
            .carryOut(context, id, entry.kind(), any -> entry.amount(), entry.key())
            .payment();
      }
    }
    return settleOpen(context, id);
  }

  private static IdempotencyKey next(Payment payment, IdempotencyKey key) {
    long tries = payment.entries().stream().filter(entry -> isOf(entry, key)).count();
    return tries == 0 ? key : IdempotencyKey.of(key + "-" + (tries + 1));
  }

  private static boolean isOf(PaymentEntry entry, IdempotencyKey key) {
    return entry.key().equals(key) || entry.key().value().startsWith(key + "-");
  }

  /** Why the gateway cannot be asked on a storage that works in the host's transaction. */
  public static RefusedException externalCall() {
    return Attempts.externalCall();
  }

  /** Asks the gateway about every attempt that is open, whoever calls. */
  public Payment settleOpen(CallContext context, PaymentId id) {
    Read read = read(context, id);
    if (!PaymentRules.hasOpenAttempt(read.payment())) {
      return read.payment();
    }
    if (storage.joinsHostTransaction()) {
      throw Attempts.externalCall();
    }
    Payment payment = read.payment();
    for (int number = 1; number <= payment.entries().size(); number++) {
      if (AttemptRules.isOpen(payment.entries().get(number - 1))) {
        payment = attempts.resolve(context, payment, number, read.now());
      }
    }
    return payment;
  }

  private record Read(Payment payment, Instant now) {}

  private Read read(CallContext context, PaymentId id) {
    return storage.inTransaction(
        context,
        session -> {
          Stored<Payment> stored = PaymentDocuments.require(session, id);
          return new Read(stored.value(), session.now());
        });
  }
}
