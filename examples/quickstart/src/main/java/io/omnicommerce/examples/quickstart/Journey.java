package io.omnicommerce.examples.quickstart;

import io.omnicommerce.Commerce;
import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartLine;
import io.omnicommerce.cart.CartView;
import io.omnicommerce.cart.NewLine;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.fulfillment.FulfillmentId;
import io.omnicommerce.fulfillment.PickupCode;
import io.omnicommerce.inventory.Disposition;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.returns.RefundOutcome;
import io.omnicommerce.returns.ReturnLine;
import io.omnicommerce.returns.RmaId;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * One customer's way through all channels: begun in the web shop, gone on with in the app, picked
 * up in a store, part of it taken back in another.
 */
final class Journey {

  private static final String SESSION = "browser-4711";

  private final Commerce commerce;
  private final HighStreet shop;
  private final ReplayClock clock;
  private final LocalDateTime day;
  private final Narrator narrator;
  private final CallContext guest;
  private final CallContext web;
  private final CallContext app;
  private final CallContext oxford;
  private final CallContext camden;

  Journey(Commerce commerce, HighStreet shop, ReplayClock clock, Narrator narrator) {
    this.commerce = commerce;
    this.shop = shop;
    this.clock = clock;
    this.day = clock.local().toLocalDate().plusDays(1).atStartOfDay();
    this.narrator = narrator;
    guest = shop.web(Actor.guest(SESSION));
    web = shop.web(Actor.customer(HighStreet.ADA));
    app = shop.app();
    oxford = shop.till(HighStreet.OXFORD);
    camden = shop.till(HighStreet.CAMDEN);
  }

  /** Tells the journey; what does not agree in all channels goes to the checks. */
  void tell(Checks checks) {
    clock.set(day);
    shop.open();
    CartId cart = fill();
    signIn(cart);
    goOn(cart);
    OrderId order = pay(cart);
    PickupCode code = prepare();
    collect(order, code);
    bringBack(order);
    new EverySide(commerce, List.of(web, app, oxford, camden)).tell(order, narrator, checks);
  }

  private CartId fill() {
    at(9, 12);
    CartId cart = commerce.carts().open(guest, Shop.GBP);
    commerce
        .carts()
        .add(
            guest,
            cart,
            List.of(
                NewLine.of(HighStreet.MUG, Quantity.of(2)),
                NewLine.of(HighStreet.TOWEL, Quantity.of(1))));
    step("web", "Somebody, not signed in, puts 2 red mugs and a blue tea towel into the cart.");
    narrator.sees("web", cart(guest, cart));
    narrator.sees("app", "nothing: Ada's app does not know that it is her");
    return cart;
  }

  private void signIn(CartId cart) {
    at(9, 14);
    commerce.carts().claim(web, cart, SESSION);
    step("web", "Ada signs in. The cart becomes hers, so it is in her app as well.");
    narrator.sees("web", current(web));
    narrator.sees("app", current(app));
  }

  private void goOn(CartId cart) {
    at(12, 40);
    CartLine mugs =
        commerce.carts().get(app, cart).lines().stream()
            .filter(line -> line.sku().equals(HighStreet.MUG))
            .findFirst()
            .orElseThrow();
    commerce.carts().change(app, cart, mugs.id(), Quantity.of(3));
    step("app", "On the bus she makes it 3 mugs.");
    narrator.sees("web", current(web));
    narrator.sees("app", current(app));
  }

  private OrderId pay(CartId cart) {
    at(12, 44);
    commerce.carts().contact(app, cart, BuyerContact.of("Ada Lovelace", HighStreet.ADA_EMAIL));
    commerce
        .carts()
        .deliver(app, cart, DeliveryChoice.pickup(HighStreet.PICKUP, HighStreet.OXFORD));
    CheckoutOutcome outcome =
        commerce.checkout().place(app, cart, Tender.card("tok_ada"), IdempotencyKey.of("tap-1"));
    if (!(outcome instanceof CheckoutOutcome.Placed placed)) {
      throw new IllegalStateException("Ada's order was not placed: " + outcome);
    }
    commerce.orders().confirm(oxford, placed.order());
    step("app", "She pays by card and will pick it up at Oxford Street: " + placed.orderNumber());
    narrator.sees("app", order(app, placed.order()));
    narrator.sees("web", order(web, placed.order()) + "; red mugs left to sell: " + mugs(web));
    narrator.sees("Camden", "red mugs left to sell: " + mugs(camden));
    return placed.order();
  }

