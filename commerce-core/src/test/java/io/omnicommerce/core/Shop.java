package io.omnicommerce.core;

import io.omnicommerce.cart.CartService;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.CatalogService;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Channel;
import io.omnicommerce.channel.ChannelService;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.Location;
import io.omnicommerce.channel.Market;
import io.omnicommerce.channel.MarketId;
import io.omnicommerce.channel.OpeningHours;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.Address;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Permission;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.common.spi.IdGenerator;
import io.omnicommerce.common.spi.SecretGenerator;
import io.omnicommerce.contract.MutableClock;
import io.omnicommerce.core.cart.CartDocuments;
import io.omnicommerce.core.cart.CartPricing;
import io.omnicommerce.core.cart.CoreCartService;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.catalog.CoreCatalogService;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.channel.CoreChannelService;
import io.omnicommerce.core.customer.CustomerDocuments;
import io.omnicommerce.core.delivery.CoreDeliveryService;
import io.omnicommerce.core.delivery.DeliveryDocuments;
import io.omnicommerce.core.inventory.CoreAvailabilityService;
import io.omnicommerce.core.inventory.CoreInventoryService;
import io.omnicommerce.core.order.OrderArrivals;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.price.CorePriceService;
import io.omnicommerce.core.price.PriceDocuments;
import io.omnicommerce.core.pricing.CorePricingService;
import io.omnicommerce.core.pricing.Pricing;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.core.promotion.RuleBooks;
import io.omnicommerce.core.storage.RepeatingStorage;
import io.omnicommerce.core.tax.CoreTaxService;
import io.omnicommerce.core.tax.TaxDocuments;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.delivery.DeliveryService;
import io.omnicommerce.delivery.LeadTime;
import io.omnicommerce.inventory.AvailabilityService;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.price.PriceService;
import io.omnicommerce.pricing.PricingService;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.OutboxRecord;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.tax.TaxRate;
import io.omnicommerce.tax.TaxService;
import io.omnicommerce.tax.TaxZone;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A small shop for tests: two stores of stock, three channels of one market, five things to sell.
 * Its clock stands still, its ids and secrets are the same in every run.
 */
public final class Shop {

  public static final TenantId ACME = TenantId.of("acme");
  public static final Currency GBP = Currency.getInstance("GBP");
  public static final MarketId UK = MarketId.of("uk");
  public static final CountryCode GB = CountryCode.of("GB");

  public static final ChannelId WEB = ChannelId.of("web-uk");
  public static final ChannelId APP = ChannelId.of("app-uk");
  public static final ChannelId STORE = ChannelId.of("store-london");

  public static final LocationId LON = LocationId.of("LON");
  public static final LocationId DC = LocationId.of("DC");

  public static final Sku MUG_RED = Sku.of("MUG-RED");
  public static final Sku MUG_BLUE = Sku.of("MUG-BLUE");
  public static final Sku TEE_M = Sku.of("TEE-M");
  public static final Sku BOOK = Sku.of("BOOK");
  public static final Sku SCREW = Sku.of("SCREW");
  public static final List<Sku> SKUS = List.of(MUG_RED, MUG_BLUE, TEE_M, BOOK, SCREW);

  public static final PriceListId BASE = PriceListId.of("base");

  public static final DeliveryMethodId STANDARD = DeliveryMethodId.of("standard");
  public static final DeliveryMethodId EXPRESS = DeliveryMethodId.of("express");
  public static final DeliveryMethodId PICKUP = DeliveryMethodId.of("pickup");

  public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  public static final CustomerId ADA_ID = CustomerId.of("ada");
  public static final CustomerId BOB_ID = CustomerId.of("bob");

  /** Ada in the web shop. */
  public static final CallContext ADA = context(WEB, Actor.customer(ADA_ID));

  /** Ada in the app. */
  public static final CallContext ADA_IN_APP = ADA.withChannel(APP);

  /** Another customer, in the web shop. */
  public static final CallContext BOB = context(WEB, Actor.customer(BOB_ID));

  /** A guest in the web shop. */
  public static final CallContext GUEST = context(WEB, Actor.guest("session-1"));

  /** Another guest, in the app. */
  public static final CallContext OTHER_GUEST = context(APP, Actor.guest("session-2"));

