package io.omnicommerce.core.pricing;

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
import io.omnicommerce.core.channel.ChannelSettings;
import io.omnicommerce.core.price.PriceFacts;
import io.omnicommerce.core.price.PriceQuestion;
import io.omnicommerce.core.promotion.Basket;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.core.promotion.RuleBook;
import io.omnicommerce.core.tax.Taxation;
import io.omnicommerce.customer.Buyer;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.Rounding;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricingInputs;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.tax.TaxRate;
import io.omnicommerce.tax.TaxZone;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Facts and a request, as properties make them up: nothing is stored. */
public record PricingCase(PricingFacts facts, PricingRequest request) {

  static final Instant AT = Instant.parse("2026-06-01T12:00:00Z");

  static final CallContext GUEST =
      CallContext.of(TenantId.of("acme"), Stall.WEB, Actor.guest("s-1"));
  static final List<String> CATEGORIES = List.of("standard", "reduced", "untaxed");
  static final List<Sku> SKUS =
      List.of(Sku.of("A"), Sku.of("B"), Sku.of("C"), Sku.of("D"), Sku.of("E"));

  public PricedCart price() {
    return PricingRules.price(facts, request, Map.of());
  }

  /** What the price is computed from. */
  public PricingInputs inputs() {
    return PricingRules.tryPrice(facts, request, Map.of()).inputs().get();
  }

  public PricingCase withLines(List<PricingLine> lines) {
    return with(lines, request.charges());
  }

  PricingCase with(List<PricingLine> lines, List<Charge> charges) {
    return new PricingCase(facts, request.withLines(lines).withCharges(charges));
  }

  /** Carts with charges between these amounts, in minor units. */
  static Arbitrary<PricingCase> any(long chargeMin, long chargeMax) {
    return Combinators.combine(
            prices(),
            rates(),
            Arbitraries.of(Rounding.class),
            lines(),
            charges(chargeMin, chargeMax))
        .as(
            (prices, rates, rounding, lines, charges) ->
                new PricingCase(
                    facts(prices, rates, rounding),
                    PricingRequest.of(Stall.GBP, lines).withCharges(charges)));
  }

  /** For each SKU a price, and a lower one from five on. */
  private static Arbitrary<List<List<Long>>> prices() {
    return Arbitraries.longs().between(0, 50_000_000).list().ofSize(2).list().ofSize(SKUS.size());
  }

  static Arbitrary<List<BigDecimal>> rates() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, BigDecimal.valueOf(30))
        .ofScale(2)
        .list()
        .ofSize(4);
  }

  static Arbitrary<List<PricingLine>> lines() {
    return Combinators.combine(
            Arbitraries.of(SKUS), Arbitraries.longs().between(1, 9_000), Arbitraries.of(0, 0, 3))
        .as(
            (sku, units, scale) ->
                PricingLine.of(LineId.of("unnamed"), sku, Quantity.ofUnits(units, scale)))
        .list()
        .ofMaxSize(8)
        .map(PricingCase::named);
  }

  static Arbitrary<List<Charge>> charges(long min, long max) {
    return Combinators.combine(Arbitraries.longs().between(min, max), Arbitraries.of(CATEGORIES))
        .as(
            (minor, category) ->
                new Charge(
                    LineId.of("unnamed"),
                    minor < 0 ? "discount" : "fee",
                    "Charge",
                    Money.ofMinor(minor, Stall.GBP),
                    category))
        .list()
        .ofMaxSize(3)
        .map(PricingCase::namedCharges);
  }

  private static List<PricingLine> named(List<PricingLine> lines) {
    List<PricingLine> named = new ArrayList<>();
    for (PricingLine line : lines) {
      named.add(PricingLine.of(LineId.of("line-" + named.size()), line.sku(), line.quantity()));
    }
    return named;
  }

  private static List<Charge> namedCharges(List<Charge> charges) {
    List<Charge> named = new ArrayList<>();
    for (Charge charge : charges) {
      named.add(
          new Charge(
              LineId.of("charge-" + named.size()),
              charge.kind(),
              charge.title(),
              charge.amount(),
              charge.taxCategory()));
    }
    return named;
  }

  private static PromotionFacts noPromotions() {
    Conventions conventions = Conventions.STANDARD;
    return new PromotionFacts(
        RuleBook.of(List.of(), List.of(), Promotion.Stage.CATALOG, HostRules.NONE, conventions),
        RuleBook.of(List.of(), List.of(), Promotion.Stage.CART, HostRules.NONE, conventions),
        new Basket.Buyer(
            Stall.WEB,
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Set.of(),
            Set.of(),
            0,
            Stall.GBP,
            AT),
        List.of(),
        Set.of(),
        HostRules.NONE);
  }

  private static PricingFacts facts(
      List<List<Long>> prices, List<BigDecimal> rates, Rounding rounding) {
    PriceList list = PriceList.base(PriceListId.of("base"), Stall.GBP);
    Map<Sku, CatalogEntry> catalog = new HashMap<>();
    List<PriceEntry> entries = new ArrayList<>();
    for (int i = 0; i < SKUS.size(); i++) {
      Sku sku = SKUS.get(i);
      catalog.put(
          sku,
          CatalogEntry.of(sku, sku.value()).withTaxCategory(CATEGORIES.get(i % CATEGORIES.size())));
      entries.add(
          PriceEntry.of(list.id(), sku, price(prices.get(i).get(0)))
              .withTier(Quantity.of(5), price(prices.get(i).get(1))));
    }
    ChannelSettings settings = settings(rounding);
    PriceQuestion question =
        PriceQuestion.of(settings, GUEST, Buyer.ANYBODY, Optional.empty(), Stall.GBP, AT);
    return new PricingFacts(
        settings,
        catalog,
        PriceFacts.of(question, List.of(list), entries),
        Taxation.of(zone(rates), settings.market(), Optional.empty(), AT),
        List.of(),
        noPromotions(),
        AT);
  }

  private static UnitPrice price(long units) {
    return new UnitPrice(units, 4, Stall.GBP);
  }

  static TaxZone zone(List<BigDecimal> rates) {
    return new TaxZone(
        "zone",
        List.of(
            TaxRate.included("IN-1", "standard", rates.get(0).toPlainString()),
            TaxRate.included("IN-2", "standard", rates.get(1).toPlainString()),
            TaxRate.added("ON-1", "standard", rates.get(2).toPlainString()),
            TaxRate.added("ON-2", "reduced", rates.get(3).toPlainString())));
  }

  private static ChannelSettings settings(Rounding rounding) {
    return settings(Conventions.STANDARD.withRounding(rounding));
  }

  static ChannelSettings settings(Conventions conventions) {
    Market market =
        new Market(
            MarketId.of("uk"), "UK", Set.of(Stall.GBP), "zone", CountryCode.of("GB"), conventions);
    return new ChannelSettings(
        new Channel(ChannelId.of("web"), "Web", Channel.Kind.WEB, market.id(), List.of()), market);
  }
}
