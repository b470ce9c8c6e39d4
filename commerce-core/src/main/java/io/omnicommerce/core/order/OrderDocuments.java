package io.omnicommerce.core.order;

import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Reference;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.core.storage.Events;
import io.omnicommerce.order.Allocation;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderEvent;
import io.omnicommerce.order.OrderHistory;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.order.OrderStatus;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.pricing.PricingInputs;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.LookupKey;
import io.omnicommerce.storage.NewEvent;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Orders as documents, by id. */
public final class OrderDocuments {

  public static final String NUMBER = "number";
  public static final String CART = "cart";
  public static final String ORIGIN = "origin";
  public static final String EMAIL = "email";
  public static final String PHONE = "phone";
  public static final String CARD = "card";
  public static final String PAYMENT = "payment";
  public static final String CUSTOMER = "customer";
  private static final String AWAITS = "awaits";

  public static final DocumentType<Order> TYPE =
      DocumentType.of("order", Json.codec(Order.class))
          .foundBy(LookupKey.unique(NUMBER, order -> List.of(order.number().plain())))
          .foundBy(LookupKey.unique(CART, order -> cart(order).stream().toList()))
          .foundBy(LookupKey.unique(ORIGIN, order -> origin(order).stream().toList()))
          .foundBy(LookupKey.shared(EMAIL, order -> email(order).stream().toList()))
          .foundBy(LookupKey.shared(PHONE, order -> phone(order).stream().toList()))
          .foundBy(LookupKey.shared(CARD, Order::cards))
          .foundBy(
              LookupKey.shared(
                  PAYMENT, order -> order.payments().stream().map(PaymentId::value).toList()))
          .foundBy(LookupKey.shared(CUSTOMER, order -> customer(order).stream().toList()))
          .foundBy(LookupKey.shared(AWAITS, OrderDocuments::awaited))
          .projectedTo(OrderLineRows.PROJECTION)
          .checkedBy(OrderHistory::verify);

  /** What the prices of an order were computed from; written once, by its id. */
  public static final DocumentType<PricingInputs> PRICING =
      DocumentType.of("order_pricing", Json.codec(PricingInputs.class));

  private OrderDocuments() {}

  /** How many orders a customer has placed: the pricing room is told so. */
  public static long count(Session session, CustomerId customer, boolean cancelledToo) {
    long count = 0;
    Optional<PageRequest> next = Optional.of(PageRequest.first(PageRequest.LIMIT_MAX));
    while (next.isPresent()) {
      Page<Stored<Order>> page =
          session.documents().findBy(TYPE, CUSTOMER, customer.value(), next.get());
      count +=
          page.items().stream()
              .filter(order -> cancelledToo || order.value().status() != OrderStatus.CANCELLED)
              .count();
      next = page.next().map(PageRequest.first(PageRequest.LIMIT_MAX)::next);
    }
    return count;
  }

  /**
   * An order that the caller may see: its own, or any with the permission.
   *
   * @throws NotFoundException {@code order.not_found} if there is none
   */
  public static Stored<Order> visible(Session session, OrderId id) {
    return find(session, id)
        .filter(stored -> isVisible(session, stored.value()))
        .orElseThrow(() -> notFound(id));
  }

  /** An order, whosever it is. */
  public static Optional<Stored<Order>> find(Session session, OrderId id) {
    return session.documents().find(TYPE, id.value());
  }

  /** The order that waits for goods that a group was promised. */
  static Optional<Stored<Order>> awaiting(Session session, String group) {
    return session.documents().findBy(TYPE, AWAITS, group, PageRequest.first(1)).items().stream()
        .findFirst();
  }

  private static Set<String> awaited(Order order) {
    return order.lines().stream()
        .flatMap(line -> line.allocations().stream())
        .filter(from -> from.awaits().isPresent() && !from.open().isZero())
        .map(Allocation::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether the caller of this session may see an order. */
  public static boolean isVisible(Session session, Order order) {
    var actor = session.context().actor();
    return order.owner().is(actor) || actor.may(OrderService.VIEW);
  }

  public static NotFoundException notFound(OrderId id) {
    return new NotFoundException(OrderService.NOT_FOUND, Reference.of(TYPE.name(), id.value()));
  }

  /** An event about an order, to be appended with the version that it tells of. */
  public static NewEvent event(Order order, OrderEvent event) {
    return Events.of(TYPE.name(), order.id().value(), order.version(), event);
  }

  /** What was placed elsewhere was no cart of this shop. */
  private static Optional<String> cart(Order order) {
    return order.origin().isEmpty() ? Optional.of(order.cart().value()) : Optional.empty();
  }

  private static Optional<String> origin(Order order) {
    return order.origin().map(from -> origin(from.channel(), from.reference()));
  }

  /** How a reference of a channel is looked up. */
  static String origin(ChannelId channel, String reference) {
    return channel.value().length() + "/" + channel + "/" + reference;
  }

  private static Optional<String> email(Order order) {
    return order.contact().flatMap(BuyerContact::email).map(email -> email.value());
  }

  private static Optional<String> phone(Order order) {
    return order.contact().flatMap(BuyerContact::phone).map(phone -> phone.value());
  }

  private static Optional<String> customer(Order order) {
    return order.owner().knownCustomer().map(customer -> customer.value());
  }
}
