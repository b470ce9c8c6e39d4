package io.omnicommerce.core.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.Rounding;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.Reduction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for all carts, promotions and conventions. */
class PromotionProperties {

  private static final List<String> SKUS = List.of("A", "B", "C", "D");
  private static final Promotion IMPOSSIBLE =
      promotion(99, off(500_000), 0).toBuilder()
          .when(new Condition.SubtotalAtLeast(usd(1_000_000_000_000L), ItemFilter.ALL))
          .build();

  record Line(int sku, long priceMinor, long quantity, long floorPercent) {}

  record Case(List<Line> lines, List<Promotion> promotions, Conventions conventions, long fee) {

    Taken taken() {
      return taken(promotions);
    }

    Taken taken(List<Promotion> given) {
      RuleBook book =
          RuleBook.of(given, List.of(), Promotion.Stage.CART, HostRules.NONE, conventions);
      Basket basket = basket();
      Taken taken = new Taken(basket);
      Evaluation.of(book, basket)
          .forEach(
              (promotion, line, delivery, amount) ->
                  taken.add(promotion.id().value(), line >= 0 ? line : -1 - delivery, amount));
      return taken;
    }

    Basket basket() {
      Basket basket = new Basket(buyer(), lines.size(), 1);
      for (int i = 0; i < lines.size(); i++) {
        Line line = lines.get(i);
        UnitPrice price = UnitPrice.of(Money.ofMinor(line.priceMinor(), Kiosk.USD));
        Quantity quantity = Quantity.of(line.quantity());
        long amount = price.times(quantity, Rounding.HALF_UP).minor();
        basket.line(i, Sku.of(SKUS.get(line.sku())), Set.of(), price, quantity, amount);
        basket.floor(i, amount * line.floorPercent() / 100);
      }
      basket.delivery(0, io.omnicommerce.delivery.DeliveryMethodId.of("post"), fee);
      return basket;
    }

    private static Basket.Buyer buyer() {
      return new Basket.Buyer(
          ChannelId.of("web"),
          Optional.empty(),
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          Set.of(),
          Set.of(),
          Set.of(),
          0,
          Kiosk.USD,
          Kiosk.NOON);
    }
  }

  /** Who took what of which line; deliveries are negative. */
  record Taken(Basket basket, TreeMap<String, TreeMap<Integer, Long>> byPromotion) {
    Taken(Basket basket) {
      this(basket, new TreeMap<>());
    }

    void add(String promotion, int where, long amount) {
      byPromotion.computeIfAbsent(promotion, p -> new TreeMap<>()).merge(where, amount, Long::sum);
    }

    long of(int where) {
      return byPromotion.values().stream().mapToLong(of -> of.getOrDefault(where, 0L)).sum();
    }
  }

  @Property(tries = 1_000)
  void l15_l16_no_line_falls_below_its_floor_and_nothing_below_zero(@ForAll("cases") Case some) {
    Taken taken = some.taken();

    for (int line = 0; line < some.lines().size(); line++) {
      assertThat(taken.of(line))
          .isBetween(0L, taken.basket().amounts[line] - taken.basket().floor(line));
    }
    assertThat(taken.of(-1)).isBetween(0L, some.fee());
  }

  @Property(tries = 1_000)
  void l18_m2_the_order_in_which_promotions_are_listed_is_nothing(
      @ForAll("cases") Case some, @ForAll Random random) {
    List<Promotion> shuffled = new ArrayList<>(some.promotions());
    Collections.shuffle(shuffled, random);

    assertThat(some.taken(shuffled).byPromotion()).isEqualTo(some.taken().byPromotion());
  }

  @Property(tries = 1_000)
  void l19_m5_a_promotion_that_cannot_be_given_changes_nothing(@ForAll("cases") Case some) {
    List<Promotion> more = new ArrayList<>(some.promotions());
    more.add(IMPOSSIBLE);

    assertThat(some.taken(more).byPromotion()).isEqualTo(some.taken().byPromotion());
    assertThat(some.taken(List.of()).byPromotion()).isEmpty();
  }

  @Property(tries = 500)
  void l12_the_same_basket_gets_the_same_again_also_from_a_book_that_was_used(
      @ForAll("cases") Case some) {
    RuleBook book =
        RuleBook.of(
            some.promotions(), List.of(), Promotion.Stage.CART, HostRules.NONE, some.conventions());
    Basket basket = some.basket();

    assertThat(Evaluation.of(book, basket).toString().length()).isPositive();
    assertThat(told(Evaluation.of(book, basket))).isEqualTo(told(Evaluation.of(book, basket)));
  }

  @Property(tries = 500)
  void l20_an_exclusive_promotion_is_given_alone_or_not_at_all(@ForAll("cases") Case some) {
    Taken taken = some.taken();

    boolean exclusive =
        some.promotions().stream()
            .filter(Promotion::exclusive)
            .anyMatch(promotion -> taken.byPromotion().containsKey(promotion.id().value()));
    if (exclusive) {
      assertThat(taken.byPromotion()).hasSize(1);
    }
  }

  @Property(tries = 300)
  void the_best_deal_saves_at_least_what_any_promotion_saves_alone(@ForAll("cases") Case some) {
    Conventions best = some.conventions().with("stacking", "best_only");
    List<Promotion> plain =
        some.promotions().stream().map(p -> p.toBuilder().exclusive(false).build()).toList();
    Case all = new Case(some.lines(), plain, best, some.fee());

    long together = total(all.taken());
    for (Promotion promotion : plain) {
      assertThat(together).isGreaterThanOrEqualTo(total(all.taken(List.of(promotion))));
    }
  }

