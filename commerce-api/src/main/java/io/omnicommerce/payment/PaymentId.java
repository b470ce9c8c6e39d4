package io.omnicommerce.payment;

import io.omnicommerce.common.Text;

/** A payment. */
public record PaymentId(String value) implements Comparable<PaymentId> {

  public PaymentId {
    Text.id(value, "payment");
  }

  public static PaymentId of(String value) {
    return new PaymentId(value);
  }

  @Override
  public int compareTo(PaymentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
