package io.omnicommerce.order;

/** What was decided about an order; how far it is paid and fulfilled is derived from facts. */
public enum OrderStatus {
  PLACED,
  ON_HOLD,
  CONFIRMED,
  CANCELLED,
  CLOSED
}
