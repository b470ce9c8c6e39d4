package io.omnicommerce.fulfillment;

/** What takes a job from one step to another. */
public enum FulfillmentAction {
  /** The last of its goods leaves with a carrier; parcels before that change no step. */
  SHIP,
  /** A pickup is packed, and its code given out. */
  MAKE_READY,
  /** A pickup is handed over against its code. */
  COLLECT,
  /** The order was cancelled. */
  CANCEL
}