  private static long total(Taken taken) {
    return taken.byPromotion().values().stream()
        .flatMap(of -> of.values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  private static List<String> told(Evaluation.Outcome outcome) {
    List<String> told = new ArrayList<>();
    outcome.forEach(
        (promotion, line, delivery, amount) ->
            told.add(promotion.id() + " " + line + " " + delivery + " " + amount));
    return told;
  }

  @Provide
  Arbitrary<Case> cases() {
    return Combinators.combine(
            lines(), promotions(), conventions(), Arbitraries.longs().between(0, 2_000))
        .as(Case::new);
  }

  private static Arbitrary<List<Line>> lines() {
    return Combinators.combine(
            Arbitraries.integers().between(0, SKUS.size() - 1),
            Arbitraries.longs().between(0, 20_000),
            Arbitraries.longs().between(1, 12),
            Arbitraries.of(0L, 0L, 0L, 50L, 100L))
        .as(Line::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  private static Arbitrary<List<Promotion>> promotions() {
    return Combinators.combine(
            benefits(),
            Arbitraries.integers().between(-1, 1),
            Arbitraries.of(false, false, false, false, true),
            Arbitraries.of(false, false, false, true))
        .as(
            (benefit, priority, exclusive, stop) ->
                promotion(0, benefit, priority).toBuilder().exclusive(exclusive).stop(stop).build())
        .list()
        .ofMaxSize(5)
        .map(PromotionProperties::named);
  }

  private static List<Promotion> named(List<Promotion> promotions) {
    List<Promotion> named = new ArrayList<>();
    for (Promotion promotion : promotions) {
      named.add(
          promotion(named.size() + 1, promotion.benefits().get(0), promotion.priority()).toBuilder()
              .exclusive(promotion.exclusive())
              .stop(promotion.stop())
              .build());
    }
    return named;
  }

  private static Arbitrary<Benefit> benefits() {
    Arbitrary<BigDecimal> percents =
        Arbitraries.longs().between(0, 1_000_000).map(parts -> BigDecimal.valueOf(parts, 4));
    Arbitrary<ItemFilter> filters =
        Arbitraries.of(ItemFilter.ALL, ItemFilter.skus(Sku.of("A"), Sku.of("B")));
    Arbitrary<Long> minor = Arbitraries.longs().between(0, 30_000);
    Arbitrary<Long> few = Arbitraries.longs().between(1, 4);
    return Arbitraries.oneOf(
        Combinators.combine(percents, filters)
            .as((percent, items) -> new Benefit.ItemPercent(percent, items, OptionalLong.empty())),
        Combinators.combine(percents, filters, few)
            .as((percent, items, n) -> new Benefit.ItemPercent(percent, items, OptionalLong.of(n))),
        Combinators.combine(minor, filters)
            .as((off, items) -> new Benefit.ItemFixed(usd(off), items, OptionalLong.empty())),
        Combinators.combine(percents, filters, few)
            .as(
                (percent, items, n) ->
                    new Benefit.QuantityGroup(n, Reduction.percent(percent), items)),
        Combinators.combine(minor, filters, few)
            .as((price, items, n) -> new Benefit.GroupPrice(n, usd(price), items)),
        Combinators.combine(percents, filters)
            .as((percent, items) -> new Benefit.OrderPercent(percent, Optional.empty(), items)),
        Combinators.combine(minor, filters)
            .as((off, items) -> new Benefit.OrderFixed(usd(off), items)),
        Combinators.combine(few, few, percents)
            .as(
                (x, y, percent) ->
                    new Benefit.BuyXGetY(
                        ItemFilter.ALL,
                        x,
                        ItemFilter.ALL,
                        y,
                        percent,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty())),
        percents.map(percent -> new Benefit.ShippingPercent(percent, Set.of())));
  }

  /** Every choice of every convention that promotions follow, one at a time or two. */
  private static Arbitrary<Conventions> conventions() {
    List<Convention<?>> all =
        List.of(
            Convention.ROUNDING,
            Convention.PRORATION,
            Convention.DISCOUNT_ROUNDING,
            Convention.STACKING,
            Convention.PRIORITY_ORDER,
            Convention.EXCLUSIVE,
            Convention.RULE_BASIS,
            Convention.ITEM_PERCENT_BASIS,
            Convention.ITEM_PERCENT_ROUNDING,
            Convention.PERCENT_ROUNDING,
            Convention.LIMITED_UNITS_BASIS,
            Convention.PRICE_FLOOR,
            Convention.BXGY_SELECTION,
            Convention.BXGY_PARTIAL,
            Convention.BXGY_REPEAT,
            Convention.BXGY_UNIT_REUSE,
            Convention.GROUP_FILL);
    Arbitrary<Conventions> one =
        Combinators.combine(Arbitraries.of(all), Arbitraries.integers().between(0, 9))
            .as((convention, n) -> chosen(Conventions.STANDARD, convention, n));
    return Combinators.combine(one, Arbitraries.of(all), Arbitraries.integers().between(0, 9))
        .as(PromotionProperties::chosen);
  }

  private static <V> Conventions chosen(Conventions before, Convention<V> convention, int n) {
    return before.with(convention, convention.values().get(n % convention.values().size()));
  }

  private static Promotion promotion(int number, Benefit benefit, int priority) {
    return Promotion.of(PromotionId.of("p" + number), "P", benefit).toBuilder()
        .priority(priority)
        .build();
  }

  private static Benefit off(long minor) {
    return new Benefit.OrderFixed(usd(minor), ItemFilter.ALL);
  }

  private static Amount usd(long minor) {
    return Amount.of(Money.ofMinor(minor, Kiosk.USD));
  }
}
