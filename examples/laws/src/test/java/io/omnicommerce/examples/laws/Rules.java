package io.omnicommerce.examples.laws;

import io.omnicommerce.laws.RuleSet;
import java.util.List;

/** The shop as the laws see it. */
final class Rules {

  private Rules() {}

  /** What is sold, without anything off. */
  static RuleSet.Builder shelf() {
    return RuleSet.of(CornerShop.market(), CornerShop.till()).toBuilder()
        .rates(CornerShop.taxes())
        .lists(List.of(CornerShop.shelf()))
        .sells(CornerShop.SHELF, "TEA", "4.00")
        .sells(CornerShop.SHELF, "MUG", "8.00")
        .sells(CornerShop.SHELF, "POT", "30.00");
  }
}