  private PickupCode prepare() {
    at(13, 5);
    Order order =
        commerce
            .orders()
            .findByEmail(oxford, HighStreet.ADA_EMAIL, PageRequest.first(1))
            .items()
            .get(0);
    FulfillmentId job = commerce.fulfillment().ofOrder(oxford, order.id()).get(0).id();
    PickupCode code = commerce.fulfillment().makeReady(oxford, job);
    step("Oxford Street", "A clerk packs the bag and makes it ready. Ada gets a code.");
    narrator.sees("app", job(app, order.id()));
    narrator.sees("Oxford Street", job(oxford, order.id()));
    return code;
  }

  private void collect(OrderId id, PickupCode code) {
    at(17, 30);
    FulfillmentId job = code.fulfillment().id();
    commerce.fulfillment().collect(oxford, job, code.code(), "Ada Lovelace");
    Order order = commerce.orders().get(oxford, id);
    order
        .payments()
        .forEach(
            payment ->
                commerce
                    .payments()
                    .capture(
                        oxford,
                        payment,
                        order.totals().grand(),
                        IdempotencyKey.of("collected-" + job)));
    step("Oxford Street", "Ada shows the code and takes the bag. Only now the card is charged.");
    narrator.sees("app", order(app, id) + "; paid " + order.totals().grand());
    narrator.sees("Oxford Street", "the same code once more: " + again(job, code));
  }

  private String again(FulfillmentId job, PickupCode code) {
    try {
      commerce.fulfillment().collect(oxford, job, code.code(), "Somebody else");
      return "handed over twice";
    } catch (RefusedException refused) {
      return "refused, " + refused.code();
    }
  }

  private void bringBack(OrderId id) {
    clock.set(day.plusDays(1).withHour(11));
    Order order = commerce.orders().get(camden, id);
    RmaId rma = RmaId.of("RMA-1");
    ReturnLine mug =
        new ReturnLine(
            order.lines().stream()
                .filter(line -> line.priced().sku().equals(HighStreet.MUG))
                .findFirst()
                .orElseThrow()
                .priced()
                .id(),
            Quantity.ONE,
            "one too many");
    commerce.returns().open(camden, rma, id, List.of(mug));
    commerce.returns().receive(camden, rma, HighStreet.CAMDEN, Disposition.RESTOCK);
    RefundOutcome outcome = commerce.returns().refund(camden, rma, IdempotencyKey.of("refund-1"));
    step("Camden", "Ada brings one mug back, to another store, which sells it again.");
    narrator.sees("Camden", refunded(outcome) + "; red mugs left to sell: " + mugs(camden));
    narrator.sees("web", order(web, id) + "; red mugs left to sell: " + mugs(web));
  }

  private static String refunded(RefundOutcome outcome) {
    return outcome.fold(
        done -> done.amount() + " go back to the card",
        pending -> "the bank has not answered yet",
        refused -> "no refund: " + refused.reasons());
  }

  private void at(int hour, int minute) {
    clock.set(day.withHour(hour).withMinute(minute));
  }

  private void step(String where, String what) {
    narrator.step(clock.local(), where, what);
  }

  private String current(CallContext context) {
    Optional<Cart> current = commerce.carts().current(context, HighStreet.ADA);
    return current.map(cart -> cart(context, cart.id())).orElse("no cart");
  }

  private String cart(CallContext context, CartId id) {
    CartView view = commerce.carts().view(context, id);
    String total =
        view.priced().map(priced -> priced.totals().grand()).map(Money::toString).orElse("-");
    return "a cart of " + view.cart().lines().size() + " lines, " + total;
  }

  private String order(CallContext context, OrderId id) {
    Order order = commerce.orders().get(context, id);
    return "order " + order.number() + " " + EverySide.status(order);
  }

  private String job(CallContext context, OrderId id) {
    return "pickup " + EverySide.words(commerce.fulfillment().ofOrder(context, id).get(0).step());
  }

  private Quantity mugs(CallContext context) {
    return commerce
        .inventory()
        .availableToSell(context, List.of(HighStreet.MUG))
        .getOrDefault(HighStreet.MUG, Quantity.ZERO);
  }
}
