package io.omnicommerce.laws;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.money.Money;
import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.Reduction;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * What might be taken off, in a currency.
 *
 * @param skus what promotions may name
 * @param groups of customers, which promotions may name
 */
public record Promotions(Currency currency, List<Sku> skus, List<String> groups) {

  private static final long PERCENT_ONE = 10_000;

  /** So many promotions at most, which stack in every way there is. */
  public Arbitrary<List<Promotion>> any(int max) {
    return Arbitraries.frequencyOf(Tuple.of(6, carts()), Tuple.of(1, shelves()))
        .list()
        .ofMaxSize(max)
        .map(Promotions::named);
  }

  /** As {@link #any}, that only ever take a whole percentage off, and always do. */
  public Arbitrary<List<Promotion>> wholePercents(int max) {
    Arbitrary<BigDecimal> whole = Arbitraries.longs().between(0, 100).map(BigDecimal::valueOf);
    Arbitrary<Benefit> off =
        Arbitraries.oneOf(
            Combinators.combine(whole, filters())
                .as((p, f) -> new Benefit.ItemPercent(p, f, OptionalLong.empty())),
            Combinators.combine(whole, filters())
                .as((p, f) -> new Benefit.OrderPercent(p, Optional.empty(), f)));
    return off.map(Promotions::unnamed).list().ofMaxSize(max).map(Promotions::named);
  }

  /** A promotion that waits for its name. */
  private interface Unnamed extends Function<PromotionId, Promotion> {}

  private static Unnamed unnamed(Benefit benefit) {
    return id -> Promotion.of(id, "P", benefit);
  }

  private static List<Promotion> named(List<Unnamed> promotions) {
    List<Promotion> named = new ArrayList<>();
    for (Unnamed promotion : promotions) {
      named.add(promotion.apply(PromotionId.of("p" + (10 + named.size()))));
    }
    return named;
  }

  /** On the price of a SKU, wherever it is shown. */
  private Arbitrary<Unnamed> shelves() {
    return Combinators.combine(percents(), filters())
        .as((percent, items) -> new Benefit.ItemPercent(percent, items, OptionalLong.empty()))
        .map(benefit -> id -> unnamed(benefit).apply(id).toBuilder().catalog().build());
  }

  private Arbitrary<Unnamed> carts() {
    return Combinators.combine(
            benefits(),
            conditions().list().ofMaxSize(1),
            Arbitraries.integers().between(-1, 1),
            Arbitraries.of(false, false, false, false, true),
            Arbitraries.of(false, false, false, true),
            windows(),
            amounts().optional(0.1))
        .as(
            (benefit, conditions, priority, exclusive, stop, window, most) ->
                id -> {
                  Promotion.Builder promotion = unnamed(benefit).apply(id).toBuilder();
                  most.ifPresent(promotion::amountMax);
                  return promotion
                      .conditions(conditions)
                      .priority(priority)
                      .exclusive(exclusive)
                      .stop(stop)
                      .window(window)
                      .build();
                });
  }

  private static Arbitrary<TimeWindow> windows() {
    TimeWindow week = TimeWindow.of(Purchases.NOON, Purchases.NOON.plus(Duration.ofDays(7)));
    return Arbitraries.of(TimeWindow.ALWAYS, TimeWindow.ALWAYS, week);
  }

  /** What promotions may ask for. */
  public Arbitrary<Condition> conditions() {
    Arbitrary<Condition> plain =
        Arbitraries.oneOf(
            Combinators.combine(amounts(), filters()).as(Condition.SubtotalAtLeast::new),
            Combinators.combine(few(), filters())
                .as((n, items) -> new Condition.QuantityAtLeast(Quantity.of(n), items)),
            filters().map(Condition.Contains::new),
            Arbitraries.of(groups).map(group -> new Condition.CustomerIn(Set.of(group))),
            Arbitraries.of(DayOfWeek.class).map(Promotions::evenings));
    return Arbitraries.oneOf(
        plain,
        plain.map(Condition.Not::new),
        plain.list().ofMinSize(1).ofMaxSize(2).map(Condition.All::new),
        plain.list().ofMinSize(1).ofMaxSize(2).map(Condition.Any::new));
  }

