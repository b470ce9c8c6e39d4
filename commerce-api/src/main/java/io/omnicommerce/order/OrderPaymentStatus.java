package io.omnicommerce.order;

import io.omnicommerce.money.Money;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentStatus;
import java.util.Collection;
import java.util.Objects;

/**
 * How far an order is paid; derived from its total and from what became of its payments, so it is
 * never set and cannot drift from them. Of nothing nothing is to be paid: an order with the total
 * zero is paid.
 */
public enum OrderPaymentStatus {
  /** Nothing is promised: nobody has paid, was declined, or the promise was given back. */
  AWAITING_PAYMENT,
  /** Some of it is promised. */
  PARTIALLY_AUTHORIZED,
  /** All of it is promised, and nothing captured. */
  AUTHORIZED,
  /** Some of it is captured. */
  PARTIALLY_PAID,
  /** All of it is captured, and nothing has gone back but what was captured beyond. */
  PAID,
  /** Some of what was captured has gone back, and less is left than the order costs. */
  PARTIALLY_REFUNDED,
  /** Everything that was captured has gone back. */
  REFUNDED,
  /** It was called off before anything was captured. */
  CANCELLED;

  /**
   * From the payments themselves.
   *
   * @param total what the order costs
   * @param cancelled whether the order was called off
   */
  public static OrderPaymentStatus of(
      Money total, Collection<Payment> payments, boolean cancelled) {
    return of(total, Money.zero(total.currency()), payments, cancelled);
  }

  /**
   * From the payments and from what was paid where the order was placed.
   *
   * @param total what the order costs
   * @param settled what was paid there; it counts as captured, and whether it was given back is
   *     known there only
   * @param cancelled whether the order was called off
   */
  public static OrderPaymentStatus of(
      Money total, Money settled, Collection<Payment> payments, boolean cancelled) {
    Objects.requireNonNull(total, "total");
    Objects.requireNonNull(settled, "settled");
    Objects.requireNonNull(payments, "payments");
    Money promised = settled;
    Money captured = settled;
    Money refunded = Money.zero(total.currency());
    for (Payment payment : payments) {
      boolean isPromised = payment.status() == PaymentStatus.AUTHORIZED;
      promised = isPromised ? promised.plus(payment.amount()) : promised;
      // What was too much and went back counts as never taken: the order may cost more again.
      Money back = payment.surplus().min(payment.refunded());
      captured = captured.plus(payment.captured()).minus(back);
      refunded = refunded.plus(payment.refunded()).minus(back);
    }
    return of(total, promised, captured, refunded, cancelled);
  }

  /**
   * From the sums over all payments, which are all of one currency.
   *
   * @param total what the order costs
   * @param promised what was authorized and not given back, captured or not
   * @param captured what was taken of it
   * @param refunded what was given back of what was taken
   * @param cancelled whether the order was called off
   */
  public static OrderPaymentStatus of(
      Money total, Money promised, Money captured, Money refunded, boolean cancelled) {
    Objects.requireNonNull(total, "total");
    Objects.requireNonNull(promised, "promised");
    Objects.requireNonNull(captured, "captured");
    Objects.requireNonNull(refunded, "refunded");
    if (refunded.isPositive()) {
      return refunded(total, captured, refunded, cancelled);
    }
    if (captured.isPositive()) {
      return captured.compareTo(total) >= 0 ? PAID : PARTIALLY_PAID;
    }
    return cancelled ? CANCELLED : uncaptured(total, promised);
  }

  /** What was given back of more than it costs leaves it paid. */
  private static OrderPaymentStatus refunded(
      Money total, Money captured, Money refunded, boolean cancelled) {
    Money kept = captured.minus(refunded);
    if (!kept.isPositive()) {
      return REFUNDED;
    }
    return !cancelled && kept.compareTo(total) >= 0 ? PAID : PARTIALLY_REFUNDED;
  }

  private static OrderPaymentStatus uncaptured(Money total, Money promised) {
    if (!total.isPositive()) {
      return PAID;
    }
    if (!promised.isPositive()) {
      return AWAITING_PAYMENT;
    }
    return promised.compareTo(total) >= 0 ? AUTHORIZED : PARTIALLY_AUTHORIZED;
  }

  /** Whether nothing is to be paid any more. */
  public boolean isSettled() {
    return this == PAID || this == PARTIALLY_REFUNDED || this == REFUNDED || this == CANCELLED;
  }
}
