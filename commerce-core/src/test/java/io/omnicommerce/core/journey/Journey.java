package io.omnicommerce.core.journey;

import io.omnicommerce.Commerce;
import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartOwner;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Channel;
import io.omnicommerce.channel.Location;
import io.omnicommerce.channel.OpeningHours;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.contract.MutableClock;
import io.omnicommerce.core.CommerceEngine;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.Storages;
import io.omnicommerce.customer.Customer;
import io.omnicommerce.customer.Email;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.inmemory.SandboxGateway;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.storage.Storage;
import java.time.ZoneId;
import java.util.List;

/** A shop with two stores and a marketplace, told through the public api alone. */
final class Journey {

  static final LocationId MANCHESTER = LocationId.of("MAN");
  static final ChannelId STORE_MANCHESTER = ChannelId.of("store-manchester");
  static final ChannelId MARKETPLACE = ChannelId.of("marketplace");
  static final Email ADAS_EMAIL = Email.of("ada@example.com");

  final MutableClock clock = MutableClock.startingAt(Shop.START);
  final Storage storage = Storages.fresh(clock);
  final Shop shop = Shop.on(storage, clock);
  final SandboxGateway gateway = new SandboxGateway();
  final Commerce commerce = CommerceEngine.builder().storage(storage).payments(gateway).build();

  final CallContext office =
      Shop.context(Shop.WEB, Actor.system("office").withPermissions(CommerceEngine.permissions()));
  final CallContext london = office.withChannel(Shop.STORE).withLocation(Shop.LON);
  final CallContext manchester = office.withChannel(STORE_MANCHESTER).withLocation(MANCHESTER);
  final CallContext marketplace = office.withChannel(MARKETPLACE);

  private int walkIns;

  Journey() {
    commerce
        .channels()
        .save(
            office,
            Location.store(
                MANCHESTER,
                "Manchester store",
                ZoneId.of("Europe/London"),
                "+44 161 496 0018",
                Shop.address(),
                OpeningHours.ALWAYS));
    commerce.channels().save(office, channel(STORE_MANCHESTER, Channel.Kind.STORE, MANCHESTER));
    commerce.channels().save(office, channel(MARKETPLACE, Channel.Kind.MARKETPLACE, Shop.LON));
    commerce
        .customers()
        .save(office, Customer.of(Shop.ADA_ID, "Ada").withEmail(ADAS_EMAIL).withCard("CARD-1"));
  }

  private static Channel channel(ChannelId id, Channel.Kind kind, LocationId source) {
    return new Channel(id, id.value(), kind, Shop.UK, List.of(source));
  }

  /** Ada's cart with so many of a SKU, to be picked up in London. */
  CartId pickupCart(CallContext context, Sku sku, int quantity) {
    CartId cart = opened(context);
    commerce.carts().add(context, cart, sku, Quantity.of(quantity));
    readyForPickup(context, cart);
    return cart;
  }

  /** A customer's own cart, or at a till the cart of somebody who walked in. */
  private CartId opened(CallContext context) {
    if (context.actor().customer().isPresent()) {
      return commerce.carts().open(context, Shop.GBP);
    }
    CartId cart = CartId.of("walk-in-" + ++walkIns);
    return commerce.carts().open(context, cart, CartOwner.guest(cart.value()), Shop.GBP).id();
  }

  void readyForPickup(CallContext context, CartId cart) {
    commerce.carts().contact(context, cart, BuyerContact.of("Ada", ADAS_EMAIL));
    commerce.carts().deliver(context, cart, DeliveryChoice.pickup(Shop.PICKUP, Shop.LON));
  }

  Order placed(CallContext context, CartId cart, Tender tender) {
    CheckoutOutcome outcome =
        commerce
            .checkout()
            .place(context, cart, tender, IdempotencyKey.of("place-" + cart.value()));
    OrderId order =
        outcome.fold(
            CheckoutOutcome.Placed::order,
            pending -> {
              throw new AssertionError("pending: " + pending);
            },
            refused -> {
              throw new AssertionError("refused: " + refused.reasons());
            });
    return commerce.orders().get(context, order);
  }

  /** The stock of a SKU that each of these may sell. */
  List<Quantity> availableTo(Sku sku, CallContext... contexts) {
    return java.util.Arrays.stream(contexts)
        .map(
            context ->
                commerce
                    .inventory()
                    .availableToSell(context, List.of(sku))
                    .getOrDefault(sku, Quantity.ZERO))
        .toList();
  }

  PaymentId paymentOf(Order order) {
    return order.payments().get(0);
  }

  Money captured(Order order) {
    return commerce.payments().get(office, paymentOf(order)).captured();
  }

  Money refunded(Order order) {
    return commerce.payments().get(office, paymentOf(order)).refunded();
  }
}
