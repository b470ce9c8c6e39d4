package io.omnicommerce.checkout;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.common.Version;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.order.OrderNumber;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.pricing.PricedCart;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An attempt to turn a cart into an order.
 *
 * @param cartVersion the version of the cart that is being paid
 * @param contentHash a fingerprint of lines, prices and charges; the order has the same
 * @param priced the cart as it was priced
 * @param hold the ledger's group that holds its stock
 * @param bundles what the bundles in it consisted of when that was held
 * @param payment what the rest is paid with; empty if there is nothing left to pay
 * @param giftCards what gift cards pay; held with the stock
 * @param number the number that the order will have
 * @param action what the customer has to do at the gateway, while pending
 * @param order the order it became
 * @param until when the hold ends, unless the outcome is unknown
 * @param reasons why it ended without an order
 */
public record Checkout(
    CheckoutId id,
    Version version,
    CheckoutStatus status,
    CartId cart,
    Version cartVersion,
    String contentHash,
    PricedCart priced,
    String hold,
    List<HeldBundle> bundles,
    Optional<PaymentId> payment,
    List<GiftCardPart> giftCards,
    OrderNumber number,
    Optional<String> action,
    Optional<OrderId> order,
    Instant until,
    List<Refusal> reasons) {

  public Checkout {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(cart, "cart");
    Objects.requireNonNull(cartVersion, "cartVersion");
    Objects.requireNonNull(contentHash, "contentHash");
    Objects.requireNonNull(priced, "priced");
    Objects.requireNonNull(hold, "hold");
    bundles = List.copyOf(Objects.requireNonNull(bundles, "bundles"));
    Objects.requireNonNull(payment, "payment");
    giftCards = List.copyOf(Objects.requireNonNull(giftCards, "giftCards"));
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(reasons, "reasons");
    reasons = List.copyOf(reasons);
  }

  /** What is left to pay when gift cards have paid their parts: the amount of the payment. */
  public Money rest() {
    Money rest = priced.totals().grand();
    for (GiftCardPart part : giftCards) {
      rest = rest.minus(part.amount());
    }
    return rest;
  }
}
