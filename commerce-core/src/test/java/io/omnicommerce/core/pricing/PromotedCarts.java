package io.omnicommerce.core.pricing;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.core.channel.ChannelSettings;
import io.omnicommerce.core.price.PriceFacts;
import io.omnicommerce.core.price.PriceQuestion;
import io.omnicommerce.core.promotion.Basket;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.core.promotion.RuleBook;
import io.omnicommerce.core.tax.Taxation;
import io.omnicommerce.customer.Buyer;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.Derivation;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCoupon;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Budget;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Lane;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.Reduction;
import io.omnicommerce.tax.TaxZone;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Carts with deliveries, sales, floors, taxes and promotions of all kinds, as properties need. */
public final class PromotedCarts {

  private static final PriceListId BASE = PriceListId.of("base");
  private static final PriceListId SALE = PriceListId.of("sale");
  private static final PriceListId TRADE = PriceListId.of("trade");
  private static final DeliveryMethodId POST = DeliveryMethodId.of("post");
  private static final Money BUDGET = Money.of("4.00", Stall.GBP);
  private static final PromotionId OPENED = PromotionId.of("p2");

  /** What a market has beside its prices. */
  private record Rules(List<Promotion> promotions, List<Lane> lanes, Conventions conventions) {}

  private PromotedCarts() {}

  /** Carts that have a price. */
  public static Arbitrary<PricingCase> any() {
    return Combinators.combine(
            prices(),
            PricingCase.rates(),
            PricingCase.lines().filter(lines -> !lines.isEmpty()),
            charges(),
            rules())
        .as(
            (prices, rates, lines, charges, rules) ->
                new PricingCase(
                    facts(prices, PricingCase.zone(rates), rules),
                    PricingRequest.of(Stall.GBP, few(lines)).withCharges(charges)))
        .filter(PromotedCarts::hasPrice);
  }

  /** Whether nothing stands in the way of a price. */
  public static boolean hasPrice(PricingCase cart) {
    return PricingRules.tryPrice(cart.facts(), cart.request(), Map.of()).priced().isPresent();
  }

  /** Whole units, and few of them, as promotions count them; now and then something by weight. */
  private static List<PricingLine> few(List<PricingLine> lines) {
    return lines.stream()
        .map(
            line ->
                line.quantity().isWhole()
                    ? PricingLine.of(
                        line.id(), line.sku(), Quantity.of(1 + line.quantity().unscaled() % 12))
                    : line)
        .toList();
  }

  private static Arbitrary<List<Long>> prices() {
    return Arbitraries.longs().between(0, 4_000_000).list().ofSize(PricingCase.SKUS.size());
  }

  /** The price of a delivery, and perhaps a fee. */
  private static Arbitrary<List<Charge>> charges() {
    return Combinators.combine(PricingCase.charges(0, 2_000), Arbitraries.longs().between(0, 2_000))
        .as(
            (charges, fee) -> {
              List<Charge> all = new ArrayList<>(charges);
              all.add(
                  new Charge(
                      LineId.of("delivery"),
                      "delivery",
                      "Post",
                      Money.ofMinor(fee, Stall.GBP),
                      "standard",
                      Optional.of(POST.value())));
              return all;
            });
  }

  private static Arbitrary<Rules> rules() {
    return Combinators.combine(promotions(), lanes(), conventions()).as(Rules::new);
  }

  private static Arbitrary<List<Lane>> lanes() {
    return Combinators.combine(
            Arbitraries.integers().between(-1, 1), Arbitraries.of(Convention.Stacking.values()))
        .as((rank, stacking) -> List.of(Lane.of("second", rank).withStacking(stacking)));
  }

  /** Three conventions of all that there are, chosen anew. */
  private static Arbitrary<Conventions> conventions() {
    return Combinators.combine(
            Arbitraries.of(Convention.all()), Arbitraries.integers().between(0, 9))
        .as(Choice::new)
        .list()
        .ofSize(3)
        .map(
            choices -> {
              Conventions conventions = Conventions.STANDARD;
              for (Choice choice : choices) {
                conventions = choice.in(conventions);
              }
              return conventions;
            });
  }

  private record Choice(Convention<?> convention, int n) {
    Conventions in(Conventions before) {
      return chosen(before, convention, n);
    }

    private static <V> Conventions chosen(Conventions before, Convention<V> convention, int n) {
      return before.with(convention, convention.values().get(n % convention.values().size()));
    }
  }

