package io.omnicommerce.fulfillment;

/** What takes a job from one step to another. */
public enum FulfillmentAction {
  /** Its goods are taken off the shelves. */
  PICK,
  /** They are packed. */
  PACK,
  /** The last of its goods leaves with a carrier; parcels before that change no step. */
  SHIP,
  /** A pickup is packed, and its code given out. */
  MAKE_READY,
  /** A pickup is handed over against its code. */
  COLLECT,
  /** Nobody came for a pickup in time. */
  RELEASE,
  /** The order was cancelled, or nothing of it can be had here. */
  CANCEL
}
