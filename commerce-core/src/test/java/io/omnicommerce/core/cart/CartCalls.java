package io.omnicommerce.core.cart;

import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.cart.NewLine;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.customer.Email;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.promotion.GiftChoice;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.tax.ExternalTaxes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every call on a cart that exists, by the name and the number of parameters of its method. */
final class CartCalls {

  static final LineId FIRST = LineId.of("0001");

  private static final Duration HOUR = Duration.ofHours(1);

  /** A call on somebody's cart. */
  interface Call {
    void on(CartService carts, CallContext context, CartId cart);
  }

  private CartCalls() {}

  static Map<String, Call> reads() {
    Map<String, Call> calls = new LinkedHashMap<>();
    calls.put("get/2", (carts, context, cart) -> carts.get(context, cart));
    calls.put("view/2", (carts, context, cart) -> carts.view(context, cart));
    calls.put(
        "deliveries/3",
        (carts, context, cart) -> carts.deliveries(context, cart, Optional.empty()));
    calls.put("explanation/2", (carts, context, cart) -> carts.explanation(context, cart));
    calls.put("taxQuestion/2", (carts, context, cart) -> carts.taxQuestion(context, cart));
    return calls;
  }

  static Map<String, Call> changes() {
    Map<String, Call> calls = new LinkedHashMap<>();
    calls.put("add/4", (carts, context, cart) -> carts.add(context, cart, Shop.BOOK, Quantity.ONE));
    calls.put(
        "add/3",
        (carts, context, cart) ->
            carts.add(context, cart, List.of(NewLine.of(Shop.BOOK, Quantity.ONE))));
    calls.put(
        "change/4", (carts, context, cart) -> carts.change(context, cart, FIRST, Quantity.of(2)));
    calls.put("remove/3", (carts, context, cart) -> carts.remove(context, cart, FIRST));
    calls.put(
        "overridePrice/5",
        (carts, context, cart) ->
            carts.overridePrice(context, cart, FIRST, UnitPrice.of("4.00", Shop.GBP), "scratched"));
    calls.put(
        "applyCoupon/3", (carts, context, cart) -> carts.applyCoupon(context, cart, "SAVE10"));
    calls.put(
        "removeCoupon/3", (carts, context, cart) -> carts.removeCoupon(context, cart, "SAVE10"));
    calls.put(
        "chooseGift/3",
        (carts, context, cart) ->
            carts.chooseGift(context, cart, GiftChoice.of(PromotionId.of("p"), Shop.BOOK)));
    calls.put(
        "choosePayment/3", (carts, context, cart) -> carts.choosePayment(context, cart, "card"));
    calls.put("charge/3", (carts, context, cart) -> carts.charge(context, cart, fee()));
    calls.put(
        "removeCharge/3", (carts, context, cart) -> carts.removeCharge(context, cart, fee().id()));
    calls.put(
        "contact/3",
        (carts, context, cart) ->
            carts.contact(context, cart, BuyerContact.of("Ada", Email.of("ada@example.com"))));
    calls.put(
        "deliver/3",
        (carts, context, cart) ->
            carts.deliver(context, cart, DeliveryChoice.ship(Shop.STANDARD, Shop.address())));
    calls.put("lockPrices/3", (carts, context, cart) -> carts.lockPrices(context, cart, HOUR));
    calls.put("reserve/3", (carts, context, cart) -> carts.reserve(context, cart, HOUR));
    calls.put("promise/3", (carts, context, cart) -> carts.promise(context, cart, HOUR));
    calls.put(
        "extend/3",
        (carts, context, cart) -> {
          carts.reserve(context, cart, HOUR);
          carts.extend(context, cart, HOUR);
        });
    calls.put("handOff/3", (carts, context, cart) -> carts.handOff(context, cart, HOUR));
    return calls;
  }

  static Map<String, Call> all() {
    Map<String, Call> calls = new LinkedHashMap<>(reads());
    calls.putAll(changes());
    calls.put(
        "answerTaxes/3",
        (carts, context, cart) -> carts.answerTaxes(context, cart, ExternalTaxes.of("answer")));
    calls.put("claim/3", (carts, context, cart) -> carts.claim(context, cart, "session-9"));
    calls.put(
        "merge/4",
        (carts, context, cart) -> carts.merge(context, CartId.of("other"), "session-9", cart));
    return calls;
  }

  private static Charge fee() {
    return new Charge(
        LineId.of("gift-wrap"), "fee", "Gift wrap", Money.of("2.00", Shop.GBP), "standard");
  }
}
