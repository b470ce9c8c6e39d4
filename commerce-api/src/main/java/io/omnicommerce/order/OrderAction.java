package io.omnicommerce.order;

/** What takes an order from one status to another. */
public enum OrderAction {
  CONFIRM,
  HOLD,
  RELEASE,
  CANCEL,
  CLOSE
}
