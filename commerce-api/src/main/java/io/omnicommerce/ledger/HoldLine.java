package io.omnicommerce.ledger;

import java.util.Objects;

/**
 * One line of a held group.
 *
 * @param line its number, from 1
 * @param amount what was held
 * @param open what is neither posted nor released yet
 */
public record HoldLine(
    int line, AccountId from, AccountId to, String unit, long amount, long open) {

  public HoldLine {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(unit, "unit");
  }
}
