package io.omnicommerce.examples.scenarios.cart;

import io.omnicommerce.Commerce;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Location;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.delivery.LeadTime;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;

/** What orders need that cases do not speak of: a place, stock, a way to fetch it. */
final class Warehouse {

  static final LocationId PLACE = LocationId.of("(place)");
  static final Location LOCATION = Location.store(PLACE, "Place", ZoneOffset.UTC);
  static final DeliveryMethodId FETCH = DeliveryMethodId.of("(fetch)");

  /** An article of its own, so that the case's own are left alone. */
  static final Sku SOMETHING = Sku.of("(something)");

  private static final Quantity PLENTY = Quantity.of(1_000_000);

  private Warehouse() {}

  static void furnish(Commerce commerce, CallContext office, Currency currency) {
    LeadTime atOnce = new LeadTime(Duration.ZERO, Duration.ZERO);
    commerce
        .delivery()
        .save(office, DeliveryMethod.pickup(FETCH, "Fetch", atOnce, Money.zero(currency)));
    commerce.catalog().save(office, List.of(CatalogEntry.of(SOMETHING, "Something")));
    PriceListId list = PriceListId.of("(something)");
    commerce.prices().save(office, PriceList.base(list, currency), TimeWindow.EARLIEST);
    commerce
        .prices()
        .save(
            office,
            List.of(PriceEntry.of(list, SOMETHING, UnitPrice.of("1", currency))),
            TimeWindow.EARLIEST);
    stock(commerce, office, SOMETHING);
  }

  static void stock(Commerce commerce, CallContext office, Sku sku) {
    commerce
        .inventory()
        .receive(
            office,
            IdempotencyKey.of("stock of " + sku),
            PLACE,
            List.of(new SkuQuantity(sku, PLENTY)));
  }
}
