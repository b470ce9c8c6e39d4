package io.omnicommerce.core.laws;

import io.omnicommerce.laws.Purchase;
import io.omnicommerce.laws.Purchases;
import io.omnicommerce.laws.RuleSet;
import io.omnicommerce.laws.Till;
import io.omnicommerce.pricing.PricedCart;
import net.jqwik.api.Arbitrary;

/** A shop and somebody who buys there. */
record Case(RuleSet rules, Purchase purchase) {

  static Arbitrary<Case> in(Arbitrary<RuleSet> shops) {
    return shops.flatMap(rules -> Purchases.of(rules).map(some -> new Case(rules, some)));
  }

  Till till() {
    return Till.of(rules);
  }

  PricedCart price() {
    return till().price(purchase);
  }

  Case withRules(RuleSet others) {
    return new Case(others, purchase);
  }
}
