package io.omnicommerce.examples.quickstart;

import io.omnicommerce.Commerce;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Channel;
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
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.customer.Customer;
import io.omnicommerce.customer.Email;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.delivery.LeadTime;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.tax.TaxRate;
import io.omnicommerce.tax.TaxZone;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/** The shop of the journey: web shop, app, two stores that also sell from each other's shelves. */
final class HighStreet {

  static final CustomerId ADA = CustomerId.of("ada");
  static final Email ADA_EMAIL = Email.of("ada@example.com");
  static final Sku MUG = Sku.of("MUG-RED");
  static final Sku TOWEL = Sku.of("TOWEL-BLUE");
  static final LocationId OXFORD = LocationId.of("OXFORD-STREET");
  static final LocationId CAMDEN = LocationId.of("CAMDEN");
  static final DeliveryMethodId PICKUP = DeliveryMethodId.of("pickup");

  private static final MarketId MARKET = MarketId.of("uk");
  private static final CountryCode GB = CountryCode.of("GB");
  private static final PriceListId BASE = PriceListId.of("base");

  private final Commerce commerce;
  private final TenantId tenant;
  private final CallContext setup;

  HighStreet(Commerce commerce, TenantId tenant) {
    this.commerce = commerce;
    this.tenant = tenant;
    this.setup = CallContext.of(tenant, ChannelId.of("web"), Staff.merchandiser());
  }

  CallContext web(Actor actor) {
    return CallContext.of(tenant, ChannelId.of("web"), actor);
  }

  CallContext app() {
    return CallContext.of(tenant, ChannelId.of("app"), Actor.customer(ADA));
  }

  /** At the till of a store. */
  CallContext till(LocationId store) {
    return CallContext.of(tenant, channelOf(store), Staff.clerk("clerk-" + store))
        .withLocation(store);
  }

  void open() {
    channels();
    goods();
    stock(OXFORD, 5, 5);
    stock(CAMDEN, 2, 4);
    commerce.customers().save(setup, Customer.of(ADA, "Ada Lovelace").withEmail(ADA_EMAIL));
  }

  private void channels() {
    TaxRate vat = TaxRate.included("GB-VAT", "standard", "20", GB);
    commerce.taxes().save(setup, new TaxZone("uk", List.of(vat)));
    commerce
        .channels()
        .save(setup, new Market(MARKET, "UK", Set.of(Shop.GBP), "uk", GB, Conventions.STANDARD));
    commerce.channels().save(setup, store(OXFORD, "Oxford Street", "W1C 1AP"));
    commerce.channels().save(setup, store(CAMDEN, "Camden", "NW1 8QP"));
    channel(ChannelId.of("web"), "Web shop", Channel.Kind.WEB, OXFORD, CAMDEN);
    channel(ChannelId.of("app"), "App", Channel.Kind.APP, OXFORD, CAMDEN);
    channel(channelOf(OXFORD), "Till at Oxford Street", Channel.Kind.STORE, OXFORD, CAMDEN);
    channel(channelOf(CAMDEN), "Till in Camden", Channel.Kind.STORE, CAMDEN, OXFORD);
    LeadTime soon = new LeadTime(Duration.ZERO, Duration.ofHours(2));
    commerce
        .delivery()
        .save(
            setup, DeliveryMethod.pickup(PICKUP, "Pickup in a store", soon, Money.zero(Shop.GBP)));
  }

  private static ChannelId channelOf(LocationId store) {
    return ChannelId.of("till-" + store);
  }

  private void channel(ChannelId id, String title, Channel.Kind kind, LocationId... sources) {
    commerce.channels().save(setup, new Channel(id, title, kind, MARKET, List.of(sources)));
  }

  private static Location store(LocationId id, String title, String postalCode) {
    return Location.store(
        id,
        title,
        ReplayClock.ZONE,
        "+442079460000",
        Address.of("Shop", "1 " + title, "London", postalCode, GB),
        OpeningHours.of(LocalTime.of(9, 0), LocalTime.of(21, 0), DayOfWeek.values()));
  }

  private void goods() {
    commerce
        .catalog()
        .save(
            setup,
            List.of(CatalogEntry.of(MUG, "Red mug"), CatalogEntry.of(TOWEL, "Blue tea towel")));
    commerce.prices().save(setup, PriceList.base(BASE, Shop.GBP));
    commerce
        .prices()
        .save(
            setup,
            List.of(
                PriceEntry.of(BASE, MUG, UnitPrice.of("4.99", Shop.GBP)),
                PriceEntry.of(BASE, TOWEL, UnitPrice.of("12.50", Shop.GBP))));
  }

  private void stock(LocationId store, int mugs, int towels) {
    commerce
        .inventory()
        .receive(
            setup,
            IdempotencyKey.of("opening-" + store),
            store,
            List.of(
                SkuQuantity.of(MUG, Quantity.of(mugs)),
                SkuQuantity.of(TOWEL, Quantity.of(towels))));
  }
}
