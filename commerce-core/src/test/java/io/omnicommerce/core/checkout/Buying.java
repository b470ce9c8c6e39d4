package io.omnicommerce.core.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.checkout.Checkout;
import io.omnicommerce.checkout.CheckoutId;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.checkout.CheckoutRequest;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.cart.CartDocuments;
import io.omnicommerce.core.cart.CartPricing;
import io.omnicommerce.core.fulfillment.FulfillmentDocuments;
import io.omnicommerce.core.inventory.Waiting;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.payment.CorePaymentService;
import io.omnicommerce.core.payment.PaymentDocuments;
import io.omnicommerce.core.payment.ToldVersions;
import io.omnicommerce.core.storage.Commands;
import io.omnicommerce.core.value.GiftCardDocuments;
import io.omnicommerce.customer.Email;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.inmemory.SandboxGateway;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.StockLevel;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.payment.spi.PaymentGateway;
import io.omnicommerce.storage.AuditFinding;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;
import java.util.ArrayList;
import java.util.List;

/** The shop with a checkout: what tests of buying need. */
final class Buying {

  static final Tender VISA = Tender.card("tok_visa");

  /** The back office, which may do all that is asked of it here. */
  static final CallContext OFFICE =
      Shop.staff(
          PaymentService.VIEW,
          PaymentService.CAPTURE,
          InventoryService.MANAGE,
          CartService.ASSIST,
          CheckoutService.CANCEL,
          CheckoutService.RECOVER);

  static final List<DocumentType<?>> TYPES =
      List.of(
          CartDocuments.TYPE,
          CheckoutDocuments.TYPE,
          PaymentDocuments.TYPE,
          OrderDocuments.TYPE,
          OrderDocuments.PRICING,
          FulfillmentDocuments.TYPE,
          GiftCardDocuments.TYPE,
          Waiting.TYPE,
          Commands.TYPE);

  final Shop shop;
  final SandboxGateway sandbox = new SandboxGateway();
  final CorePaymentService payments;
  final CheckoutService checkouts;
  final CartService carts;

  Buying() {
    this(Shop.open());
  }

  Buying(Shop shop) {
    this.shop = shop;
    payments = new CorePaymentService(shop.storage(), sandbox);
    checkouts = through(sandbox);
    carts = shop.carts();
  }

  /** The checkout as it is with another gateway. */
  CheckoutService through(PaymentGateway gateway) {
    return on(shop.storage(), gateway);
  }

  /** The checkout as it is on a storage that goes wrong. */
  CheckoutService on(Storage storage, PaymentGateway gateway) {
    return new CoreCheckoutService(
        storage,
        shop.ids(),
        new CartPricing(shop.pricingOf()),
        new CorePaymentService(storage, gateway),
        gateway);
  }

  static IdempotencyKey key(String key) {
    return IdempotencyKey.of(key);
  }

  static Money gbp(String amount) {
    return Money.of(amount, Shop.GBP);
  }

  static CheckoutRequest paying(Tender tender) {
    return CheckoutRequest.of(tender);
  }

  /** A cart that can be ordered: so many red mugs, by standard delivery. */
  CartId mugs(CallContext context, int quantity) {
    return cart(context, Shop.MUG_RED, quantity);
  }

  CartId cart(CallContext context, Sku sku, int quantity) {
    CartId id = carts.open(context, Shop.GBP);
    carts.add(context, id, sku, Quantity.of(quantity));
    return ready(context, id);
  }

  CartId ready(CallContext context, CartId id) {
    carts.contact(context, id, BuyerContact.of("Ada Lovelace", Email.of("ada@example.org")));
    carts.deliver(context, id, DeliveryChoice.ship(Shop.STANDARD, Shop.address()));
    return id;
  }

  /** Ada's cart of some mugs, placed with her card. */
  CheckoutOutcome place(CartId cart, String key) {
    return checkouts.place(Shop.ADA, cart, VISA, key(key));
  }

  Order order(CheckoutOutcome outcome) {
    return order(((CheckoutOutcome.Placed) outcome).order());
  }

  Order order(OrderId id) {
    return find(OrderDocuments.TYPE, id.value());
  }

  List<Order> orders() {
    return all(OrderDocuments.TYPE);
  }

  List<Fulfillment> jobs() {
    return all(FulfillmentDocuments.TYPE);
  }

  List<Checkout> attempts() {
    return all(CheckoutDocuments.TYPE);
  }

  /** Who waits for goods that were promised. */
  List<Waiting> waiting() {
    return all(Waiting.TYPE).stream().filter(waiting -> waiting.open() > 0).toList();
  }

  Payment payment(PaymentId id) {
    return find(PaymentDocuments.TYPE, id.value());
  }

  Payment payment(CheckoutId id) {
    return payment(find(CheckoutDocuments.TYPE, id.value()).payment().orElseThrow());
  }

  Cart cart(CartId id) {
    return find(CartDocuments.TYPE, id.value());
  }

  StockLevel stock(Sku sku, LocationId location) {
    return shop.inventory().levels(OFFICE, location, List.of(sku)).get(sku);
  }

  /** What may be sold of the red mug, everywhere. */
  Quantity mugsLeft() {
    return shop.inventory().availableToSell(Shop.ADA, List.of(Shop.MUG_RED)).get(Shop.MUG_RED);
  }

  /** What does not fit together. Versions of payments that nothing tells are none. */
  List<AuditFinding> audit() {
    assertThat(ToldVersions.missing(shop.storage(), OFFICE)).isEmpty();
    return shop.storage().maintenance().audit(TYPES);
  }

  /** Everything there is, as text. */
  String dump() {
    StringBuilder dump = new StringBuilder(shop.dump());
    TYPES.forEach(type -> all(type).forEach(value -> dump.append('\n').append(value)));
    sandbox.book().forEach(entry -> dump.append('\n').append(entry));
    return dump.toString();
  }

  static List<String> reasons(CheckoutOutcome outcome) {
    return ((CheckoutOutcome.Refused) outcome)
        .reasons().stream().map(Refusal::code).map(Object::toString).toList();
  }

  private <T> T find(DocumentType<T> type, String id) {
    return shop.storage()
        .inTransaction(OFFICE, session -> session.documents().find(type, id).orElseThrow().value());
  }

  private <T> List<T> all(DocumentType<T> type) {
    return shop.storage()
        .inTransaction(
            OFFICE,
            session -> {
              List<T> values = new ArrayList<>();
              session
                  .documents()
                  .list(type, PageRequest.first(PageRequest.LIMIT_MAX))
                  .items()
                  .forEach((Stored<T> stored) -> values.add(stored.value()));
              return values;
            });
  }
}
