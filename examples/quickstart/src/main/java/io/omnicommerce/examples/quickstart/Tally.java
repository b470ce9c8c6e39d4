package io.omnicommerce.examples.quickstart;

import java.math.BigDecimal;

/**
 * So many rows, worth so much.
 *
 * @param value the sum of quantity times price, exactly
 * @param example why the first of them was refused; empty if they were not
 */
record Tally(long rows, BigDecimal value, String example) {

  static final Tally NONE = new Tally(0, BigDecimal.ZERO, "");

  Tally plus(BigDecimal more, String why) {
    return new Tally(rows + 1, value.add(more), example.isEmpty() ? why : example);
  }
}
