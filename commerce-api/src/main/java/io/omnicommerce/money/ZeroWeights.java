package io.omnicommerce.money;

/** What becomes of a split when nothing weighs anything. */
public enum ZeroWeights {
  /** The shares are as even as can be. The default. */
  EVEN,
  /** Nobody takes anything. */
  NONE
}
