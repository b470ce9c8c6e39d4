package io.omnicommerce.core.promotion;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.money.Currencies;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.Rounding;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Lane;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Baskets and promotions in few words. */
final class Kiosk {

  static final Currency USD = Currencies.of("USD");
  static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

  private final List<Goods> goods = new ArrayList<>();
  private final List<Promotion> promotions = new ArrayList<>();
  private final List<Lane> lanes = new ArrayList<>();
  private final Map<String, Long> deliveries = new TreeMap<>();
  private Conventions conventions = Conventions.STANDARD;
  private HostRules host = HostRules.NONE;
  private Set<PromotionId> unlocked = Set.of();
  private Set<String> groups = Set.of();
  private Instant at = NOON;
  private Set<String> unsold = Set.of();

  private record Goods(
      String sku, String price, Quantity quantity, String floor, boolean reduced, Set<String> in) {}

  Kiosk with(String sku, String price, long quantity, String... categories) {
    goods.add(new Goods(sku, price, Quantity.of(quantity), "0", false, Set.of(categories)));
    return this;
  }

  /** Goods by weight. */
  Kiosk weighed(String sku, String price, String quantity) {
    goods.add(new Goods(sku, price, Quantity.parse(quantity), "0", false, Set.of()));
    return this;
  }

  Kiosk withFloor(String sku, String price, long quantity, String floor) {
    goods.add(new Goods(sku, price, Quantity.of(quantity), floor, false, Set.of()));
    return this;
  }

  Kiosk withReduced(String sku, String price, long quantity) {
    goods.add(new Goods(sku, price, Quantity.of(quantity), "0", true, Set.of()));
    return this;
  }

  Kiosk delivery(String method, String fee) {
    deliveries.put(method, minor(fee));
    return this;
  }

  Kiosk promotion(String id, Benefit... benefits) {
    return promotion(Promotion.of(PromotionId.of(id), id, benefits));
  }

  Kiosk promotion(Promotion promotion) {
    promotions.add(promotion);
    return this;
  }

  Kiosk lane(Lane lane) {
    lanes.add(lane);
    return this;
  }

  Kiosk convention(String name, String value) {
    conventions = conventions.with(name, value);
    return this;
  }

  Kiosk host(HostRules rules) {
    host = rules;
    return this;
  }

  Kiosk coupons(String... promotions) {
    unlocked =
        java.util.Arrays.stream(promotions)
            .map(PromotionId::of)
            .collect(java.util.stream.Collectors.toSet());
    return this;
  }

  Kiosk groups(String... of) {
    groups = Set.of(of);
    return this;
  }

  Kiosk at(String instant) {
    at = Instant.parse(instant);
    return this;
  }

  Kiosk unsold(String... skus) {
    unsold = Set.of(skus);
    return this;
  }

  Basket basket() {
    Basket basket = new Basket(buyer(), goods.size(), deliveries.size());
    basket.gifts((sku, quantity) -> !unsold.contains(sku.value()));
    for (int i = 0; i < goods.size(); i++) {
      Goods some = goods.get(i);
      UnitPrice price = UnitPrice.of(some.price, USD);
      basket.line(
          i,
          Sku.of(some.sku),
          some.in,
          price,
          some.quantity,
          price.times(some.quantity, Rounding.HALF_UP).minor());
      basket.floor(i, UnitPrice.of(some.floor, USD).times(some.quantity, Rounding.HALF_UP).minor());
      if (some.reduced) {
        basket.discounted(i);
      }
    }
    int at = 0;
    for (Map.Entry<String, Long> fee : deliveries.entrySet()) {
      basket.delivery(at++, DeliveryMethodId.of(fee.getKey()), fee.getValue());
    }
    return basket;
  }

  private Basket.Buyer buyer() {
    return new Basket.Buyer(
        ChannelId.of("web"),
        Optional.empty(),
        groups,
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        unlocked,
        Set.of(),
        0,
        USD,
        at);
  }

  RuleBook book() {
    return RuleBook.of(promotions, lanes, Promotion.Stage.CART, host, conventions);
  }

  Evaluation.Outcome outcome() {
    return Evaluation.of(book(), basket());
  }

  /** What was taken of each SKU and delivery, in major units. */
  Map<String, String> taken() {
    return sums((promotion, where) -> where);
  }

  /** What each promotion took. */
  Map<String, String> byPromotion() {
    return sums((promotion, where) -> promotion);
  }

  String total() {
    long[] total = {0};
    outcome().forEach((promotion, line, delivery, amount) -> total[0] += amount);
    return major(total[0]);
  }

  private Map<String, String> sums(java.util.function.BinaryOperator<String> name) {
    Map<String, Long> sums = new TreeMap<>();
    List<String> methods = List.copyOf(deliveries.keySet());
    outcome()
        .forEach(
            (promotion, line, delivery, amount) ->
                sums.merge(
                    name.apply(
                        promotion.id().value(),
                        line >= 0 ? goods.get(line).sku : methods.get(delivery)),
                    amount,
                    Long::sum));
    Map<String, String> shown = new TreeMap<>();
    sums.forEach((key, minor) -> shown.put(key, major(minor)));
    return shown;
  }

  static long minor(String major) {
    return Money.of(major, USD).minor();
  }

  private static String major(long minor) {
    return Money.ofMinor(minor, USD).toBigDecimal().toPlainString();
  }

  static Amount usd(String amount) {
    return Amount.of(Money.of(amount, USD));
  }

  static Benefit orderFixed(String amount) {
    return new Benefit.OrderFixed(usd(amount), ItemFilter.ALL);
  }

  static Benefit orderPercent(String percent) {
    return new Benefit.OrderPercent(new BigDecimal(percent), Optional.empty(), ItemFilter.ALL);
  }

  static Benefit itemPercent(String percent) {
    return new Benefit.ItemPercent(new BigDecimal(percent), ItemFilter.ALL, OptionalLong.empty());
  }

  static Benefit itemFixed(String amount) {
    return new Benefit.ItemFixed(usd(amount), ItemFilter.ALL, OptionalLong.empty());
  }

  static Promotion promo(String id, Benefit... benefits) {
    return Promotion.of(PromotionId.of(id), id, benefits);
  }
}
