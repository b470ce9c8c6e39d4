package io.omnicommerce.examples.benchmarks;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Channel;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.Market;
import io.omnicommerce.channel.MarketId;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.core.channel.ChannelSettings;
import io.omnicommerce.core.price.PriceExplanations;
import io.omnicommerce.core.price.PriceFacts;
import io.omnicommerce.core.price.PriceOffers;
import io.omnicommerce.core.price.PriceQuestion;
import io.omnicommerce.core.pricing.Pricing;
import io.omnicommerce.core.pricing.PricingFacts;
import io.omnicommerce.core.pricing.PromotionFacts;
import io.omnicommerce.core.promotion.Basket;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.core.promotion.RuleBook;
import io.omnicommerce.core.tax.Taxation;
import io.omnicommerce.customer.Buyer;
import io.omnicommerce.money.Currencies;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceConditions;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricingExplanation;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.tax.TaxRate;
import io.omnicommerce.tax.TaxZone;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A cart of numbered SKUs at its facts: each SKU has a base price and one for the buyer's group,
 * each with two quantity tiers; five promotions apply, the others fail for one of five reasons.
 */
final class PricingWorld {

  static final int SKUS = 10_000;
  static final int CATEGORIES = 10;
  static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  private static final Currency GBP = Currencies.of("GBP");
  private static final ChannelId WEB = ChannelId.of("web");
  private static final PriceListId BASE = PriceListId.of("base");
  private static final PriceListId CLUB = PriceListId.of("club");

  final int lines;
  final int promotions;
  private final List<PriceList> lists =
      List.of(
          PriceList.base(BASE, GBP),
          PriceList.base(CLUB, GBP)
              .withConditions(PriceConditions.NONE.withGroups(Set.of("club"))));
  private final List<PriceEntry> entries = new ArrayList<>();
  private final Map<Sku, CatalogEntry> catalog = new HashMap<>();
  private final ChannelSettings settings = settings();
  private final RuleBook none;
  private final RuleBook book;
  private final Taxation taxes;
  private final Basket.Buyer buyer;
  private final PriceQuestion question;
  private final PricingRequest request;
  private final PriceOffers offers;

  /**
   * @param size lines x promotions
   */
  PricingWorld(String size) {
    String[] parts = size.split("x", 2);
    lines = Integer.parseInt(parts[0]);
    promotions = Integer.parseInt(parts[1]);
    none = book(List.of(), Promotion.Stage.CATALOG);
    book = book(promotions(promotions), Promotion.Stage.CART);
    taxes = Taxation.of(zone(), settings.market(), Optional.empty(), NOW);
    buyer = buyer();
    question =
        PriceQuestion.of(
            settings,
            CallContext.of(TenantId.of("acme"), WEB, Actor.guest("s-1")),
            new Buyer(Set.of("club"), Optional.empty(), Set.of()),
            Optional.empty(),
            GBP,
            NOW);
    request = PricingRequest.of(GBP, lines());
    offers = PriceOffers.of(lists, entries, Conventions.STANDARD);
  }

  /** From the rows of the cart's SKUs to the priced cart. */
  PricedCart price() {
    return Pricing.price(facts(), request);
  }

  /** From the same rows to everything that can be said of the price. */
  PricingExplanation explain() {
    return Pricing.explain(
        facts(),
        request,
        Map.of(),
        quantities -> PriceExplanations.of(lists, entries, question, quantities),
        List.of());
  }

  private PricingFacts facts() {
    return new PricingFacts(
        settings,
        catalog,
        PriceFacts.of(question, offers),
        taxes,
        List.of(),
        new PromotionFacts(none, book, buyer, List.of(), Set.of(), HostRules.NONE),
        NOW);
  }

  // ---- the goods, also for who prices them in a straight line

  /** Spread over the catalog, the same in every run. */
  static int sku(int line) {
    return (line * 7_919 + 13) % SKUS;
  }

  static int quantity(int line) {
    return 1 + line * 5 % 23;
  }

  static int category(int sku) {
    return sku % CATEGORIES;
  }

  /** In minor units; in the club from a quantity of 1, 5 or 20. */
  static long price(int sku, boolean club, int tier) {
    return (1_999 + sku * 37L % 9_000) * (100 - (club ? 5 : 0) - tier * 3L) / 100;
  }

  static int tier(int quantity) {
    return quantity >= 20 ? 2 : quantity >= 5 ? 1 : 0;
  }

