package io.omnicommerce.returns;

/** What takes a return from one status to another. */
public enum RmaAction {
  RECEIVE,
  REFUND,
  CANCEL
}
