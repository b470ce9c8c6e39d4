package io.omnicommerce.core.checkout;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.checkout.Checkout;
import io.omnicommerce.checkout.CheckoutRequest;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.checkout.CheckoutStatus;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.Reference;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.pricing.PricedCart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an order needs, and what may become of an attempt at one. */
final class CheckoutRules {

  static final String KIND = "checkout";

  private CheckoutRules() {}

  /** One reason for each thing that an order needs and the cart does not have. */
  static List<Refusal> missing(Cart cart) {
    List<Refusal> missing = new ArrayList<>();
    if (cart.isEmpty()) {
      missing.add(missing("lines", "There is nothing in the cart; add something with carts().add"));
    }
    if (cart.contact().isEmpty()) {
      missing.add(
          missing(
              "contact", "Nobody is named whom the order is for; say who with carts().contact"));
    }
    if (cart.delivery().isEmpty()) {
      missing.add(missing("delivery", "No delivery was chosen; choose one with carts().deliver"));
    } else if (cart.delivery().get().address().isEmpty()
        && cart.delivery().get().pickup().isEmpty()) {
      missing.add(
          missing(
              "address",
              "There is neither an address nor a pickup location; name one with carts().deliver"));
    }
    return missing;
  }

  /** What is not as the caller was shown it. */
  static List<Refusal> unexpected(Cart cart, Money total, CheckoutRequest request) {
    List<Refusal> unexpected = new ArrayList<>();
    request
        .expectedVersion()
        .filter(version -> !version.equals(cart.version()))
        .ifPresent(version -> unexpected.add(changed("version", version, cart.version())));
    request
        .expectedTotal()
        .filter(expected -> !expected.equals(total))
        .ifPresent(expected -> unexpected.add(changed("total", expected, total)));
    return unexpected;
  }

  static Refusal paidOtherwise(
      Cart cart, Tender tender, Optional<PricedCart> shown, PricedCart paid) {
    String stated = cart.paymentMethod().orElse("none");
    return Refusal.of(
        CheckoutService.PAYMENT_METHOD_CHANGED,
        "The cart is shown as it costs paid by "
            + stated
            + "; paid by "
            + tender.method()
            + " it is another order. Say so with carts().choosePayment, show it and begin again.",
        Facts.of("stated", stated, "tender", tender.method())
            .with(
                "shown", shown.map(priced -> priced.totals().grand().toString()).orElse("unknown"))
            .with("total", paid.totals().grand()));
  }

  static Refusal cartChanged() {
    return Refusal.of(
        CheckoutService.CART_CHANGED,
        "The cart was changed while it was being paid. What was promised is given back.",
        Facts.of("what", "cart"));
  }

  static Refusal mismatch(Money asked, Money answered) {
    return Refusal.of(
        CheckoutService.PAYMENT_MISMATCH,
        "The gateway was asked for " + asked + " and approved " + answered + ".",
        Facts.of("asked", asked, "answered", answered));
  }

  static Refusal declined(String reason) {
    return Refusal.of(
        CheckoutService.PAYMENT_DECLINED,
        "The payment was declined. Offer another means of payment.",
        Facts.of("reason", reason));
  }

  static Refusal ended(CheckoutStatus status) {
    return Refusal.of(
        CheckoutService.ENDED,
        "The attempt is " + status + ". Begin a new one.",
        Facts.of("status", status));
  }

  static Refusal inProgress(String checkout) {
    return Refusal.of(
        PaymentService.IN_PROGRESS,
        "Whether an earlier attempt at this cart was paid is not known. Resume it first.",
        Facts.of("checkout", checkout));
  }

  static Reference reference(Checkout checkout) {
    return Reference.of(KIND, checkout.id().value());
  }

  static boolean isEnded(Checkout checkout) {
    return checkout.status() == CheckoutStatus.PLACED
        || checkout.status() == CheckoutStatus.ABANDONED;
  }

  static Checkout placed(Checkout checkout, OrderId order) {
    return changed(checkout, CheckoutStep.PLACE, Optional.empty(), Optional.of(order), List.of());
  }

  static Checkout waiting(Checkout checkout, String action) {
    return changed(checkout, CheckoutStep.WAIT, Optional.of(action), Optional.empty(), List.of());
  }

  static Checkout unknown(Checkout checkout) {
    return changed(
        checkout, CheckoutStep.LOSE_SIGHT, Optional.empty(), Optional.empty(), List.of());
  }

  static Checkout abandoned(Checkout checkout, List<Refusal> reasons) {
    return changed(checkout, CheckoutStep.ABANDON, Optional.empty(), Optional.empty(), reasons);
  }

  /** An attempt whose hold was lost and that holds its stock anew. */
  static Checkout heldAnew(Checkout checkout, String hold, Instant until) {
    return with(
        checkout,
        checkout.status(),
        hold,
        checkout.action(),
        checkout.order(),
        until,
        checkout.reasons());
  }

  private static Checkout changed(
      Checkout checkout,
      CheckoutStep step,
      Optional<String> action,
      Optional<OrderId> order,
      List<Refusal> reasons) {
    CheckoutStatus to = CheckoutStep.FLOW.fire(checkout.status(), step, CheckoutService.ENDED);
    return with(checkout, to, checkout.hold(), action, order, checkout.until(), reasons);
  }

  private static Checkout with(
      Checkout checkout,
      CheckoutStatus status,
      String hold,
      Optional<String> action,
      Optional<OrderId> order,
      Instant until,
      List<Refusal> reasons) {
    return new Checkout(
        checkout.id(),
        checkout.version().next(),
        status,
        checkout.cart(),
        checkout.cartVersion(),
        checkout.contentHash(),
        checkout.priced(),
        hold,
        checkout.bundles(),
        checkout.payment(),
        checkout.giftCards(),
        checkout.number(),
        action,
        order,
        until,
        reasons);
  }

  private static Refusal missing(String step, String sentence) {
    return Refusal.of(CheckoutService.MISSING_STEP, sentence + ".", Facts.of("step", step));
  }

  private static Refusal changed(String what, Object expected, Object actual) {
    return Refusal.of(
        CheckoutService.CART_CHANGED,
        "The " + what + " is " + actual + ", not " + expected + ". Show it and begin again.",
        Facts.of("what", what).with("expected", expected).with("actual", actual));
  }
}
