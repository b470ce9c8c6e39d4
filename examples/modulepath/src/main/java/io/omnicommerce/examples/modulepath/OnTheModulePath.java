package io.omnicommerce.examples.modulepath;

import io.omnicommerce.Commerce;
import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Channel;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.Location;
import io.omnicommerce.channel.Market;
import io.omnicommerce.channel.MarketId;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.core.CommerceEngine;
import io.omnicommerce.customer.Email;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.delivery.LeadTime;
import io.omnicommerce.inmemory.InMemoryStorage;
import io.omnicommerce.inmemory.SandboxGateway;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.money.Currencies;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/**
 * An order on the module path, with every document and event passing through its written form: what
 * is not exported or opened as it must be, fails here.
 */
public final class OnTheModulePath {

  private static final Currency GBP = Currencies.of("GBP");
  private static final Sku MUG = Sku.of("MUG-RED");
  private static final LocationId LONDON = LocationId.of("LON");
  private static final DeliveryMethodId PICKUP = DeliveryMethodId.of("pickup");

  private OnTheModulePath() {}

  /** Places an order and prints its number. */
  public static void main(String[] args) {
    if (!OnTheModulePath.class.getModule().isNamed()) {
      throw new IllegalStateException("this program is meant to run on the module path");
    }
    Commerce commerce =
        CommerceEngine.builder()
            .storage(InMemoryStorage.builder().throughCodecs(true).build())
            .payments(new SandboxGateway())
            .build();
    CallContext office =
        CallContext.of(
            TenantId.of("acme"),
            ChannelId.of("web"),
            Actor.system("setup").withPermissions(CommerceEngine.permissions()));
    openShop(commerce, office);
    System.out.println(order(commerce, office.withActor(Actor.guest("session-1"))));
  }

  private static void openShop(Commerce commerce, CallContext office) {
    MarketId uk = MarketId.of("uk");
    PriceListId base = PriceListId.of("base");
    commerce
        .channels()
        .save(
            office,
            new Market(uk, "UK", Set.of(GBP), "uk", CountryCode.of("GB"), Conventions.STANDARD));
    commerce.channels().save(office, Location.store(LONDON, "London", ZoneId.of("Europe/London")));
    commerce
        .channels()
        .save(office, new Channel(office.channel(), "Web", Channel.Kind.WEB, uk, List.of(LONDON)));
    LeadTime twoHours = new LeadTime(Duration.ZERO, Duration.ofHours(2));
    commerce
        .delivery()
        .save(office, DeliveryMethod.pickup(PICKUP, "Pickup", twoHours, Money.zero(GBP)));
    commerce.catalog().save(office, List.of(CatalogEntry.of(MUG, "Red mug")));
    commerce.prices().save(office, PriceList.base(base, GBP));
    commerce.prices().save(office, List.of(PriceEntry.of(base, MUG, UnitPrice.of("4.99", GBP))));
    commerce
        .inventory()
        .receive(
            office,
            IdempotencyKey.of("delivery-1"),
            LONDON,
            List.of(SkuQuantity.of(MUG, Quantity.of(10))));
  }

  private static String order(Commerce commerce, CallContext web) {
    CartId cart = commerce.carts().open(web, GBP);
    commerce.carts().add(web, cart, MUG, Quantity.of(2));
    commerce.carts().contact(web, cart, BuyerContact.of("Ada", Email.of("ada@example.com")));
    commerce.carts().deliver(web, cart, DeliveryChoice.pickup(PICKUP, LONDON));
    return commerce
        .checkout()
        .place(web, cart, Tender.card("tok_visa"), IdempotencyKey.of("tap-1"))
        .fold(
            placed -> "An order on the module path: " + placed.orderNumber(),
            pending -> {
              throw new IllegalStateException("not placed: " + pending);
            },
            refused -> {
              throw new IllegalStateException("not placed: " + refused);
            });
  }
}
