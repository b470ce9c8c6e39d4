package io.omnicommerce.examples.scenarios.cart;

import io.omnicommerce.Commerce;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.examples.scenarios.cases.UnsupportedException;
import io.omnicommerce.order.OrderId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Orders beside the case's own cart, each of so much that no promotion finds it too little. */
final class OtherOrders {

  private static final Quantity MUCH = Quantity.of(1_000);
  private static final Actor OTHER = Actor.customer(CustomerId.of("other"));

  private final Shop shop;
  private final Map<Use, Deque<OrderId>> placed = new HashMap<>();
  private boolean stocked;

  OtherOrders(Shop shop) {
    this.shop = shop;
  }

  void place(ChannelId channel, Use use) {
    CallContext buyer = buyer(channel, use);
    stock(channel);
    OrderId order =
        shop.orders().place(buyer, shop.given().channels().of(channel), goods(), use.coupon());
    placed.computeIfAbsent(use, key -> new ArrayDeque<>()).push(order);
  }

  void cancel(ChannelId channel, Use use) {
    OrderId order = placed.getOrDefault(use, new ArrayDeque<>()).poll();
    if (order == null) {
      throw new UnsupportedException("no such order was placed that could be cancelled");
    }
    shop.orders().cancel(buyer(channel, use), order);
  }

  private CallContext buyer(ChannelId channel, Use use) {
    CallContext own = shop.in(channel);
    return use.own() ? own : shop.scene().as(OTHER, channel);
  }

  private Map<Sku, Quantity> goods() {
    Map<Sku, Quantity> goods = new HashMap<>();
    shop.given().articles().forEach(article -> goods.put(article.sku(), MUCH));
    return goods;
  }

  private void stock(ChannelId channel) {
    if (!stocked) {
      Commerce commerce = shop.scene().commerce();
      CallContext office = shop.scene().in(channel);
      Warehouse.furnish(commerce, office, shop.given().channels().of(channel));
      goods().keySet().forEach(sku -> Warehouse.stock(commerce, office, sku));
      stocked = true;
    }
  }
}
