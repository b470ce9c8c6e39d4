package io.omnicommerce.fulfillment;

/** Where a job stands. */
public enum FulfillmentStep {
  /** To be picked and packed. */
  OPEN,
  /** Taken off the shelves. */
  PICKED,
  /** Packed, and to be handed to a carrier or made ready. */
  PACKED,
  /** Packed and waiting to be collected. */
  READY,
  /** All of it has left with a carrier. */
  SHIPPED,
  /** It was handed over. */
  COLLECTED,
  /** Nobody came for it, and it is back on the shelves. */
  UNCLAIMED,
  /** It is not needed any more. */
  CANCELLED;

  /** Whether nothing more happens to a job at this step. */
  public boolean isEnded() {
    return switch (this) {
      case OPEN, PICKED, PACKED, READY -> false;
      case SHIPPED, COLLECTED, UNCLAIMED, CANCELLED -> true;
    };
  }
}
