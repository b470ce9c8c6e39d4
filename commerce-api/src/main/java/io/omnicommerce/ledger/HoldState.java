package io.omnicommerce.ledger;

/** Where a batch stands: posted at once, or somewhere in the life of a hold. */
public enum HoldState {
  /** Taken out of what is available until confirmed, released or expired. */
  HELD,
  /** Decided: it will be posted or released, line by line, and no longer expires. */
  CONFIRMED,
  /**
   * Ended by posting, or by the closing of its last line after something was posted; also the state
   * of a batch posted at once.
   */
  POSTED,
  /** Ended by release; what was posted before stays posted. */
  VOIDED,
  /** Ended by time, before it was confirmed. */
  EXPIRED;

  /** Whether no step leads out of it. */
  public boolean isEnded() {
    return this == POSTED || this == VOIDED || this == EXPIRED;
  }
}
