package io.omnicommerce.core.returns;

import io.omnicommerce.common.Facts;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.common.Fingerprint;
import io.omnicommerce.core.payment.PaymentRules;
import io.omnicommerce.money.Apportion;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentEntry;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.returns.ReturnLine;
import io.omnicommerce.returns.ReturnService;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
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
    Map<LineId, Money> paid = paid(order);
    Money refund = Money.zero(currency(order));
    for (ReturnLine line : lines) {
      OrderLine ordered = order.line(line.line()).orElseThrow();
      Money all = paid.getOrDefault(line.line(), Money.zero(currency(order)));
      refund = refund.plus(share(all, ordered, line.quantity()));
    }
    return refund;
  }

  /**
   * The share of the units from where the line stands, as the difference of two rounded sums: so
   * any sequence of partial returns adds up to the whole.
   */
  private static Money share(Money all, OrderLine line, Quantity quantity) {
    Quantity before = line.cancelled().plus(line.returned());
    return rounded(all, before.plus(quantity), line).minus(rounded(all, before, line));
  }

  static Money rounded(Money all, Quantity part, OrderLine line) {
    BigDecimal exact =
        BigDecimal.valueOf(all.minor())
            .multiply(part.toBigDecimal())
            .divide(line.ordered().toBigDecimal(), 0, RoundingMode.HALF_UP);
    return Money.ofMinor(exact.longValueExact(), all.currency());
  }

  /**
   * What was paid for each line: its payable amount, less its share of what was taken off the whole
   * order by hand. Delivery and fees belong to no line.
   */
  static Map<LineId, Money> paid(Order order) {
    long[] payable =
        order.lines().stream().mapToLong(line -> line.priced().payable().minor()).toArray();
    Money goods = Money.zero(currency(order));
    for (OrderLine line : order.lines()) {
      goods = goods.plus(line.priced().payable());
    }
    long[] off = Apportion.byLargestRemainder(reduction(order).min(goods).minor(), payable);
    Map<LineId, Money> paid = new TreeMap<>();
    for (int i = 0; i < payable.length; i++) {
      paid.put(
          order.lines().get(i).priced().id(), Money.ofMinor(payable[i] - off[i], currency(order)));
    }
    return paid;
  }

  private static Money reduction(Order order) {
    Money reduction = Money.zero(currency(order));
    for (PricedCharge charge : order.charges()) {
      reduction = charge.payable().isNegative() ? reduction.minus(charge.payable()) : reduction;
    }
    return reduction;
  }

  static Currency currency(Order order) {
    return order.totals().grand().currency();
  }

  /**
   * A plan that gives the whole amount back, the payment captured last first; what was planned
   * before stays.
   *
   * @param id the plan's id, from which the keys are made
   * @throws RefusedException {@code return.amount_exceeded} if the payments do not have it
   */
  static RefundPlan plan(String id, RefundPlan before, Money amount, List<Payment> payments) {
    Money missing = amount.minus(before.total(amount.currency()));
    List<RefundPlan.Part> parts = new ArrayList<>(before.parts());
    for (Payment payment : lastCapturedFirst(payments)) {
      Money part = left(payment, before).min(missing);
      if (part.isPositive()) {
        parts.add(new RefundPlan.Part(payment.id(), part, key(id, before.round(), parts.size())));
        missing = missing.minus(part);
      }
    }
    if (missing.isPositive()) {
      throw exceeded(amount, amount.minus(missing));
    }
    return new RefundPlan(before.content(), before.round(), parts);
  }

  private static List<Payment> lastCapturedFirst(List<Payment> payments) {
    return payments.stream()
        .sorted(Comparator.comparing(RefundRules::capturedAt).reversed().thenComparing(Payment::id))
        .toList();
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
