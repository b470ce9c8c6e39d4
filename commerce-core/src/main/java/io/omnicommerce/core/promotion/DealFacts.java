package io.omnicommerce.core.promotion;

import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.money.Money;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.spi.PromotionFacts;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What conditions see of a deal. */
record DealFacts(Deal deal) implements PromotionFacts {

  @Override
  public ChannelId channel() {
    return deal.basket.buyer.channel();
  }

  @Override
  public Optional<LocationId> location() {
    return deal.basket.buyer.location();
  }

  @Override
  public Optional<CustomerId> customer() {
    return deal.basket.buyer.caller().customer();
  }

  @Override
  public Map<String, String> attributes() {
    return deal.basket.buyer.caller().attributes();
  }

  @Override
  public Set<String> groups() {
    return deal.basket.buyer.groups();
  }

  @Override
  public Optional<CountryCode> destination() {
    return deal.basket.buyer.destination();
  }

  @Override
  public Optional<String> paymentMethod() {
    return deal.basket.buyer.paymentMethod();
  }

  @Override
  public Set<DeliveryMethodId> deliveryMethods() {
    return deal.basket.buyer.deliveryMethods();
  }

  @Override
  public long orders() {
    return deal.basket.buyer.orders();
  }

  @Override
  public Currency currency() {
    return deal.basket.buyer.currency();
  }

  @Override
  public Instant at() {
    return deal.basket.buyer.at();
  }

  long subtotalMinor(ItemFilter items) {
    long[] amounts = deal.policies.originalBasis() ? deal.basket.amounts : deal.left;
    boolean all = items.isAll();
    long sum = 0;
    for (int line = 0; line < amounts.length; line++) {
      if (all || deal.isMeant(items, line)) {
        sum = Math.addExact(sum, amounts[line]);
      }
    }
    return sum;
  }

  @Override
  public Money subtotal(ItemFilter items) {
    return Money.ofMinor(subtotalMinor(items), currency());
  }

  @Override
  public Quantity quantity(ItemFilter items) {
    boolean all = items.isAll();
    Quantity sum = Quantity.ZERO;
    for (int line = 0; line < deal.basket.lines; line++) {
      if (all || deal.isMeant(items, line)) {
        sum = sum.isZero() ? deal.basket.quantities[line] : sum.plus(deal.basket.quantities[line]);
      }
    }
    return sum;
  }

  @Override
  public Quantity lineQuantity(ItemFilter items) {
    Quantity most = Quantity.ZERO;
    for (int line = 0; line < deal.basket.lines; line++) {
      if (deal.isMeant(items, line) && deal.basket.quantities[line].compareTo(most) > 0) {
        most = deal.basket.quantities[line];
      }
    }
    return most;
  }

  boolean contains(ItemFilter items) {
    for (int line = 0; line < deal.basket.lines; line++) {
      if (deal.isMeant(items, line)) {
        return true;
      }
    }
    return false;
  }
}
