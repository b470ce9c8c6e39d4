package io.omnicommerce.core.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.laws.ConventionChoices;
import io.omnicommerce.laws.Purchase;
import io.omnicommerce.laws.RuleSet;
import io.omnicommerce.laws.RuleSets;
import io.omnicommerce.laws.Till;
import io.omnicommerce.money.Currencies;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Buying some and getting some, told by things that all cost a pound: what is off are units. */
class BuyXGetYProperties {

  private static final Currency GBP = Currencies.of("GBP");
  private static final long POUND = 100;
  private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

  @Property
  void l22_no_more_units_are_free_than_those_that_are_paid_for_allow(
      @ForAll("shops") RuleSet shop,
      @ForAll @IntRange(min = 1, max = 4) int buy,
      @ForAll @IntRange(min = 1, max = 4) int get,
      @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 9) Integer> lines) {
    long units = lines.stream().mapToLong(Integer::longValue).sum();

    long free = off(shop.withPromotions(List.of(promotion("one", buy, get))), lines) / POUND;

    assertThat(free).isEqualTo(units / (buy + get) * get);
    assertThat(free).isLessThanOrEqualTo((units - free) / buy * get);
  }

  @Property
  void l22_a_unit_is_bought_or_given_once_over_all_promotions(
      @ForAll("shops") RuleSet shop,
      @ForAll @IntRange(min = 1, max = 4) int buy,
      @ForAll @IntRange(min = 1, max = 4) int get,
      @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 9) Integer> lines,
      @ForAll Random random) {
    long units = lines.stream().mapToLong(Integer::longValue).sum();
    int more = 1 + random.nextInt(3);
    List<Promotion> two = List.of(promotion("one", buy, get), promotion("two", more, 1));

    long off = off(shop.withPromotions(two), lines);

    long first = units / (buy + get);
    long rest = units - first * (buy + get);
    assertThat(off).isBetween(first * get * POUND, (first * get + rest / (more + 1)) * POUND);
  }

  @Provide
  Arbitrary<RuleSet> shops() {
    return RuleSets.any(ConventionChoices.of(Convention.BXGY_SELECTION, Convention.GROUP_FILL))
        .map(shop -> shop.withPrices(pounds(shop)));
  }

  private static List<PriceEntry> pounds(RuleSet shop) {
    return shop.catalog().stream()
        .map(entry -> PriceEntry.of(PriceListId.of("base"), entry.sku(), UnitPrice.of("1.00", GBP)))
        .toList();
  }

  private static Promotion promotion(String id, long buy, long get) {
    return Promotion.of(
        PromotionId.of(id),
        "P",
        new Benefit.BuyXGetY(
            ItemFilter.ALL,
            buy,
            ItemFilter.ALL,
            get,
            BigDecimal.valueOf(100),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty()));
  }

  /** What is off, in pence, where each line holds so many of what costs a pound. */
  private static long off(RuleSet shop, List<Integer> lines) {
    List<PricingLine> asked = new ArrayList<>();
    for (int units : lines) {
      Sku sku = shop.catalog().get(asked.size()).sku();
      asked.add(PricingLine.of(LineId.of("L" + asked.size()), sku, Quantity.of(units)));
    }
    PricingRequest request = PricingRequest.of(GBP, asked);
    Purchase purchase = new Purchase(shop.channels().get(0).id(), NOON, request);
    PricedCart priced = Till.of(shop).price(purchase);
    return priced.totals().adjustments().negated().minor();
  }
}
