package io.omnicommerce.fulfillment;

/** Where a job stands. */
public enum FulfillmentStep {
  /** To be picked and packed. */
  OPEN,
  /** Packed and waiting to be collected. */
  READY,
  /** All of it has left with a carrier. */
  SHIPPED,
  /** It was handed over. */
  COLLECTED,
  /** It is not needed any more. */
  CANCELLED
}
