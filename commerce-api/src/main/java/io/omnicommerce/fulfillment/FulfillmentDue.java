package io.omnicommerce.fulfillment;

import io.omnicommerce.order.OrderId;
import java.time.Instant;
import java.util.Objects;

/**
 * Something that is to be done about a job. The library tells nobody and runs no clock: a host asks
 * what is due, does it, and says that it was done. A release is done by {@code
 * CheckoutService.releaseUnclaimed}.
 *
 * @param number which reminder, from 1; 1 for all else
 * @param since from when on it was due
 */
public record FulfillmentDue(
    FulfillmentId fulfillment, OrderId order, Kind kind, int number, Instant since) {

  /** What is to be done. */
  public enum Kind {
    /** The customer is to hear that the pickup is ready. */
    READY_NOTICE,
    /** The promise has passed and nothing is ready or gone: the customer is to hear of it. */
    DELAY_NOTICE,
    /** The customer is to be reminded of a pickup that waits. */
    REMINDER,
    /** Nobody has come for it in time: it is to be released. */
    RELEASE
  }

  public FulfillmentDue {
    Objects.requireNonNull(fulfillment, "fulfillment");
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(since, "since");
    if (number < 1) {
      throw new IllegalArgumentException("What is due is numbered from 1: " + number);
    }
  }
}
