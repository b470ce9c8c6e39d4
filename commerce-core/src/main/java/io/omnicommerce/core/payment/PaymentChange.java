package io.omnicommerce.core.payment;

import io.omnicommerce.common.Reference;
import io.omnicommerce.money.Money;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentEntry;
import io.omnicommerce.payment.PaymentStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A payment's next version in the making. Lives inside one call of a rule. */
final class PaymentChange {

  private final Payment before;
  private final List<PaymentEntry> entries;
  private Reference subject;
  private PaymentStatus status;
  private Optional<String> gatewayReference;
  private Optional<String> declineReason;
  private boolean dueBack;
  private Money surplus;

  private PaymentChange(Payment before) {
    this.before = before;
    entries = new ArrayList<>(before.entries());
    subject = before.subject();
    status = before.status();
    gatewayReference = before.gatewayReference();
    declineReason = before.declineReason();
    dueBack = before.dueBack();
    surplus = before.surplus();
  }

  static PaymentChange of(Payment before) {
    return new PaymentChange(before);
  }

  PaymentChange subject(Reference with) {
    subject = with;
    return this;
  }

  PaymentChange status(PaymentStatus with) {
    status = with;
    return this;
  }

  PaymentChange gatewayReference(String with) {
    gatewayReference = Optional.of(with);
    return this;
  }

  PaymentChange declineReason(String with) {
    declineReason = Optional.of(with);
    return this;
  }

  PaymentChange dueBack() {
    dueBack = true;
    return this;
  }

  PaymentChange surplus(Money more) {
    surplus = surplus.plus(more);
    return this;
  }

  PaymentChange add(PaymentEntry entry) {
    entries.add(entry);
    return this;
  }

  /** Replaces the entry of a number, from 1. */
  PaymentChange replace(int number, PaymentEntry entry) {
    entries.set(number - 1, entry);
    return this;
  }

  Payment made() {
    return new Payment(
        before.id(),
        before.version().next(),
        subject,
        before.tender(),
        before.amount(),
        status,
        gatewayReference,
        declineReason,
        entries,
        dueBack,
        surplus,
        before.createdAt());
  }
}
