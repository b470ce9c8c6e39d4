package io.omnicommerce.core.payment;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.HoldGroup;
import io.omnicommerce.ledger.HoldState;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.money.Money;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentEntry;
import io.omnicommerce.payment.PaymentEntry.Kind;
import io.omnicommerce.payment.PaymentEntry.Outcome;
import io.omnicommerce.payment.PaymentEvent;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.payment.PaymentStatus;
import io.omnicommerce.payment.spi.GatewayAnswer;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Captures, refunds and voids, each in three steps: what is intended is written down and its money
 * set aside, the gateway is asked outside of any transaction, what it said is written down.
 */
final class Attempts {

  private final Storage storage;
  private final CheckedGateway gateway;

  /** An attempt as it was found or made: its payment, and its number from 1. */
  record Attempt(Payment payment, int number, boolean repeated) {
    PaymentEntry entry() {
      return payment.entries().get(number - 1);
    }
  }

  Attempts(Storage storage, CheckedGateway gateway) {
    this.storage = storage;
    this.gateway = gateway;
  }

  /**
   * Carries an attempt out, or goes on with one that was begun with the same key.
   *
   * @param amount how much, of the payment as it is found
   * @param by whose key it is; empty if anybody may repeat it
   */
  Attempt carryOut(
      CallContext context,
      PaymentId id,
      Kind kind,
      Function<Payment, Money> amount,
      IdempotencyKey key,
      Optional<String> by) {
    Attempt attempt =
        storage.inTransaction(
            context,
            session -> {
              Stored<Payment> stored = PaymentDocuments.require(session, id);
              return begin(session, stored, kind, amount.apply(stored.value()), key, by);
            });
    return AttemptRules.isOpen(attempt.entry()) && AttemptRules.isByGateway(attempt.payment())
        ? goOn(context, attempt)
        : attempt;
  }

  /** Writes down that cash is to be handed back, and sets it aside until somebody has done it. */
  Payment owe(CallContext context, PaymentId id, IdempotencyKey key) {
    return storage.inTransaction(
        context,
        session -> {
          Stored<Payment> stored = PaymentDocuments.require(session, id);
          Money amount = PaymentRules.due(stored.value());
          Payment owing =
              AttemptRules.attempted(
                  stored.value(),
                  Kind.REFUND,
                  amount,
                  Outcome.INTENDED,
                  key,
                  Optional.empty(),
                  session.now());
          Decision.Builder decision = intended(stored, owing);
          PaymentEntry entry = owing.entries().get(owing.entries().size() - 1);
          decision.event(PaymentDocuments.event(owing, told(owing, entry, Outcome.INTENDED)));
          commit(session, decision, Kind.REFUND, amount);
          return owing;
        });
  }

  /** Ends an attempt with what somebody knows of it. */
  Payment end(CallContext context, PaymentId id, int number, GatewayAnswer truth) {
    return storage.inTransaction(
        context,
        session -> {
          Stored<Payment> stored = PaymentDocuments.require(session, id);
          Payment payment = stored.value();
          PaymentEntry told = AttemptRules.told(payment, number, truth);
          return told.equals(payment.entries().get(number - 1))
              ? payment
              : ended(session, stored, number, told);
        });
  }

  /** Finds out how an open attempt ended. */
  Payment resolve(CallContext context, Payment payment, int number, Instant now) {
    Attempt attempt = new Attempt(payment, number, true);
    GatewayAnswer answer = gateway.query(context.tenant(), payment, attempt.entry());
    if (!(answer instanceof GatewayAnswer.NeverHeard)) {
      return settle(context, attempt, answer).payment();
    }
    if (AttemptRules.isWantedStill(payment, attempt.entry())) {
      return goOn(context, attempt).payment();
    }
    return isOnItsWay(attempt.entry(), now) ? payment : settle(context, attempt, answer).payment();
  }

