package io.omnicommerce.core.cart;

import io.omnicommerce.catalog.QuantityRule;
import io.omnicommerce.common.Quantity;
import java.math.BigDecimal;

/** Cuts quantities down to what a rule allows. */
final class QuantityCaps {

  private QuantityCaps() {}

  /**
   * How much may come on top of what a line has, if there is room for so much: whole steps, and
   * nothing at all if the line would stay below the minimum.
   */
  static Quantity cutDown(QuantityRule rule, Quantity has, Quantity room) {
    BigDecimal step = rule.step().toBigDecimal();
    BigDecimal result = has.toBigDecimal().add(room.toBigDecimal());
    BigDecimal whole = result.subtract(result.remainder(step));
    boolean useful =
        whole.compareTo(rule.min().toBigDecimal()) >= 0 && whole.compareTo(has.toBigDecimal()) > 0;
    return useful ? Quantity.of(whole.subtract(has.toBigDecimal())) : Quantity.ZERO;
  }
}