  private static Arbitrary<List<Promotion>> promotions() {
    Arbitrary<Promotion.Builder> terms =
        Combinators.combine(
                benefit(),
                Arbitraries.integers().between(-1, 1),
                Arbitraries.integers().between(0, 15).map(n -> n == 0),
                Arbitraries.integers().between(0, 7).map(n -> n == 0),
                Arbitraries.of(true, true, false),
                Arbitraries.of("standard", "second"))
            .as(
                (benefit, priority, exclusive, stop, discounted, lane) ->
                    Promotion.of(PromotionId.of("p"), "Promotion", benefit).toBuilder()
                        .priority(priority)
                        .exclusive(exclusive)
                        .stop(stop)
                        .discountedItems(discounted)
                        .lane(lane));
    return Combinators.combine(
            terms,
            condition().optional(0.35),
            Arbitraries.longs().between(0, 5_000).optional(0.2),
            Arbitraries.of(0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6))
        .as(
            (builder, condition, most, way) -> {
              builder.conditions(condition.stream().toList());
              most.ifPresent(minor -> builder.amountMax(gbp(minor)));
              return special(builder.build(), way);
            })
        .list()
        .ofMinSize(2)
        .ofMaxSize(8)
        .map(PromotedCarts::named);
  }

  /** Some are of the catalog, on a coupon, used up, of another time, or with a budget. */
  private static Promotion special(Promotion promotion, int way) {
    return switch (way) {
      case 1 ->
          Promotion.of(promotion.id(), "Catalog", itemPercent("12.5")).toBuilder()
              .catalog()
              .build();
      case 2 -> promotion.toBuilder().onCoupon(true).build();
      case 3 -> promotion.toBuilder().usesMax(1).build();
      case 4 ->
          promotion.toBuilder().window(TimeWindow.from(PricingCase.AT.plusSeconds(1))).build();
      case 5 -> promotion.toBuilder().budget(Budget.of(BUDGET)).build();
      case 6 -> promotion.toBuilder().budget(Budget.downToTheLast(BUDGET)).build();
      default -> promotion;
    };
  }

  private static List<Promotion> named(List<Promotion> promotions) {
    List<Promotion> named = new ArrayList<>();
    for (Promotion promotion : promotions) {
      named.add(
          new Promotion(
              PromotionId.of("p" + (named.size() + 1)),
              promotion.title() + ' ' + (named.size() + 1),
              promotion.stage(),
              promotion.lane(),
              promotion.priority(),
              promotion.exclusive(),
              promotion.stop(),
              promotion.onCoupon(),
              promotion.discountedItems(),
              promotion.enabled(),
              promotion.window(),
              promotion.conditions(),
              promotion.benefits(),
              promotion.amountMax(),
              promotion.usesMax(),
              promotion.budget()));
    }
    return named;
  }

  private static Arbitrary<Condition> condition() {
    Arbitrary<Condition> plain =
        Arbitraries.oneOf(
            Combinators.combine(Arbitraries.longs().between(0, 30_000), filter())
                .as((minor, items) -> new Condition.SubtotalAtLeast(gbp(minor), items)),
            Combinators.combine(Arbitraries.longs().between(1, 20), filter())
                .as((units, items) -> new Condition.QuantityAtLeast(Quantity.of(units), items)),
            filter().map(Condition.Contains::new),
            Arbitraries.of("gold", "staff").map(group -> new Condition.CustomerIn(Set.of(group))),
            Arbitraries.longs().between(1, 2).map(Condition.NthOrder::new),
            Arbitraries.of("GB", "FR")
                .map(code -> new Condition.CountryIn(Set.of(CountryCode.of(code)))));
    return Arbitraries.oneOf(
        plain,
        plain.map(Condition.Not::new),
        plain.list().ofSize(2).map(Condition.Any::new),
        plain.list().ofSize(2).map(Condition.All::new));
  }

  private static Arbitrary<ItemFilter> filter() {
    return Arbitraries.of(
        ItemFilter.ALL, ItemFilter.skus(Sku.of("A"), Sku.of("B")), ItemFilter.categories("toys"));
  }

  private static Arbitrary<Benefit> benefit() {
    Arbitrary<BigDecimal> percents =
        Arbitraries.longs().between(0, 1_000_000).map(parts -> BigDecimal.valueOf(parts, 4));
    Arbitrary<Long> minor = Arbitraries.longs().between(0, 9_000);
    Arbitrary<Long> count = Arbitraries.longs().between(1, 4);
    return Arbitraries.oneOf(
        Combinators.combine(percents, filter(), count)
            .as((percent, items, n) -> new Benefit.ItemPercent(percent, items, OptionalLong.of(n))),
        Combinators.combine(percents, filter())
            .as((percent, items) -> new Benefit.ItemPercent(percent, items, OptionalLong.empty())),
        Combinators.combine(minor, filter())
            .as((off, items) -> new Benefit.ItemFixed(gbp(off), items, OptionalLong.empty())),
        Combinators.combine(percents, filter(), count)
            .as((off, items, n) -> new Benefit.QuantityGroup(n, Reduction.percent(off), items)),
        Combinators.combine(percents, minor.optional(0.3), filter())
            .as((percent, most, items) -> orderPercent(percent, most, items)),
        Combinators.combine(minor, filter())
            .as((off, items) -> new Benefit.OrderFixed(gbp(off), items)),
        Combinators.combine(count, count, percents)
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
        Arbitraries.of(Set.of("D"), Set.of("X", "E"), Set.of("A", "C", "E"))
            .map(
                skus ->
                    new Benefit.Gift(skus.stream().sorted().map(Sku::of).toList(), Quantity.ONE)),
        percents.map(percent -> new Benefit.ShippingPercent(percent, Set.of())));
  }

