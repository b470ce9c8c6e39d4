package io.omnicommerce.examples.scenarios.cart;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.Destination;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.examples.scenarios.cases.UnsupportedException;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.promotion.GiftChoice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is wanted so far. The library is asked for its price at the end. */
final class Basket {

  private final Shop shop;
  private final Map<Sku, PricingLine> lines = new LinkedHashMap<>();
  private final List<DeliveryMethodId> deliveries = new ArrayList<>();
  private final List<String> coupons = new ArrayList<>();
  private final OtherOrders others;
  private final List<GiftChoice> giftChoices = new ArrayList<>();
  private Optional<String> coupon = Optional.empty();
  private ChannelId channel;
  private Optional<Destination> destination;
  private int named;

  Basket(Shop shop) {
    this.shop = shop;
    this.others = new OtherOrders(shop);
    this.channel = shop.given().channels().start();
    this.destination = shop.given().destination();
  }

  void add(Sku sku, Quantity quantity) {
    PricingLine line = lines.get(sku);
    set(sku, line == null ? quantity : line.quantity().plus(quantity));
  }

  /** A line keeps its name, a new one comes behind all others. */
  void set(Sku sku, Quantity quantity) {
    if (quantity.isZero()) {
      lines.remove(sku);
      return;
    }
    PricingLine line = lines.get(sku);
    LineId id = line == null ? nextId() : line.id();
    lines.put(sku, PricingLine.of(id, sku, quantity));
  }

  void remove(Sku sku, Optional<Quantity> some) {
    PricingLine line = lines.get(sku);
    if (line == null) {
      throw new UnsupportedException(sku + " is removed but was not added");
    }
    set(sku, some.map(line.quantity()::minus).orElse(Quantity.ZERO));
  }

  void clear() {
    lines.clear();
  }

  void deliverOnly(Optional<String> method) {
    deliveries.clear();
    method.ifPresent(this::deliverAlso);
  }

  void deliverAlso(String method) {
    deliveries.add(DeliveryMethodId.of(method));
  }

  void sendTo(Optional<Destination> country) {
    destination = country;
  }

  void give(String code) {
    coupon = Optional.of(code);
    coupons.remove(code);
    coupons.add(code);
  }

  void takeBack(String code) {
    coupons.remove(code);
  }

  void choose(GiftChoice choice) {
    giftChoices.removeIf(choice::isAboutGiftOf);
    giftChoices.add(choice);
  }

  OtherOrders others() {
    return others;
  }

  ChannelId channel() {
    return channel;
  }

  void enter(ChannelId other) {
    channel = other;
  }

  void waitUntil(Instant now) {
    shop.scene().clock().set(now);
  }

  CartResult result() {
    PricedCart priced = shop.scene().commerce().pricing().price(shop.in(channel), request());
    return new CartResult(shop, coupon, priced);
  }

  private PricingRequest request() {
    PricingRequest request =
        PricingRequest.of(shop.given().channels().of(channel), List.copyOf(lines.values()))
            .withGroups(shop.given().shopper().groups())
            .withCharges(shop.given().surcharges().charges())
            .withCoupons(Set.copyOf(coupons))
            .withGiftChoices(giftChoices)
            .withDelivery(deliveries);
    PricingRequest sent = destination.map(request::withDestination).orElse(request);
    return shop.given().paymentMethod().map(sent::withPaymentMethod).orElse(sent);
  }

  private LineId nextId() {
    named++;
    return LineId.of("line-" + "0".repeat(4 - Integer.toString(named).length()) + named);
  }
}