  /** Whoever wrote it down may be about to ask the gateway. */
  private static boolean isOnItsWay(PaymentEntry entry, Instant now) {
    return entry.outcome() == Outcome.INTENDED
        && now.isBefore(entry.at().plus(PaymentService.PATIENCE));
  }

  private Attempt begin(
      Session session,
      Stored<Payment> stored,
      Kind kind,
      Money amount,
      IdempotencyKey key,
      Optional<String> by) {
    Payment payment = stored.value();
    int known = AttemptRules.numberOf(payment, kind, amount, key, by);
    if (known > 0) {
      Attempt attempt = new Attempt(payment, known, true);
      if (AttemptRules.isOpen(attempt.entry())) {
        checkMayAsk(payment);
      }
      return attempt;
    }
    boolean atOnce = !AttemptRules.isByGateway(payment);
    Outcome outcome = atOnce ? Outcome.DONE : Outcome.INTENDED;
    Payment intended =
        AttemptRules.attempted(payment, kind, amount, outcome, key, by, session.now());
    int number = intended.entries().size();
    if (atOnce) {
      return atOnce(session, stored, new Attempt(intended, number, false));
    }
    checkMayAsk(payment);
    String what = kind.name().toLowerCase(Locale.ROOT) + "_begun";
    commit(
        session,
        intended(stored, intended).event(PaymentDocuments.progressed(intended, what, amount)),
        kind,
        amount);
    return new Attempt(intended, number, false);
  }

  /** Saves a payment whose last attempt has just been written down, its money set aside. */
  private static Decision.Builder intended(Stored<Payment> stored, Payment intended) {
    int number = intended.entries().size();
    Decision.Builder decision = Decision.builder().save(PaymentDocuments.changed(stored, intended));
    if (intended.entries().get(number - 1).kind() != Kind.VOID) {
      decision.step(
          new LedgerStep.Hold(PaymentAccounts.attempt(intended, number), Optional.empty()));
    }
    return decision;
  }

  /** Cash is handed over by people, and a gift card is the library's own: it is written down. */
  private static Attempt atOnce(Session session, Stored<Payment> stored, Attempt attempt) {
    Payment saved = attempt.payment();
    commit(
        session,
        Decision.builder()
            .save(PaymentDocuments.changed(stored, saved))
            .step(new LedgerStep.Post(PaymentAccounts.attempt(saved, attempt.number())))
            .event(PaymentDocuments.event(saved, told(saved, attempt.entry(), Outcome.DONE))),
        attempt.entry().kind(),
        attempt.entry().amount());
    return attempt;
  }

  private Attempt goOn(CallContext context, Attempt attempt) {
    GatewayAnswer answer =
        attempt.repeated()
            ? gateway.query(context.tenant(), attempt.payment(), attempt.entry())
            : new GatewayAnswer.NeverHeard();
    if (answer instanceof GatewayAnswer.NeverHeard) {
      if (AttemptRules.isGivenUp(attempt.payment(), attempt.entry())) {
        return attempt;
      }
      answer = gateway.ask(context.tenant(), attempt.payment(), attempt.entry());
    }
    return settle(context, attempt, answer);
  }

  private Attempt settle(CallContext context, Attempt attempt, GatewayAnswer answer) {
    return storage.inTransaction(
        context,
        session -> {
          Stored<Payment> stored = PaymentDocuments.require(session, attempt.payment().id());
          return settle(session, stored, attempt.number(), answer);
        });
  }

  private static Attempt settle(
      Session session, Stored<Payment> stored, int number, GatewayAnswer answer) {
    Payment payment = stored.value();
    PaymentEntry entry = payment.entries().get(number - 1);
    Outcome outcome = AttemptRules.outcome(entry, answer);
    if (outcome == entry.outcome()) {
      return new Attempt(payment, number, true);
    }
    PaymentEntry told =
        AttemptRules.ended(entry, entry.amount(), outcome, AttemptRules.referenceOf(answer));
    return new Attempt(ended(session, stored, number, told), number, true);
  }

