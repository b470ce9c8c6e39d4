package io.omnicommerce.core.pricing;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.CatalogService;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Channel;
import io.omnicommerce.channel.ChannelService;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.Market;
import io.omnicommerce.channel.MarketId;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.Permission;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.Storages;
import io.omnicommerce.core.catalog.CoreCatalogService;
import io.omnicommerce.core.channel.CoreChannelService;
import io.omnicommerce.core.delivery.CoreDeliveryService;
import io.omnicommerce.core.price.CorePriceService;
import io.omnicommerce.core.promotion.CorePromotionService;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.core.promotion.RuleBooks;
import io.omnicommerce.core.tax.CoreTaxService;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryService;
import io.omnicommerce.money.Currencies;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.price.PriceService;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.promotion.PromotionService;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.tax.TaxRate;
import io.omnicommerce.tax.TaxService;
import io.omnicommerce.tax.TaxZone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/** A market stall: one channel of one British market, and whatever a test puts on its table. */
final class Stall {

  static final Currency GBP = Currencies.of("GBP");
  static final Currency EUR = Currencies.of("EUR");
  static final PriceListId BASE = PriceListId.of("base");
  static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  static final ChannelId WEB = ChannelId.of("web");

  private static final MarketId UK = MarketId.of("uk");
  private static final Permission[] ALL = {
    CatalogService.EDIT,
    ChannelService.EDIT,
    PriceService.EDIT,
    PriceService.VIEW,
    PriceService.OVERRIDE,
    TaxService.EDIT,
    DeliveryService.EDIT,
    PromotionService.EDIT
  };

  final Storage storage = Storages.fresh(() -> NOON);
  final CallContext owner = CallContext.of(TenantId.of("acme"), WEB, Actor.system("setup", ALL));
  final CallContext guest = owner.withActor(Actor.guest("s-1"));
  final CorePriceService prices = new CorePriceService(storage);
  final Pricing rules = new Pricing(new RuleBooks(HostRules.NONE), PastOrders.NONE);
  final CorePromotionService promotions =
      new CorePromotionService(storage, HostRules.NONE, Shop.secretsFrom(0));
  final CorePricingService pricing = new CorePricingService(storage, rules);

  Stall() {
    this(Conventions.STANDARD);
  }

  Stall(Conventions conventions) {
    CoreChannelService channels = new CoreChannelService(storage);
    channels.save(
        owner, new Market(UK, "UK", Set.of(GBP), "uk", CountryCode.of("GB"), conventions));
    channels.save(owner, new Channel(WEB, "Web", Channel.Kind.WEB, UK, List.of()));
    prices.save(owner, PriceList.base(BASE, GBP));
  }

  Stall sells(String sku, String price) {
    return sells(sku, price, "standard");
  }

  Stall sells(String sku, String price, String taxCategory) {
    knows(sku, taxCategory);
    return priced(PriceEntry.of(BASE, Sku.of(sku), gbp(price)));
  }

  Stall knows(String sku, String taxCategory) {
    new CoreCatalogService(storage)
        .save(owner, List.of(CatalogEntry.of(Sku.of(sku), sku).withTaxCategory(taxCategory)));
    return this;
  }

  Stall priced(PriceEntry entry) {
    prices.save(owner, List.of(entry));
    return this;
  }

  Stall taxed(TaxRate... rates) {
    new CoreTaxService(storage).save(owner, new TaxZone("uk", List.of(rates)));
    return this;
  }

  Stall delivers(DeliveryMethod method) {
    new CoreDeliveryService(storage).save(owner, method);
    return this;
  }

  PricedCart price(PricingLine... lines) {
    return pricing.price(owner, PricingRequest.of(GBP, List.of(lines)));
  }

  static PricingLine line(String id, String sku, String quantity) {
    return PricingLine.of(LineId.of(id), Sku.of(sku), Quantity.parse(quantity));
  }

  static UnitPrice gbp(String price) {
    return UnitPrice.of(price, GBP);
  }

  static Money money(String amount) {
    return Money.of(amount, GBP);
  }

  static List<PricingLine> lines(int count, String sku) {
    List<PricingLine> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(line("line-" + (10_000 + i), sku, "1"));
    }
    return lines;
  }
}