  private List<PricingLine> lines() {
    List<PricingLine> made = new ArrayList<>();
    for (int line = 0; line < lines; line++) {
      int number = sku(line);
      Sku sku = Sku.of(String.format(Locale.ROOT, "SKU-%05d", number));
      catalog.put(
          sku,
          CatalogEntry.of(sku, sku.value()).withCategories(Set.of("category-" + category(number))));
      entries.add(entry(BASE, sku, number, false));
      entries.add(entry(CLUB, sku, number, true));
      made.add(
          PricingLine.of(
              LineId.of(String.format(Locale.ROOT, "%04d", line)),
              sku,
              Quantity.of(quantity(line))));
    }
    return made;
  }

  private static PriceEntry entry(PriceListId list, Sku sku, int number, boolean club) {
    return PriceEntry.of(list, sku, unit(price(number, club, 0)))
        .withTier(Quantity.of(5), unit(price(number, club, 1)))
        .withTier(Quantity.of(20), unit(price(number, club, 2)));
  }

  private static UnitPrice unit(long minor) {
    return UnitPrice.of(Money.ofMinor(minor, GBP));
  }

  // ---- promotions

  /** Five that apply, and so many others that they are as many as is said. */
  static List<Promotion> promotions(int count) {
    List<Promotion> all = new ArrayList<>(applying());
    for (int i = 0; all.size() < count; i++) {
      all.add(failing(i));
    }
    return all;
  }

  private static List<Promotion> applying() {
    return List.of(
        promotion("all-10", 90, items("10", ItemFilter.ALL)),
        promotion("category-5", 80, items("5", ItemFilter.categories("category-3"))),
        promotion("order-4", 70, order("4")),
        promotion("order-3", 60, order("3")),
        promotion("order-fixed", 50, new Benefit.OrderFixed(gbp(1_000), ItemFilter.ALL)));
  }

  private static Promotion promotion(String id, int priority, Benefit benefit) {
    return Promotion.of(PromotionId.of(id), id, benefit).toBuilder().priority(priority).build();
  }

  private static Benefit items(String percent, ItemFilter items) {
    return new Benefit.ItemPercent(new BigDecimal(percent), items, OptionalLong.empty());
  }

  private static Benefit order(String percent) {
    return new Benefit.OrderPercent(new BigDecimal(percent), Optional.empty(), ItemFilter.ALL);
  }

  private static Amount gbp(long minor) {
    return Amount.of(Money.ofMinor(minor, GBP));
  }

  /** One that fails, for the channel, the segment, the category, the subtotal or the date. */
  private static Promotion failing(int i) {
    Promotion.Builder some =
        promotion(String.format(Locale.ROOT, "other-%05d", i), 10, items("20", ItemFilter.ALL))
            .toBuilder();
    switch (i % 5) {
      case 0 -> some.conditions(List.of(new Condition.ChannelIn(Set.of(ChannelId.of("till")))));
      case 1 -> some.conditions(List.of(new Condition.CustomerIn(Set.of("segment-" + i % 50))));
      case 2 ->
          some.conditions(
              List.of(
                  new Condition.QuantityAtLeast(
                      Quantity.of(2), ItemFilter.categories("other-category-" + i % 200))));
      case 3 ->
          some.conditions(
              List.of(new Condition.SubtotalAtLeast(gbp(10_000_000_000L), ItemFilter.ALL)));
      default -> some.window(TimeWindow.of(NOW.plusSeconds(i), NOW.plusSeconds(i + 86_400L)));
    }
    return some.build();
  }

  private RuleBook book(List<Promotion> all, Promotion.Stage stage) {
    return RuleBook.of(all, List.of(), stage, HostRules.NONE, Conventions.STANDARD);
  }

  private static Basket.Buyer buyer() {
    return new Basket.Buyer(
        WEB,
        Optional.empty(),
        Set.of("club"),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Set.of(),
        Set.of(),
        0,
        GBP,
        NOW);
  }

  private static TaxZone zone() {
    return new TaxZone("uk", List.of(TaxRate.included("VAT", "standard", "20")));
  }

  private static ChannelSettings settings() {
    Market market =
        new Market(
            MarketId.of("uk"), "UK", Set.of(GBP), "uk", CountryCode.of("GB"), Conventions.STANDARD);
    return new ChannelSettings(
        new Channel(WEB, "Web", Channel.Kind.WEB, market.id(), List.of()), market);
  }
}
