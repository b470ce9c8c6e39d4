package io.omnicommerce.core.promotion;

/** A benefit that is ready to be given. */
@FunctionalInterface
interface Giving {

  void give(Deal deal);

  /** Whether what a line gets does not depend on what other lines get. */
  default boolean lineByLine() {
    return false;
  }

  /** Whether it looks at nothing but the goods, and the deliveries, that it takes something of. */
  default boolean isIndependent() {
    return false;
  }

  /** At most what the present promotion takes by it, as far as that can be said. */
  default long takesAtMost(Deal deal) {
    return Long.MAX_VALUE;
  }

  /**
   * What a line gives for itself, in {@link Potential#ONE} of an amount; below zero if that depends
   * on other lines.
   */
  default long part(Deal deal, int line) {
    return -1;
  }

  /** What rounding may add to all parts together. */
  default long rounding(Deal deal) {
    return 0;
  }

  /** A benefit of each line for itself. */
  interface OfLines extends Giving {
    @Override
    default boolean lineByLine() {
      return true;
    }
  }

  /** A benefit of all lines, or all deliveries, together. */
  interface Spread extends Giving {
    @Override
    default boolean isIndependent() {
      return true;
    }
  }
}