  /** All types of documents that a dump shows; a room adds its own. */
  private static final List<DocumentType<?>> TYPES =
      List.of(
          ChannelDocuments.MARKET,
          ChannelDocuments.CHANNEL,
          ChannelDocuments.LOCATION,
          CatalogDocuments.TYPE,
          PriceDocuments.LIST,
          PriceDocuments.ENTRY,
          PriceDocuments.PAST_LIST,
          PriceDocuments.PAST_ENTRY,
          TaxDocuments.ZONE,
          DeliveryDocuments.METHOD,
          CustomerDocuments.TYPE,
          CartDocuments.ALL.get(0),
          CartDocuments.ALL.get(1),
          CartDocuments.ALL.get(2));

  private final Pricing rules = new Pricing(new RuleBooks(HostRules.NONE), OrderDocuments::count);
  private final Storage storage;
  private final MutableClock clock;
  private final AtomicLong lastId = new AtomicLong();
  private final AtomicLong lastSecret = new AtomicLong();

  private Shop(Storage storage, MutableClock clock) {
    this.storage = new RepeatingStorage(storage);
    this.clock = clock;
  }

  /** A shop in memory, whose documents pass through their written form. */
  public static Shop open() {
    MutableClock clock = MutableClock.startingAt(START);
    return on(Storages.fresh(clock), clock);
  }

  /** A shop on any storage that reads this clock. */
  public static Shop on(Storage storage, MutableClock clock) {
    Shop shop = new Shop(storage, clock);
    shop.furnish();
    shop.pricesAndTaxes();
    shop.methods();
    return shop;
  }

  /** As {@link #open}, without prices, taxes and delivery methods. */
  public static Shop bare() {
    MutableClock clock = MutableClock.startingAt(START);
    Shop shop = new Shop(Storages.fresh(clock), clock);
    shop.furnish();
    return shop;
  }

  public static CallContext context(ChannelId channel, Actor actor) {
    return CallContext.of(ACME, channel, actor);
  }

  /** The back office, which may do these things. */
  public static CallContext staff(Permission... permissions) {
    return context(WEB, Actor.staff("office", permissions));
  }

  /** A clerk at the till of the London store. */
  public static CallContext clerk(Permission... permissions) {
    return context(STORE, Actor.staff("till-1", permissions)).withLocation(LON);
  }

  public static Address address() {
    return Address.of("Ada Lovelace", "12 St James's Square", "London", "SW1Y 4JH", GB);
  }

  public Storage storage() {
    return storage;
  }

  public MutableClock clock() {
    return clock;
  }

  public IdGenerator ids() {
    return () -> "id-" + lastId.incrementAndGet();
  }

