package io.omnicommerce.order;

import java.util.Objects;

/**
 * Where an order stands: what was decided of it, and what follows from its payments and lines.
 *
 * @param status what was decided
 * @param payment how far it is paid, derived
 * @param fulfillment how far it is fulfilled, derived
 */
public record OrderProgress(
    OrderStatus status, OrderPaymentStatus payment, FulfillmentStatus fulfillment) {

  public OrderProgress {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(payment, "payment");
    Objects.requireNonNull(fulfillment, "fulfillment");
  }

  /** Whether it was not cancelled, is paid, and everything has left: only returns can follow. */
  public boolean isComplete() {
    return status != OrderStatus.CANCELLED && payment.isSettled() && fulfillment.isDone();
  }
}