  private static Payment ended(
      Session session, Stored<Payment> stored, int number, PaymentEntry told) {
    Payment ended = AttemptRules.ended(stored.value(), number, told);
    Decision.Builder decision =
        Decision.builder()
            .save(PaymentDocuments.changed(stored, ended))
            .event(PaymentDocuments.event(ended, told(ended, told, told.outcome())));
    move(session, decision, stored.value(), ended, number);
    commit(session, decision, told.kind(), told.amount());
    return ended;
  }

  private static void move(
      Session session, Decision.Builder decision, Payment payment, Payment ended, int number) {
    PaymentEntry entry = payment.entries().get(number - 1);
    PaymentEntry told = ended.entries().get(number - 1);
    Outcome outcome = told.outcome();
    if (entry.kind() == Kind.VOID) {
      // Nothing was set aside for it: as long as it is open, nothing else is allowed.
      if (outcome == Outcome.DONE && payment.status() == PaymentStatus.AUTHORIZED) {
        boolean late = entry.outcome() == Outcome.DECLINED;
        decision.step(
            new LedgerStep.Post(
                late
                    ? PaymentAccounts.lateAttempt(payment, number)
                    : PaymentAccounts.attempt(payment, number)));
      }
      return;
    }
    BatchId group = PaymentAccounts.batch(payment, number);
    boolean held =
        session
            .ledger()
            .batch(group)
            .map(HoldGroup::state)
            .filter(HoldState.HELD::equals)
            .isPresent();
    boolean asIntended = outcome == Outcome.DONE && told.amount().equals(entry.amount());
    if (asIntended && held) {
      decision.step(new LedgerStep.Confirm(group)).step(new LedgerStep.PostAll(group));
      return;
    }
    if (held && !AttemptRules.isOpen(told)) {
      decision.step(new LedgerStep.Release(group));
    }
    if (outcome == Outcome.DONE) {
      decision.step(new LedgerStep.Post(PaymentAccounts.lateAttempt(ended, number)));
    }
  }

  private static PaymentEvent told(Payment payment, PaymentEntry entry, Outcome outcome) {
    if (outcome == Outcome.DECLINED) {
      return new PaymentEvent.PaymentAttemptDeclined(payment.id(), entry.kind(), entry.amount());
    }
    if (outcome != Outcome.DONE) {
      return new PaymentEvent.PaymentUnresolved(payment.id(), entry.kind(), entry.amount());
    }
    return switch (entry.kind()) {
      case CAPTURE -> new PaymentEvent.PaymentCaptured(payment.id(), entry.amount());
      case REFUND -> new PaymentEvent.PaymentRefunded(payment.id(), entry.amount());
      case VOID, WAIVE ->
          new PaymentEvent.PaymentStatusChanged(payment.id(), payment.status(), entry.amount());
    };
  }

  private static void commit(Session session, Decision.Builder decision, Kind kind, Money amount) {
    CommitResult result = session.commit(decision.build());
    if (result instanceof CommitResult.Refused refused) {
      long left = Math.max(0, refused.shortfalls().get(0).available());
      throw AttemptRules.exceeded(kind, amount, Money.ofMinor(left, amount.currency()));
    }
    Results.checkCurrent(result);
  }

  private void checkMayAsk(Payment payment) {
    if (storage.joinsHostTransaction() && AttemptRules.isByGateway(payment)) {
      throw externalCall();
    }
  }

  static RefusedException externalCall() {
    return new RefusedException(
        PaymentService.EXTERNAL_CALL,
        "The storage works inside the host's transaction, in which the gateway must not be asked."
            + " Call checkout().begin, ask your own gateway after your commit, and call"
            + " checkout().complete with its answer; or use a storage with transactions of its"
            + " own for this call.",
        Facts.none());
  }
}
