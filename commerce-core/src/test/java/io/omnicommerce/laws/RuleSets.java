package io.omnicommerce.laws;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Channel;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.Market;
import io.omnicommerce.channel.MarketId;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.delivery.LeadTime;
import io.omnicommerce.money.Money;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.promotion.Lane;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.tax.TaxRate;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Shops as they might be: five things, two channels, any prices, taxes, promotions, conventions.
 */
public final class RuleSets {

  private static final Currency GBP = Currency.getInstance("GBP");
  private static final CountryCode GB = CountryCode.of("GB");
  private static final LeadTime DAY = new LeadTime(Duration.ofDays(1), Duration.ofDays(2));
  private static final List<String> TAXED = List.of("standard", "reduced", "untaxed");
  private static final List<Sku> SKUS =
      List.of(Sku.of("A"), Sku.of("B"), Sku.of("C"), Sku.of("D"), Sku.of("E"));
  private static final Promotions PROMOTIONS = new Promotions(GBP, SKUS, List.of("trade", "staff"));
  private static final PriceBooks PRICES = new PriceBooks(GBP, SKUS, "trade");

  private RuleSets() {}

  /** Any shop, with up to five promotions. */
  public static Arbitrary<RuleSet> any() {
    return any(ConventionChoices.any());
  }

  /** As {@link #any()}, in a market that has chosen so. */
  public static Arbitrary<RuleSet> any(Arbitrary<Conventions> conventions) {
    return Combinators.combine(
            conventions, PRICES.any(), rates(), promotions(), lanes(), deliveries())
        .as(RuleSets::of)
        .withoutEdgeCases();
  }

  /**
   * A shop in which nothing is ever rounded: prices that are multiples of 10,000.00, whole
   * percentages, no tax.
   */
  public static Arbitrary<RuleSet> exact() {
    return Combinators.combine(
            PRICES.multiples(1_000_000),
            PROMOTIONS.wholePercents(3),
            Arbitraries.just(List.<Lane>of()))
        .as(
            (prices, promotions, lanes) ->
                of(Conventions.STANDARD, prices, List.of(), promotions, lanes, List.of()))
        .withoutEdgeCases();
  }

  private static RuleSet of(
      Conventions conventions,
      List<PriceEntry> prices,
      List<TaxRate> rates,
      List<Promotion> promotions,
      List<Lane> lanes,
      List<DeliveryMethod> deliveries) {
    MarketId id = MarketId.of("uk");
    Market market = new Market(id, "UK", Set.of(GBP), "uk", GB, conventions);
    return RuleSet.of(market, channel(id, "web"), channel(id, "till")).toBuilder()
        .catalog(catalog())
        .lists(PRICES.lists())
        .prices(prices)
        .rates(rates)
        .deliveries(deliveries)
        .lanes(lanes)
        .promotions(spread(promotions, lanes))
        .build();
  }

  /** Every second promotion in the lane that was made up, if there is one. */
  private static List<Promotion> spread(List<Promotion> promotions, List<Lane> lanes) {
    List<Promotion> spread = new ArrayList<>();
    for (Promotion promotion : promotions) {
      boolean cart = promotion.stage() == Promotion.Stage.CART;
      boolean other = cart && !lanes.isEmpty() && spread.size() % 2 == 1;
      spread.add(other ? promotion.toBuilder().lane(lanes.get(0).name()).build() : promotion);
    }
    return spread;
  }

  private static Channel channel(MarketId market, String id) {
    return new Channel(ChannelId.of(id), id, Channel.Kind.WEB, market, List.of());
  }

  private static List<CatalogEntry> catalog() {
    List<CatalogEntry> entries = new ArrayList<>();
    for (Sku sku : SKUS) {
      String category = TAXED.get(entries.size() % TAXED.size());
      entries.add(CatalogEntry.of(sku, sku.value()).withTaxCategory(category));
    }
    return entries;
  }

  private static Arbitrary<List<TaxRate>> rates() {
    return Arbitraries.longs()
        .between(0, 3_000)
        .map(hundredths -> BigDecimal.valueOf(hundredths, 2).toPlainString())
        .list()
        .ofSize(3)
        .map(
            percents ->
                List.of(
                    TaxRate.included("IN", "standard", percents.get(0)),
                    TaxRate.added("ON", "standard", percents.get(1)),
                    TaxRate.added("REDUCED", "reduced", percents.get(2))));
  }

  private static Arbitrary<List<Promotion>> promotions() {
    return PROMOTIONS.any(5);
  }

  private static Arbitrary<List<Lane>> lanes() {
    return Combinators.combine(
            Arbitraries.integers().between(-1, 1),
            Arbitraries.of(io.omnicommerce.channel.Convention.Stacking.class).optional(0.7))
        .as((rank, stacking) -> new Lane("other", rank, stacking))
        .list()
        .ofMaxSize(1);
  }

  private static Arbitrary<List<DeliveryMethod>> deliveries() {
    return Arbitraries.longs()
        .between(0, 2_000)
        .map(minor -> List.of(ship("post", minor), ship("express", 2 * minor + 1)));
  }

  private static DeliveryMethod ship(String id, long minor) {
    return DeliveryMethod.ship(DeliveryMethodId.of(id), id, DAY, Money.ofMinor(minor, GBP));
  }
}
