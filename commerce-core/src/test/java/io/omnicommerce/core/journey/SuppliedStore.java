package io.omnicommerce.core.journey;

import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.core.Shop;
import io.omnicommerce.delivery.Handling;
import io.omnicommerce.delivery.Transit;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.inventory.StockLevel;
import io.omnicommerce.inventory.Transfer;
import io.omnicommerce.order.Order;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A shop whose London store is sent what its pickups want and it has not. */
final class SuppliedStore {

  final Journey shop = new Journey();

  SuppliedStore() {
    Handling handling = Handling.of(Shop.LON, Duration.ofHours(2));
    shop.commerce.delivery().save(shop.office, handling.withTransfers(Transit.workdays(1, 1)));
  }

  Fulfillment job(Order order, int number) {
    return shop.commerce.fulfillment().ofOrder(shop.office, order.id()).get(number);
  }

  void send(Order order, int job) {
    Fulfillment sent = job(order, job);
    shop.commerce
        .fulfillment()
        .shipAll(
            shop.office, sent.id(), Optional.of("van-7"), IdempotencyKey.of("send-" + sent.id()));
  }

  /** What is on its way to London. */
  List<Transfer> expected() {
    return shop.commerce.transfers().expectedAt(shop.office, Shop.LON);
  }

  StockLevel mugs(LocationId location) {
    return shop.commerce
        .inventory()
        .levels(shop.office, location, List.of(Shop.MUG_RED))
        .values()
        .iterator()
        .next();
  }
}
