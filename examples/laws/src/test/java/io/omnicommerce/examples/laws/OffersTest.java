package io.omnicommerce.examples.laws;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.laws.PricingLaws;
import io.omnicommerce.laws.RuleSet;
import io.omnicommerce.money.UnitPrice;
import java.util.List;
import java.util.Map;

/** All that a host writes: its rules, and what it asks of them. */
class OffersTest extends PricingLaws {

  @Override
  protected RuleSet rules() {
    return Rules.shelf()
        .lanes(List.of(Offers.oneOfThem()))
        .promotions(Offers.all())
        .condition("birthday", Offers.isBirthday())
        .build();
  }

  @Override
  protected Map<Sku, UnitPrice> costs() {
    return CornerShop.costs();
  }
}
