package io.omnicommerce.inventory;

/** How goods that lie at a location may be used. */
public enum StockBucket {
  /** They can be sold. */
  SELLABLE,
  /** They are kept apart until somebody has looked at them. */
  QUARANTINE,
  /** They are broken and still there. */
  DAMAGED,
  /** They are thrown away, and nothing comes back from there. */
  SCRAPPED
}
