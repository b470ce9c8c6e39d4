package io.omnicommerce.examples.scenarios.cart;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.examples.scenarios.cases.Named;
import io.omnicommerce.promotion.GiftChoice;
import io.omnicommerce.promotion.PromotionId;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What is done with a cart. */
final class CartOps {

  static final Named<BiConsumer<Basket, Fields>> BY_NAME =
      new Named<>(
          "op",
          Map.ofEntries(
              Map.entry("add_item", CartOps::add),
              Map.entry("set_quantity", CartOps::set),
              Map.entry("remove_item", CartOps::remove),
              Map.entry("clear", (basket, with) -> basket.clear()),
              Map.entry("set_shipping", CartOps::deliverOnly),
              Map.entry("add_shipping", CartOps::deliverAlso),
              Map.entry("set_destination", CartOps::sendTo),
              Map.entry("set_channel", CartOps::enter),
              Map.entry("set_now", CartOps::waitUntil),
              Map.entry("apply_coupon", (basket, with) -> basket.give(with.text("code"))),
              Map.entry("remove_coupon", (basket, with) -> basket.takeBack(with.text("code"))),
              Map.entry("choose_gift", CartOps::choose),
              Map.entry("place_order", CartOps::placeOrder),
              Map.entry("cancel_order", CartOps::cancelOrder)));

  private CartOps() {}

  private static void add(Basket basket, Fields with) {
    basket.add(sku(with), quantity(with).orElse(Quantity.ONE));
  }

  private static void set(Basket basket, Fields with) {
    basket.set(sku(with), Quantity.of(with.decimal("quantity")));
  }

  private static void remove(Basket basket, Fields with) {
    basket.remove(sku(with), quantity(with));
  }

  private static void deliverOnly(Basket basket, Fields with) {
    basket.deliverOnly(with.findText("code"));
  }

  private static void deliverAlso(Basket basket, Fields with) {
    basket.deliverAlso(with.text("code"));
  }

  private static void sendTo(Basket basket, Fields with) {
    basket.sendTo(with.findText("country").map(Taxes::place));
  }

  private static void enter(Basket basket, Fields with) {
    basket.enter(ChannelId.of(with.text("channel")));
  }

  private static void waitUntil(Basket basket, Fields with) {
    basket.waitUntil(with.instant("now"));
  }

  private static void choose(Basket basket, Fields with) {
    PromotionId promotion = PromotionId.of(with.text("promotion"));
    basket.choose(new GiftChoice(promotion, with.findWhole("gift").orElse(1), sku(with)));
  }

  private static void placeOrder(Basket basket, Fields with) {
    basket.others().place(basket.channel(), Use.read(with));
  }

  private static void cancelOrder(Basket basket, Fields with) {
    basket.others().cancel(basket.channel(), Use.read(with));
  }

  private static Sku sku(Fields with) {
    return Sku.of(with.text("sku"));
  }

  private static Optional<Quantity> quantity(Fields with) {
    return with.findDecimal("quantity").map(Quantity::of);
  }
}
