package io.omnicommerce.examples.scenarios.cart;

import io.omnicommerce.Commerce;
import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.customer.Email;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.examples.scenarios.cases.UnsupportedException;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.payment.Tender;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/** Orders that are placed beside the cart that a case is about. */
final class Orders {

  private final Commerce commerce;
  private int named;

  Orders(Commerce commerce) {
    this.commerce = commerce;
  }

  OrderId place(
      CallContext buyer, Currency currency, Map<Sku, Quantity> goods, Optional<String> coupon) {
    CartId cart = commerce.carts().open(buyer, currency);
    goods.forEach((sku, quantity) -> commerce.carts().add(buyer, cart, sku, quantity));
    coupon.ifPresent(code -> commerce.carts().applyCoupon(buyer, cart, code));
    commerce.carts().contact(buyer, cart, BuyerContact.of("Ada", Email.of("ada@example.com")));
    commerce.carts().deliver(buyer, cart, DeliveryChoice.pickup(Warehouse.FETCH, Warehouse.PLACE));
    return placed(commerce.checkout().place(buyer, cart, Tender.card("tok_visa"), key()));
  }

  void cancel(CallContext buyer, OrderId order) {
    commerce.checkout().cancel(buyer, order, "scenario", key());
  }

  private static OrderId placed(CheckoutOutcome outcome) {
    return outcome.fold(
        CheckoutOutcome.Placed::order,
        pending -> {
          throw new UnsupportedException("an order was not placed: it waits for " + pending);
        },
        refused -> {
          throw new UnsupportedException("an order was not placed: " + refused.reasons());
        });
  }

  private IdempotencyKey key() {
    named++;
    return IdempotencyKey.of("order-" + named);
  }
}
