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
import io.omnicommerce.payment.spi.GatewayAnswer;
import io.omnicommerce.payment.spi.PaymentGateway;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The service of payments, and what the rooms on its right ask of them. */
public final class CorePaymentService implements PaymentService {

  private static final Optional<String> ANYBODY = Optional.empty();

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
    Payment captured =
        attempts
            .carryOut(context, id, Kind.CAPTURE, payment -> amount, key, own(context))
            .payment();
    return captured.dueBack() ? settleOpen(context, id) : captured;
  }

  @Override
  public Payment voidAuthorization(CallContext context, PaymentId id, IdempotencyKey key) {
    Objects.requireNonNull(key, "key");
    context.actor().require(CAPTURE);
    return attempts.carryOut(context, id, Kind.VOID, Payment::amount, key, own(context)).payment();
  }

  @Override
  public Payment resolve(CallContext context, PaymentId id) {
    context.actor().require(CAPTURE);
    return settleOpen(context, id);
  }

  @Override
  public Payment settle(CallContext context, PaymentId id, int attempt, GatewayAnswer truth) {
    Objects.requireNonNull(truth, "truth");
    context.actor().require(SETTLE);
    return attempts.end(context, id, attempt, CheckedGateway.kept(truth));
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
    return attempts.carryOut(context, id, Kind.REFUND, payment -> amount, key, ANYBODY).entry();
  }

  /** Why the gateway cannot be asked on a storage that works in the host's transaction. */
  public static RefusedException externalCall() {
    return Attempts.externalCall();
  }

  /** Asks the gateway about every attempt that is open, and gives back what is due. */
  public Payment settleOpen(CallContext context, PaymentId id) {
    askAboutOpen(context, id);
    return giveBack(context, id, false);
  }

  /**
   * If something is due or on its way back, asks about what is open, then gives back what is due:
   * voids what was only authorized, refunds what was captured, tries again what was refused. What
   * cannot be given back now stays due, and can be resolved.
   *
   * @param handsOut whether the caller hands cash out in this moment; otherwise it is set aside
   *     until somebody has
   */
  public Payment giveBack(CallContext context, PaymentId id, boolean handsOut) {
    Payment found = read(context, id).payment();
    Payment payment = PaymentRules.isGoingBack(found) ? askAboutOpen(context, id) : found;
    while (PaymentRules.isDue(payment) && !PaymentRules.hasOpenAttempt(payment)) {
      int tried = payment.entries().size();
      payment = giveBackOnce(context, payment, handsOut);
      if (!isLastDone(payment, tried)) {
        break;
      }
    }
    return payment;
  }

  /** What has become due while others were asked, nobody else gives back. */
  private static boolean isLastDone(Payment payment, int tried) {
    List<PaymentEntry> entries = payment.entries();
    return entries.size() > tried
        && entries.get(entries.size() - 1).outcome() == PaymentEntry.Outcome.DONE;
  }

  private Payment giveBackOnce(CallContext context, Payment payment, boolean handsOut) {
    try {
      return giveBack(context, payment, handsOut);
    } catch (IdempotencyMismatchException | RefusedException othersAreAtIt) {
      if (othersAreAtIt.code().equals(EXTERNAL_CALL)) {
        throw othersAreAtIt;
      }
      return read(context, payment.id()).payment();
    }
  }

  private Payment giveBack(CallContext context, Payment payment, boolean handsOut) {
    IdempotencyKey key = AttemptRules.nextKey(payment, AttemptRules.GIVE_BACK);
    if (AttemptRules.isByHand(payment) && !handsOut) {
      return attempts.owe(context, payment.id(), key);
    }
    return payment.captured().isZero()
        ? attempts
            .carryOut(context, payment.id(), Kind.VOID, Payment::amount, key, ANYBODY)
            .payment()
        : attempts
            .carryOut(context, payment.id(), Kind.REFUND, PaymentRules::due, key, ANYBODY)
            .payment();
  }

  /** Whether a payment goes back from hand to hand. */
  public boolean isByHand(CallContext context, PaymentId id) {
    return AttemptRules.isByHand(read(context, id).payment());
  }

  private Payment askAboutOpen(CallContext context, PaymentId id) {
    Read read = read(context, id);
    Payment payment = read.payment();
    if (!PaymentRules.hasOpenAttempt(payment) || !AttemptRules.isByGateway(payment)) {
      return payment;
    }
    if (storage.joinsHostTransaction()) {
      throw Attempts.externalCall();
    }
    for (int number = 1; number <= payment.entries().size(); number++) {
      if (AttemptRules.isOpen(payment.entries().get(number - 1))) {
        payment = attempts.resolve(context, payment, number, read.now());
      }
    }
    return payment;
  }

  private static Optional<String> own(CallContext context) {
    return Optional.of(context.actor().label());
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
