package io.omnicommerce.core.payment;

import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.money.Money;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentEntry;
import io.omnicommerce.payment.PaymentEntry.Kind;
import io.omnicommerce.payment.PaymentEntry.Outcome;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lowers what the payments of something may still capture when less is due for it. It stands on the
 * payment, whose version every capture changes; its account holds what was promised until it is
 * captured or voided.
 */
public final class Waivers {

  private final Session session;
  private final Decision.Builder decision;
  private final IdempotencyKey key;

  /**
   * @param decision by which less is due, so that no capture comes between
   * @param key of what made it less; each waives once
   */
  public Waivers(Session session, Decision.Builder decision, IdempotencyKey key) {
    this.session = session;
    this.decision = decision;
    this.key = key;
  }

  /**
   * What is captured counts first, then what may be, payment after payment in their order; what is
   * beyond is waived. An authorization is never raised.
   *
   * @param surpluses what has become too much of what was captured
   * @throws RefusedException {@code payment.in_progress} if a capture is under way that would take
   *     more than is due
   */
  public void add(List<PaymentId> ids, Money due, Map<PaymentId, Money> surpluses) {
    List<Stored<Payment>> payments =
        ids.stream().map(id -> PaymentDocuments.require(session, id)).toList();
    Money zero = Money.zero(due.currency());
    Money left = due;
    // Surpluses that went back need not be added: where one was, all was waived with it for good.
    for (Stored<Payment> stored : payments) {
      left = left.minus(stored.value().captured()).minus(underWay(stored.value()));
    }
    for (Stored<Payment> stored : payments) {
      Payment payment = stored.value();
      checkNotUnderWay(payment, left);
      Money free = zero.max(payment.capturable().minus(underWay(payment)));
      Money kept = free.min(left.max(zero));
      change(stored, free.minus(kept), surpluses.getOrDefault(payment.id(), zero));
      left = left.minus(kept);
    }
  }

  private static void checkNotUnderWay(Payment payment, Money left) {
    if (left.isNegative() && underWay(payment).isPositive()) {
      throw PaymentRules.inProgress(payment);
    }
  }

  /** What captures have set aside whose end is not known. */
  private static Money underWay(Payment payment) {
    return Money.sum(
        payment.amount().currency(),
        payment.entries().stream()
            .filter(entry -> entry.kind() == Kind.CAPTURE && AttemptRules.isOpen(entry))
            .map(PaymentEntry::amount)
            .toList());
  }

  private void change(Stored<Payment> stored, Money waived, Money surplus) {
    PaymentChange change = PaymentChange.of(stored.value()).surplus(surplus);
    if (waived.isPositive()) {
      change.add(waiver(waived));
    }
    if (waived.isPositive() || surplus.isPositive()) {
      save(stored, change.made(), waived, surplus);
    }
  }

  private void save(Stored<Payment> stored, Payment changed, Money waived, Money surplus) {
    decision
        .save(PaymentDocuments.changed(stored, changed))
        .event(
            surplus.isPositive()
                ? PaymentDocuments.progressed(changed, "surplus", surplus)
                : PaymentDocuments.progressed(changed, "waived", waived));
  }

  private PaymentEntry waiver(Money amount) {
    return new PaymentEntry(
        Kind.WAIVE,
        amount,
        Outcome.DONE,
        key,
        Optional.of(session.context().actor().label()),
        Optional.empty(),
        session.now());
  }
}