  /** The same secrets in every run, which are others for another beginning. */
  public static SecretGenerator secretsFrom(int first) {
    return bytes -> {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) (first + i);
      }
    };
  }

  public SecretGenerator secrets() {
    return bytes -> {
      java.util.Arrays.fill(bytes, (byte) 7);
      java.nio.ByteBuffer.wrap(bytes).putLong(lastSecret.incrementAndGet());
    };
  }

  public CatalogService catalog() {
    return new CoreCatalogService(storage);
  }

  public ChannelService channels() {
    return new CoreChannelService(storage);
  }

  public InventoryService inventory() {
    return new CoreInventoryService(storage, new OrderArrivals());
  }

  public AvailabilityService availability() {
    return new CoreAvailabilityService(storage);
  }

  public PriceService prices() {
    return new CorePriceService(storage);
  }

  public TaxService taxes() {
    return new CoreTaxService(storage);
  }

  public DeliveryService deliveries() {
    return new CoreDeliveryService(storage);
  }

  public PricingService pricing() {
    return new CorePricingService(storage, pricingOf());
  }

  /** Pricing without rules of a host, and with the orders that were placed. */
  public Pricing pricingOf() {
    return rules;
  }

  public CartService carts() {
    return new CoreCartService(storage, ids(), secrets(), new CartPricing(pricingOf()));
  }

  /** What has been told so far, as the names of the events in their order. */
  public List<String> told() {
    return storage.maintenance().outbox().unpublished(1_000).stream()
        .map(OutboxRecord::type)
        .toList();
  }

  /** Changes the market's conventions. */
  public void conventions(Conventions conventions) {
    channels().save(staff(ChannelService.EDIT), market(conventions));
  }

  /** Adds to the catalog, or replaces what it knows. */
  public void sell(CatalogEntry... entries) {
    catalog().save(staff(CatalogService.EDIT), List.of(entries));
  }

  /** Sets the price of a SKU in the base list. */
  public void price(Sku sku, String price) {
    price(PriceEntry.of(BASE, sku, UnitPrice.of(price, GBP)));
  }

  public void price(PriceEntry... entries) {
    prices().save(staff(PriceService.EDIT), List.of(entries));
  }

  /** Receives so much of each SKU at a location. */
  public void stock(String delivery, LocationId location, long each) {
    inventory()
        .receive(
            staff(InventoryService.MANAGE),
            IdempotencyKey.of(delivery + "-" + location),
            location,
            SKUS.stream().map(sku -> SkuQuantity.of(sku, Quantity.of(each))).toList());
  }

  /** Everything there is, as text, to be compared before and after. */
  public String dump() {
    return Dump.of(storage, TYPES, SKUS, List.of(LON, DC));
  }

  private void furnish() {
    CallContext office = staff(ChannelService.EDIT);
    channels().save(office, london());
    channels().save(office, Location.warehouse(DC, "Distribution center", zone()));
    channels().save(office, market(Conventions.STANDARD));
    channels().save(office, channel(WEB, Channel.Kind.WEB));
    channels().save(office, channel(APP, Channel.Kind.APP));
    channels().save(office, channel(STORE, Channel.Kind.STORE));
    sell(
        CatalogEntry.of(MUG_RED, "Mug, red"),
        CatalogEntry.of(MUG_BLUE, "Mug, blue"),
        CatalogEntry.of(TEE_M, "T-shirt, M"),
        CatalogEntry.of(BOOK, "Book").withTaxCategory("zero"),
        CatalogEntry.of(SCREW, "Screw"));
    stock("opening", LON, 10);
    stock("opening", DC, 100);
  }

  private void pricesAndTaxes() {
    prices().save(staff(PriceService.EDIT), PriceList.base(BASE, GBP));
    price(MUG_RED, "4.99");
    price(MUG_BLUE, "4.99");
    price(TEE_M, "12.50");
    price(BOOK, "8.00");
    price(
        PriceEntry.of(BASE, SCREW, UnitPrice.of("0.0425", GBP))
            .withTier(Quantity.of(1_000), UnitPrice.of("0.0399", GBP)));
    taxes()
        .save(
            staff(TaxService.EDIT),
            new TaxZone(
                "uk",
                List.of(
                    TaxRate.included("GB-STANDARD", "standard", "20", GB),
                    TaxRate.included("GB-ZERO", "zero", "0", GB))));
  }

  private void methods() {
    LeadTime days = new LeadTime(Duration.ofDays(1), Duration.ofDays(3));
    LeadTime day = new LeadTime(Duration.ofHours(12), Duration.ofDays(1));
    LeadTime hours = new LeadTime(Duration.ofHours(2), Duration.ofHours(2));
    CallContext office = staff(DeliveryService.EDIT);
    deliveries()
        .save(office, DeliveryMethod.ship(STANDARD, "Standard", days, Money.of("3.95", GBP)));
    deliveries().save(office, DeliveryMethod.ship(EXPRESS, "Express", day, Money.of("7.95", GBP)));
    deliveries()
        .save(office, DeliveryMethod.pickup(PICKUP, "Pickup", hours, Money.of("0.00", GBP)));
  }

  private static Market market(Conventions conventions) {
    return new Market(UK, "United Kingdom", Set.of(GBP), "uk", GB, conventions);
  }

  private static Channel channel(ChannelId id, Channel.Kind kind) {
    return new Channel(id, id.value(), kind, UK, List.of(LON, DC));
  }

  private static Location london() {
    return Location.store(
        LON,
        "London store",
        zone(),
        "+44 20 7946 0018",
        address(),
        OpeningHours.of(LocalTime.of(9, 0), LocalTime.of(18, 0), DayOfWeek.values()));
  }

  private static ZoneId zone() {
    return ZoneId.of("Europe/London");
  }
}
