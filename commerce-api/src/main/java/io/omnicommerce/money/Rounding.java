package io.omnicommerce.money;

import java.math.RoundingMode;

/** How an exact amount becomes one that can be paid; always an argument, never a habit. */
public enum Rounding {
  /** To the nearest; from the middle away from zero. */
  HALF_UP(RoundingMode.HALF_UP),
  /** To the nearest; from the middle to the even neighbor. */
  HALF_EVEN(RoundingMode.HALF_EVEN),
  /** To the nearest; from the middle towards zero. */
  HALF_DOWN(RoundingMode.HALF_DOWN),
  /** Away from zero. */
  UP(RoundingMode.UP),
  /** Towards zero. */
  DOWN(RoundingMode.DOWN);

  private final RoundingMode mode;

  Rounding(RoundingMode mode) {
    this.mode = mode;
  }

  public RoundingMode mode() {
    return mode;
  }
}
