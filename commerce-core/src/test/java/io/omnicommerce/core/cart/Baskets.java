package io.omnicommerce.core.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Reference;
import io.omnicommerce.core.Shop;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.time.Duration;
import java.util.function.BiFunction;

/** Carts in a shop, and what checkout and order do with them. */
final class Baskets {

  static final Reference CHECKOUT = Reference.of("checkout", "checkout-1");
  static final Reference ORDER = Reference.of("order", "order-1");

  private final Shop shop;
  private final CartService carts;

  Baskets(Shop shop) {
    this.shop = shop;
    this.carts = shop.carts();
  }

  /** Opens a cart of the caller's own under an id. */
  CartId open(CallContext context, String id) {
    CartId cart = CartId.of(id);
    carts.open(context, cart, CartRules.ownerOf(context).orElseThrow(), Shop.GBP);
    return cart;
  }

  CartId openWith(CallContext context, String id, Sku sku, long quantity) {
    CartId cart = open(context, id);
    carts.add(context, cart, sku, Quantity.of(quantity));
    return cart;
  }

  /** Blocks a cart for a quarter of an hour, as a checkout does. */
  Cart beginCheckout(CallContext context, CartId id) {
    return change(
        context,
        id,
        (session, cart) ->
            CartRules.beginCheckout(
                cart,
                CHECKOUT,
                session.now().plus(Duration.ofMinutes(15)),
                context,
                session.now()));
  }

  Cart endCheckout(CallContext context, CartId id) {
    return change(
        context, id, (session, cart) -> CartRules.endCheckout(cart, context, session.now()));
  }

  Cart order(CallContext context, CartId id) {
    return change(
        context, id, (session, cart) -> CartRules.ordered(cart, ORDER, context, session.now()));
  }

  /** The call is refused with the code, and nothing at all is different afterwards. */
  CommerceException refused(ErrorCode code, Runnable call) {
    String before = shop.dump();
    CommerceException thrown = catchThrowableOfType(CommerceException.class, call::run);
    assertThat(thrown).as("a refusal with " + code).isNotNull();
    assertThat(thrown.code()).as(thrown.toString()).isEqualTo(code);
    assertThat(shop.dump()).isEqualTo(before);
    return thrown;
  }

  private Cart change(CallContext context, CartId id, BiFunction<Session, Cart, Cart> rule) {
    return shop.storage()
        .inTransaction(
            context,
            session -> {
              Stored<Cart> stored = CartDocuments.owned(session, id);
              return CartDocuments.saved(
                  session, stored, rule.apply(session, stored.value()), "tested");
            });
  }
}
