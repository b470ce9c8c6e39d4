package io.omnicommerce.inventory;

/** What becomes of goods that come back. */
public enum Disposition {
  /** They can be sold again. */
  RESTOCK,
  /** They are kept apart until somebody has looked at them. */
  QUARANTINE,
  /** They are thrown away. */
  SCRAP
}
