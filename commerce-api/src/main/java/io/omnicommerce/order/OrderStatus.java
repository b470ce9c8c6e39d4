package io.omnicommerce.order;

/** What was decided about an order; how far it is paid and fulfilled is derived from facts. */
public enum OrderStatus {
  /** It was placed; nothing leaves before it is confirmed. */
  PLACED,
  /** It was stopped and waits for somebody to release or cancel it. */
  ON_HOLD,
  /** Its goods may leave. */
  CONFIRMED,
  /** It was called off before anything left; what was paid goes back. */
  CANCELLED,
  /** Nothing is open any more; it can still be returned. */
  CLOSED
}
