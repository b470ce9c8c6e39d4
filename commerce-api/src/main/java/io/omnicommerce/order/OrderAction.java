package io.omnicommerce.order;

/** What takes an order from one status to another. */
public enum OrderAction {
  /** Lets the goods leave. */
  CONFIRM,
  /** Stops it until it is released: a suspicion, a question. */
  HOLD,
  /** Ends a hold. */
  RELEASE,
  /** Calls it off; only as long as nothing has left. In the checkout room. */
  CANCEL,
  /** Ends it, when nothing is open any more. */
  CLOSE
}
