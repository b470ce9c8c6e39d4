package io.omnicommerce.core.promotion;

/** A benefit that is ready to be given. */
@FunctionalInterface
interface Giving {

  void give(Deal deal);

  /** Whether what a line gets does not depend on what other lines get. */
  default boolean lineByLine() {
    return false;
  }

  /** A benefit of each line for itself. */
  interface OfLines extends Giving {
    @Override
    default boolean lineByLine() {
      return true;
    }
  }
}