  private static Benefit orderPercent(BigDecimal percent, Optional<Long> most, ItemFilter items) {
    return new Benefit.OrderPercent(percent, most.map(PromotedCarts::gbp), items);
  }

  private static Benefit itemPercent(String percent) {
    return new Benefit.ItemPercent(new BigDecimal(percent), ItemFilter.ALL, OptionalLong.empty());
  }

  private static PricingFacts facts(List<Long> prices, TaxZone zone, Rules rules) {
    ChannelSettings settings = PricingCase.settings(rules.conventions());
    PriceQuestion question =
        PriceQuestion.of(
            settings,
            PricingCase.GUEST,
            Buyer.ANYBODY,
            Optional.empty(),
            Stall.GBP,
            PricingCase.AT);
    return new PricingFacts(
        settings,
        catalog(),
        PriceFacts.of(question, lists(), entries(prices)),
        Taxation.of(zone, settings.market(), Optional.empty(), PricingCase.AT),
        List.of(),
        promotions(rules),
        PricingCase.AT);
  }

  private static Map<Sku, CatalogEntry> catalog() {
    Map<Sku, CatalogEntry> catalog = new HashMap<>();
    for (Sku sku : PricingCase.SKUS) {
      int place = catalog.size();
      catalog.put(
          sku,
          CatalogEntry.of(sku, sku.value())
              .withCategories(place % 2 == 0 ? Set.of("toys") : Set.of())
              .withTaxCategory(PricingCase.CATEGORIES.get(place % PricingCase.CATEGORIES.size())));
    }
    return catalog;
  }

  private static Collection<PriceList> lists() {
    return List.of(
        PriceList.base(BASE, Stall.GBP),
        PriceList.sale(SALE, Stall.GBP),
        PriceList.base(TRADE, Stall.GBP)
            .withPriority(1)
            .withDerivation(Derivation.factor(BASE, "0.93", 2)));
  }

  /** B is on sale; C has a floor. */
  private static List<PriceEntry> entries(List<Long> prices) {
    List<PriceEntry> entries = new ArrayList<>();
    for (int i = 0; i < prices.size(); i++) {
      UnitPrice price = new UnitPrice(prices.get(i), 4, Stall.GBP);
      PriceEntry entry = PriceEntry.of(BASE, PricingCase.SKUS.get(i), price);
      entries.add(i == 2 ? entry.withFloor(new UnitPrice(prices.get(i) / 2, 4, Stall.GBP)) : entry);
    }
    entries.add(
        PriceEntry.of(
            SALE, PricingCase.SKUS.get(1), new UnitPrice(prices.get(1) * 3 / 4, 4, Stall.GBP)));
    return entries;
  }

  private static PromotionFacts promotions(Rules rules) {
    return new PromotionFacts(
        book(rules, Promotion.Stage.CATALOG),
        book(rules, Promotion.Stage.CART),
        new Basket.Buyer(
            Stall.WEB,
            Optional.empty(),
            Set.of("gold"),
            Optional.empty(),
            Optional.empty(),
            Set.of(POST),
            Set.of(OPENED),
            Set.of(PromotionId.of("p3")),
            budgets(rules),
            0,
            Stall.GBP,
            PricingCase.AT,
            Basket.Caller.NOBODY),
        List.of(
            new PricedCoupon(Optional.of(CouponCode.of("SAVE")), Optional.of(OPENED)),
            new PricedCoupon(Optional.of(CouponCode.of("OLD")), Optional.empty())),
        Set.of(PromotionId.of("p4")),
        HostRules.NONE);
  }

  /** Something of them is spent. */
  private static Map<PromotionId, Long> budgets(Rules rules) {
    Map<PromotionId, Long> left = new HashMap<>();
    for (Promotion promotion : rules.promotions()) {
      if (promotion.budget().isPresent()) {
        left.put(promotion.id(), BUDGET.minor() / 2);
      }
    }
    return left;
  }

  private static RuleBook book(Rules rules, Promotion.Stage stage) {
    return RuleBook.of(
        rules.promotions(), rules.lanes(), stage, HostRules.NONE, rules.conventions());
  }

  private static Amount gbp(long minor) {
    return Amount.of(Money.ofMinor(minor, Stall.GBP));
  }
}
