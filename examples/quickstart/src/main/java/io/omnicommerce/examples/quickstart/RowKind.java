package io.omnicommerce.examples.quickstart;

/** What a row is meant to be. */
enum RowKind {
  /** Goods sold. */
  SALE,
  /** Carriage, a fee, a voucher, a discount: something sold or taken off that is no goods. */
  CHARGE,
  /** Goods that come back. */
  RETURN,
  /** Money given back without goods. */
  CREDIT,
  /** Goods that were found. */
  FOUND,
  /** Goods that are gone. */
  GONE,
  /** Nothing that could be carried out: a negative price, a cancellation of nothing. */
  IMPOSSIBLE
}
