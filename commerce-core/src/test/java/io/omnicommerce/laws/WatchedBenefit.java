package io.omnicommerce.laws;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.spi.BenefitRule;
import io.omnicommerce.promotion.spi.Discounts;
import io.omnicommerce.promotion.spi.PromotionFacts;
import java.util.Map;
import java.util.Set;

/** A benefit of the host's, which may take no more than there is. */
record WatchedBenefit(String name, BenefitRule rule) implements BenefitRule {

  @Override
  public void give(Map<String, String> parameters, Discounts discounts) {
    try {
      rule.give(parameters, new Counted(discounts));
    } catch (RuntimeException thrown) {
      throw new AssertionError("The benefit " + name + " threw " + thrown, thrown);
    }
  }

  private record Counted(Discounts goods) implements Discounts {

    @Override
    public PromotionFacts facts() {
      return goods.facts();
    }

    @Override
    public int lines() {
      return goods.lines();
    }

    @Override
    public Sku sku(int line) {
      return goods.sku(line);
    }

    @Override
    public Set<String> categories(int line) {
      return goods.categories(line);
    }

    @Override
    public Quantity quantity(int line) {
      return goods.quantity(line);
    }

    @Override
    public UnitPrice unitPrice(int line) {
      return goods.unitPrice(line);
    }

    @Override
    public Money remaining(int line) {
      return goods.remaining(line);
    }

    @Override
    public Money take(int line, Money amount) {
      Money left = goods.remaining(line);
      if (amount.compareTo(left) > 0) {
        throw new IllegalStateException(
            "it takes " + amount + " of " + sku(line) + ", of which " + left + " is left");
      }
      return goods.take(line, amount);
    }

    /**
     * What is too much here stays with the shop: an amount off the order is more than some carts.
     */
    @Override
    public Money spread(Money amount, ItemFilter items) {
      return goods.spread(amount, items);
    }
  }
}