  private static Condition evenings(DayOfWeek day) {
    return new Condition.During(
        Set.of(day), LocalTime.of(18, 0), LocalTime.of(2, 0), ZoneOffset.UTC);
  }

  /** What promotions may give. */
  public Arbitrary<Benefit> benefits() {
    return Arbitraries.oneOf(onItems(), onGroups(), onOrders());
  }

  private Arbitrary<Benefit> onItems() {
    return Arbitraries.oneOf(
        Combinators.combine(percents(), filters(), units())
            .as((percent, items, n) -> new Benefit.ItemPercent(percent, items, n)),
        Combinators.combine(amounts(), filters(), units())
            .as((off, items, n) -> new Benefit.ItemFixed(off, items, n)),
        Combinators.combine(amounts(), filters())
            .as((price, items) -> new Benefit.ItemPrice(price, items)),
        Combinators.combine(amounts(), filters())
            .as((off, items) -> new Benefit.LineFixed(off, items)),
        Combinators.combine(amounts(), amounts(), filters(), units())
            .as((first, more, items, n) -> new Benefit.FirstAdditional(first, more, items, n)),
        Combinators.combine(percents(), percents(), few(), filters())
            .as(
                (base, more, from, items) ->
                    new Benefit.TieredItemPercent(
                        Benefit.TierBasis.QUANTITY,
                        base,
                        List.of(new Benefit.PercentTier(BigDecimal.valueOf(from), more)),
                        items)));
  }

  private Arbitrary<Benefit> onGroups() {
    return Arbitraries.oneOf(
        Combinators.combine(few(), few(), percents(), filters())
            .as(
                (count, more, percent, items) ->
                    new Benefit.UnitsInEvery(
                        count, count + more, Reduction.percent(percent), items)),
        Combinators.combine(few(), percents(), filters())
            .as(
                (n, percent, items) ->
                    new Benefit.QuantityGroup(n, Reduction.percent(percent), items)),
        Combinators.combine(few(), amounts(), filters())
            .as((n, price, items) -> new Benefit.GroupPrice(n, price, items)),
        Combinators.combine(few(), few(), percents(), filters(), filters())
            .as(
                (x, y, percent, buy, get) ->
                    new Benefit.BuyXGetY(
                        buy,
                        x,
                        get,
                        y,
                        percent,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty())));
  }

  private Arbitrary<Benefit> onOrders() {
    return Arbitraries.oneOf(
        Combinators.combine(percents(), amounts().optional(0.2), filters())
            .as((percent, most, items) -> new Benefit.OrderPercent(percent, most, items)),
        Combinators.combine(amounts(), filters())
            .as((off, items) -> new Benefit.OrderFixed(off, items)),
        Combinators.combine(amounts(), filters())
            .as((price, items) -> new Benefit.OrderPrice(price, items)),
        percents().map(percent -> new Benefit.ShippingPercent(percent, Set.of())),
        amounts().map(off -> new Benefit.ShippingFixed(off, Set.of())),
        amounts().map(off -> new Benefit.ShippingFixedAcross(off, Set.of())));
  }

  private Arbitrary<ItemFilter> filters() {
    Sku first = skus.get(0);
    Sku last = skus.get(skus.size() - 1);
    return Arbitraries.of(
        ItemFilter.ALL,
        ItemFilter.ALL,
        ItemFilter.skus(first),
        ItemFilter.ALL.withExceptSkus(Set.of(last)));
  }

  private static Arbitrary<BigDecimal> percents() {
    return Arbitraries.longs()
        .between(0, 100 * PERCENT_ONE)
        .map(parts -> BigDecimal.valueOf(parts, 4));
  }

  private Arbitrary<Amount> amounts() {
    return Arbitraries.longs()
        .between(0, 30_000)
        .map(minor -> Amount.of(Money.ofMinor(minor, currency)));
  }

  private static Arbitrary<Long> few() {
    return Arbitraries.longs().between(1, 4);
  }

  private static Arbitrary<OptionalLong> units() {
    return few().optional(0.3).map(n -> n.map(OptionalLong::of).orElse(OptionalLong.empty()));
  }
}
