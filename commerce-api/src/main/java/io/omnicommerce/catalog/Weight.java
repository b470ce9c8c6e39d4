package io.omnicommerce.catalog;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;

/**
 * What something weighs.
 *
 * @param grams in whole grams, 0 to {@value #GRAMS_MAX}
 */
public record Weight(long grams) implements Comparable<Weight> {

  /** The most that can be said: a thousand tonnes. */
  public static final long GRAMS_MAX = 1_000_000_000;

  public Weight {
    if (grams < 0 || grams > GRAMS_MAX) {
      throw new InvalidInputException(
          Quantity.INVALID, "grams", Long.toString(grams), "must be 0 to " + GRAMS_MAX);
    }
  }

  public static Weight ofGrams(long grams) {
    return new Weight(grams);
  }

  @Override
  public int compareTo(Weight other) {
    return Long.compare(grams, other.grams);
  }

  @Override
  public String toString() {
    return grams + " g";
  }
}
