package io.omnicommerce.core.returns;

import io.omnicommerce.channel.Convention.RefundOrder;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.common.Fingerprint;
import io.omnicommerce.core.order.OrderShares;
import io.omnicommerce.core.payment.PaymentRules;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentEntry;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.returns.ReturnLine;
import io.omnicommerce.returns.ReturnService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much is given back, and from which payment. */
final class RefundRules {

  private RefundRules() {}

  /** What is given back for these units when they come back after those that came back before. */
  static Money refund(Order order, List<ReturnLine> lines) {
    Map<LineId, Quantity> quantities = new TreeMap<>();
    lines.forEach(line -> quantities.merge(line.line(), line.quantity(), Quantity::plus));
    return OrderShares.of(order, quantities);
  }

  static Money rounded(Money all, Quantity part, OrderLine line) {
    return OrderShares.rounded(all, part, line);
  }

  /** What was paid for each line. */
  static Map<LineId, Money> paid(Order order) {
    return OrderShares.paid(order);
  }

  static Currency currency(Order order) {
    return OrderShares.currency(order);
  }

  /**
   * A plan that gives the whole amount back, from the payments in their order; what was planned
   * before stays.
   *
   * @param id the plan's id, from which the keys are made
   * @throws RefusedException {@code return.amount_exceeded} if the payments do not have it
   */
  static RefundPlan plan(String id, RefundPlan before, Money amount, List<Payment> payments) {
    Money missing = amount.minus(before.total(amount.currency()));
    List<RefundPlan.Part> parts = new ArrayList<>(before.parts());
    for (Payment payment : payments) {
      Money part = left(payment, before).min(missing);
      if (part.isPositive()) {
        parts.add(new RefundPlan.Part(payment.id(), part, key(id, before.round(), parts.size())));
        missing = missing.minus(part);
      }
    }
    if (missing.isPositive()) {
      throw exceeded(amount, amount.minus(missing));
    }
    return new RefundPlan(before.content(), before.round(), parts, before.withheld());
  }

  /** Payments as they give back: the last captured first, and cards as the market says. */
  static List<Payment> sorted(Collection<Payment> payments, RefundOrder order) {
    Comparator<Payment> cards = Comparator.comparing(RefundRules::isByGiftCard);
    return payments.stream()
        .sorted(
            (order == RefundOrder.GIFT_CARD_FIRST ? cards.reversed() : cards)
                .thenComparing(Comparator.comparing(RefundRules::capturedAt).reversed())
                .thenComparing(Payment::id))
        .toList();
  }

  static boolean isByGiftCard(Payment payment) {
    return payment.tender().kind() == Tender.Kind.GIFT_CARD;
  }

  /**
   * Whether what was paid in one way can give the whole amount back, and nothing else was planned.
   *
   * @throws RefusedException {@code payment.tender_not_allowed}
   */
  static void requireOnly(
      Tender.Kind kind, Money amount, RefundPlan before, List<Payment> payments) {
    Money possible = Money.zero(amount.currency());
    for (Payment payment : payments) {
      boolean isOfKind = payment.tender().kind() == kind;
      if (isOfKind) {
        possible = possible.plus(left(payment, before)).plus(planned(payment, before));
      } else if (planned(payment, before).isPositive()) {
        throw notBy(kind, amount, Money.zero(amount.currency()));
      }
    }
    if (possible.compareTo(amount) < 0) {
      throw notBy(kind, amount, possible);
    }
  }

  private static Money planned(Payment payment, RefundPlan plan) {
    return Money.sum(
        payment.amount().currency(),
        plan.parts().stream()
            .filter(part -> part.payment().equals(payment.id()))
            .map(RefundPlan.Part::amount)
            .toList());
  }

  private static RefusedException notBy(Tender.Kind kind, Money amount, Money possible) {
    return new RefusedException(
        PaymentService.TENDER_NOT_ALLOWED,
        "Only "
            + possible
            + " of "
            + amount
            + " can go back by "
            + kind
            + ": money goes back as it was paid.",
        Facts.of("tender", kind, "remaining", possible));
  }

  private static Instant capturedAt(Payment payment) {
    return payment.entries().stream()
        .filter(entry -> entry.kind() == PaymentEntry.Kind.CAPTURE)
        .filter(entry -> entry.outcome() == PaymentEntry.Outcome.DONE)
        .map(PaymentEntry::at)
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }

  /** What a payment can still give back beside what was planned and not given yet. */
  private static Money left(Payment payment, RefundPlan plan) {
    Money left = PaymentRules.refundable(payment);
    for (RefundPlan.Part part : plan.parts()) {
      boolean planned = part.payment().equals(payment.id()) && !isDone(payment, part);
      left = planned ? left.minus(part.amount()) : left;
    }
    return left;
  }

  private static boolean isDone(Payment payment, RefundPlan.Part part) {
    return PartState.of(payment, part) == PartState.DONE;
  }

  private static IdempotencyKey key(String id, int round, int number) {
    String name = Fingerprint.of(id).substring(0, 40);
    return IdempotencyKey.of("refund-" + name + "-" + round + "-" + number);
  }

  private static RefusedException exceeded(Money amount, Money remaining) {
    return new RefusedException(
        ReturnService.AMOUNT_EXCEEDED,
        remaining.isPositive()
            ? "Only " + remaining + " can still be given back; asked: " + amount + "."
            : "Nothing was captured that is not given back yet, so " + amount + " cannot be.",
        Facts.of("remaining", remaining));
  }
}
