package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.DeliveryPages.POST;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.catalog.Weight;
import io.omnicommerce.common.Destination;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.checkout.DeliveryPages.Said;
import io.omnicommerce.core.promotion.CorePromotionService;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.delivery.AmountBasis;
import io.omnicommerce.delivery.DeliveryFee;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryPrice;
import io.omnicommerce.delivery.DeliveryPrice.AmountStep;
import io.omnicommerce.delivery.DeliveryPrice.UnitStep;
import io.omnicommerce.delivery.DeliveryPrice.WeightStep;
import io.omnicommerce.delivery.DeliveryRate;
import io.omnicommerce.delivery.LeadTime;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.PromotionService;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Delivery costs the same wherever it is said, whatever the rates, the goods and the promotions.
 */
class DeliveryPriceProperties {

  private static final LeadTime DAYS = new LeadTime(Duration.ofDays(1), Duration.ofDays(3));

  /** Ada's home, places around it, and one that it is not in. */
  private static final List<Destination> PLACES =
      List.of(
          Destination.parse("GB"),
          Destination.parse("GB/SW"),
          Destination.parse("GB/SW1Y"),
          Destination.parse("GB/EC"));

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void R28_the_product_page_the_cart_and_the_checkout_say_the_same_and_nothing_is_lost(
      @ForAll("rates") List<DeliveryRate> rates,
      @ForAll("goods") Map<Sku, Long> goods,
      @ForAll("benefits") List<Benefit> benefits) {
    DeliveryPages pages = new DeliveryPages().with(method(rates));
    furnish(pages, benefits);

    Said product = pages.onTheProductPage(goods);
    CartId cart = pages.cart(goods);
    Said choice = pages.whereItIsChosen(cart);

    assertThat(product.charges().isEmpty()).isNotEqualTo(product.refused().isEmpty());
    assertThat(choice).isEqualTo(product);
    if (canBeChosen(product)) {
      assertThat(pages.inTheCart(cart)).isEqualTo(product);
      assertThat(pages.atTheCheckout(cart)).isEqualTo(product);
      pages.buying.attempts().forEach(attempt -> assertNothingLost(attempt.priced()));
    }
  }

  /** A place that a method does not go to at all is refused when it is chosen. */
  private static boolean canBeChosen(Said said) {
    return said.refused().stream().noneMatch(refusal -> refusal.facts().get("country").isPresent());
  }

  private static void assertNothingLost(PricedCart priced) {
    Money charged = Money.zero(Shop.GBP);
    for (PricedCharge charge : priced.charges()) {
      charged = charged.plus(charge.charge().amount());
      assertThat(charge.payable().isNegative()).isFalse();
    }
    assertThat(priced.totals().charges()).isEqualTo(charged);
    Money paid = Money.zero(Shop.GBP);
    paid = paid.plus(Money.sum(Shop.GBP, priced.lines().stream().map(l -> l.payable()).toList()));
    paid = paid.plus(Money.sum(Shop.GBP, priced.charges().stream().map(c -> c.payable()).toList()));
    assertThat(priced.totals().grand()).isEqualTo(paid);
    assertThat(priced.trace().total(Shop.GBP)).isEqualTo(paid);
  }

  private static DeliveryMethod method(List<DeliveryRate> rates) {
    return DeliveryMethod.ship(POST, "Post", DAYS).withRates(rates.toArray(DeliveryRate[]::new));
  }

  private static void furnish(DeliveryPages pages, List<Benefit> benefits) {
    pages.buying.shop.sell(
        CatalogEntry.of(Shop.MUG_RED, "Mug").withWeight(Weight.ofGrams(400)),
        CatalogEntry.of(Shop.TEE_M, "T-shirt").withWeight(Weight.ofGrams(180)));
    List<Promotion> promotions = new ArrayList<>();
    for (Benefit benefit : benefits) {
      String id = "p" + promotions.size();
      promotions.add(Promotion.of(PromotionId.of(id), id, benefit));
    }
    new CorePromotionService(
            pages.buying.shop.storage(), HostRules.NONE, pages.buying.shop.secrets())
        .save(Shop.staff(PromotionService.EDIT), promotions);
  }

