package io.omnicommerce.inventory;

/** Where a transfer stands. */
public enum TransferStatus {
  /** Its goods are set aside where they come from. */
  PLANNED,
  /** Its goods have left and not all of them have arrived. */
  IN_TRANSIT,
  /** All that left has arrived or is lost. */
  RECEIVED,
  /** It was called off before anything left. */
  CANCELLED
}
