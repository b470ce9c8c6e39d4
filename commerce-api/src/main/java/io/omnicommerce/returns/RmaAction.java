package io.omnicommerce.returns;

/** What takes a return from one status to another. */
public enum RmaAction {
  /** The goods arrive. */
  RECEIVE,
  /** The money is given back. */
  REFUND,
  /** It is called off before the goods came. */
  CANCEL
}