  /** A rate for each of some places, none named twice. */
  @Provide
  Arbitrary<List<DeliveryRate>> rates() {
    Arbitrary<Set<Integer>> places = Arbitraries.integers().between(-1, 3).set().ofMinSize(1);
    return Combinators.combine(places, rate().list().ofSize(PLACES.size() + 1))
        .as(
            (chosen, rates) ->
                new TreeSet<>(chosen)
                    .stream()
                        .map(
                            i ->
                                i < 0
                                    ? rates.get(PLACES.size())
                                    : rates.get(i).withPlaces(PLACES.get(i)))
                        .toList());
  }

  private static Arbitrary<DeliveryRate> rate() {
    return Combinators.combine(
            price(),
            money(0, 200).map(amount -> new DeliveryFee("Fee", amount)).list().ofMaxSize(2),
            money(0, 4_000).optional(0.5),
            money(0, 4_000).optional(0.3),
            Arbitraries.of(AmountBasis.values()))
        .as(
            (price, fees, free, min, basis) ->
                new DeliveryRate(Set.of(), price, fees, free, min, basis));
  }

  private static Arbitrary<DeliveryPrice> price() {
    Arbitrary<DeliveryPrice> weight =
        Combinators.combine(
                steps(6_000),
                Arbitraries.longs().between(0, 500).optional(0.7),
                Arbitraries.longs().between(1_000, 6_000).optional(0.3))
            .as(
                (steps, assumed, max) ->
                    new DeliveryPrice.ByWeight(
                        steps.stream()
                            .map(s -> new WeightStep(Weight.ofGrams(s.from()), s.price()))
                            .toList(),
                        assumed.map(Weight::ofGrams),
                        max.map(Weight::ofGrams)));
    return Arbitraries.oneOf(
        money(0, 900).map(DeliveryPrice.Flat::new),
        money(0, 300).map(DeliveryPrice.PerUnit::new),
        weight,
        steps(10).map(DeliveryPrice.ByUnits::new),
        steps(6_000)
            .map(
                steps ->
                    new DeliveryPrice.ByAmount(
                        steps.stream()
                            .map(s -> new AmountStep(Money.ofMinor(s.from(), Shop.GBP), s.price()))
                            .toList())));
  }

  private static Arbitrary<List<UnitStep>> steps(long fromMax) {
    Arbitrary<Set<Long>> froms = Arbitraries.longs().between(1, fromMax).set().ofMaxSize(4);
    return Combinators.combine(froms, money(0, 900).list().ofSize(5))
        .as(
            (some, prices) -> {
              SortedSet<Long> all = new TreeSet<>(some);
              all.add(0L);
              List<UnitStep> steps = new ArrayList<>();
              all.forEach(from -> steps.add(new UnitStep(from, prices.get(steps.size()))));
              return steps;
            });
  }

  @Provide
  Arbitrary<Map<Sku, Long>> goods() {
    return Arbitraries.maps(
            Arbitraries.of(Shop.MUG_RED, Shop.TEE_M, Shop.BOOK), Arbitraries.longs().between(1, 5))
        .ofMinSize(1)
        .map(TreeMap::new);
  }

  @Provide
  Arbitrary<List<Benefit>> benefits() {
    return Arbitraries.of(
            new Benefit.OrderPercent(BigDecimal.valueOf(15), Optional.empty(), ItemFilter.ALL),
            new Benefit.ItemPercent(
                BigDecimal.valueOf(33), ItemFilter.ALL, java.util.OptionalLong.empty()),
            new Benefit.ShippingPercent(BigDecimal.valueOf(50), Set.of()),
            new Benefit.ShippingPercent(BigDecimal.valueOf(100), Set.of(POST)))
        .map(benefit -> (Benefit) benefit)
        .list()
        .ofMaxSize(3);
  }

  private static Arbitrary<Money> money(long min, long max) {
    return Arbitraries.longs().between(min, max).map(minor -> Money.ofMinor(minor, Shop.GBP));
  }
}
