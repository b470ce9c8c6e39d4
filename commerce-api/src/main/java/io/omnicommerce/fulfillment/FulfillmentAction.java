package io.omnicommerce.fulfillment;

/** What takes a job from one step to another. */
public enum FulfillmentAction {
  SHIP,
  MAKE_READY,
  COLLECT,
  CANCEL
}
