package io.omnicommerce.core.promotion;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.PortContractException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.spi.Discounts;
import io.omnicommerce.promotion.spi.PromotionFacts;
import java.util.Set;
import java.util.function.Function;

/**
 * What a benefit of the host's own sees of a deal, and may do to it.
 *
 * @param violation what is thrown where it does what it may not, with a sentence's second half
 */
record HostDiscounts(Deal deal, Function<String, PortContractException> violation)
    implements Discounts {

  @Override
  public int lines() {
    return deal.basket.lines;
  }

  @Override
  public PromotionFacts facts() {
    return deal.facts();
  }

  @Override
  public Sku sku(int line) {
    return deal.basket.skus[line];
  }

  @Override
  public Set<String> categories(int line) {
    return deal.basket.categories[line];
  }

  @Override
  public UnitPrice unitPrice(int line) {
    return deal.basket.prices[line];
  }

  @Override
  public Quantity quantity(int line) {
    return deal.basket.quantities[line];
  }

  @Override
  public Money remaining(int line) {
    return Money.ofMinor(deal.left[line], deal.basket.buyer.currency());
  }

  @Override
  public Money take(int line, Money amount) {
    return Money.ofMinor(
        deal.includes(ItemFilter.ALL, line) ? deal.takeMinor(line, minor(amount)) : 0,
        deal.basket.buyer.currency());
  }

  @Override
  public Money spread(Money amount, ItemFilter items) {
    return Money.ofMinor(
        deal.spreadFixed(minor(amount), deal.weights(items)), deal.basket.buyer.currency());
  }

  private long minor(Money amount) {
    if (!amount.currency().equals(deal.basket.buyer.currency()) || amount.isNegative()) {
      throw violation.apply("took " + amount + " of a cart in " + deal.basket.buyer.currency());
    }
    return amount.minor();
  }
}
