package io.omnicommerce.core.order;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Text;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.payment.PaymentDocuments;
import io.omnicommerce.core.pricing.PastOrders;
import io.omnicommerce.core.pricing.Pricing;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.core.promotion.RuleBooks;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.customer.Email;
import io.omnicommerce.customer.Phone;
import io.omnicommerce.flow.StateMachine;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.HoldReason;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderAction;
import io.omnicommerce.order.OrderEvent;
import io.omnicommerce.order.OrderFile;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.order.OrderNote;
import io.omnicommerce.order.OrderNumber;
import io.omnicommerce.order.OrderOrigin;
import io.omnicommerce.order.OrderPaymentStatus;
import io.omnicommerce.order.OrderProgress;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.order.OrderStatus;
import io.omnicommerce.order.OrderTask;
import io.omnicommerce.order.TimelineEntry;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.pricing.PricingInputs;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/** The service of orders. */
public final class CoreOrderService implements OrderService {

  private final Storage storage;
  private final StateMachine<OrderStatus, OrderAction> flow;
  private final Pricing pricing;
  private final List<TimelineSource> sources;
  private final OrderFiles files;

  /** With no rules of the host's own. */
  public CoreOrderService(Storage storage, StateMachine<OrderStatus, OrderAction> flow) {
    this(storage, flow, new Pricing(new RuleBooks(HostRules.NONE), PastOrders.NONE));
  }

  public CoreOrderService(
      Storage storage, StateMachine<OrderStatus, OrderAction> flow, Pricing pricing) {
    this(storage, flow, pricing, List.of());
  }

  /**
   * @param sources what rooms further right know of what happened around an order
   */
  public CoreOrderService(
      Storage storage,
      StateMachine<OrderStatus, OrderAction> flow,
      Pricing pricing,
      List<TimelineSource> sources) {
    this.storage = storage;
    this.flow = flow;
    this.pricing = pricing;
    this.sources = List.copyOf(sources);
    this.files = new OrderFiles(storage);
  }

  @Override
  public Order get(CallContext context, OrderId id) {
    return storage.inTransaction(context, session -> OrderDocuments.visible(session, id).value());
  }

  @Override
  public OrderProgress progress(CallContext context, OrderId id) {
    return storage.inTransaction(
        context, session -> progress(session, OrderDocuments.visible(session, id).value()));
  }

  private static OrderProgress progress(Session session, Order order) {
    List<Payment> payments =
        order.payments().stream().map(id -> PaymentDocuments.require(session, id).value()).toList();
    boolean cancelled = order.status() == OrderStatus.CANCELLED;
    Money settled =
        order.origin().map(OrderOrigin::settled).orElse(Money.zero(order.due().currency()));
    return new OrderProgress(
        order.status(),
        OrderPaymentStatus.of(order.due(), settled, payments, cancelled),
        order.fulfillmentStatus());
  }

  @Override
  public Optional<Order> findByNumber(CallContext context, OrderNumber number) {
    return storage.inTransaction(
        context,
        session ->
            session
                .documents()
                .findByUnique(OrderDocuments.TYPE, OrderDocuments.NUMBER, number.plain())
                .map(Stored::value)
                .filter(order -> OrderDocuments.isVisible(session, order)));
  }

  @Override
  public Optional<Order> findByPayment(CallContext context, PaymentId payment) {
    return storage.inTransaction(context, session -> paidWith(session, payment));
  }

  @Override
  public Optional<Order> findByPaymentReference(CallContext context, String gatewayReference) {
    context.actor().require(VIEW);
    String reference = Text.text(gatewayReference, "gatewayReference", Text.NAME_LENGTH_MAX);
    return storage.inTransaction(
        context,
        session ->
            paymentsWith(session, reference).stream()
                .flatMap(payment -> paidWith(session, payment).stream())
                .findFirst());
  }

  private static List<PaymentId> paymentsWith(Session session, String reference) {
    return session
        .documents()
        .findBy(
            PaymentDocuments.TYPE,
            PaymentDocuments.GATEWAY_REFERENCE,
            reference,
            PageRequest.first(PageRequest.LIMIT_MAX))
        .items()
        .stream()
        .map(stored -> stored.value().id())
        .toList();
  }

  private static Optional<Order> paidWith(Session session, PaymentId payment) {
    return session
        .documents()
        .findBy(OrderDocuments.TYPE, OrderDocuments.PAYMENT, payment.value(), PageRequest.first(1))
        .items()
        .stream()
        .map(Stored::value)
        .filter(order -> OrderDocuments.isVisible(session, order))
        .findFirst();
  }

  @Override
  public Optional<Order> findByOrigin(CallContext context, ChannelId channel, String reference) {
    Objects.requireNonNull(channel, "channel");
    String origin = OrderDocuments.origin(channel, Text.name(reference, "reference"));
    return storage.inTransaction(
        context,
        session ->
            session
                .documents()
                .findByUnique(OrderDocuments.TYPE, OrderDocuments.ORIGIN, origin)
                .map(Stored::value)
                .filter(order -> OrderDocuments.isVisible(session, order)));
  }

  @Override
  public Page<Order> findByEmail(CallContext context, Email email, PageRequest page) {
    Objects.requireNonNull(page, "page");
    context.actor().require(VIEW);
    return findBy(context, OrderDocuments.EMAIL, email.value(), page);
  }

  @Override
  public Page<Order> findByPhone(CallContext context, Phone phone, PageRequest page) {
    Objects.requireNonNull(page, "page");
    context.actor().require(VIEW);
    return findBy(context, OrderDocuments.PHONE, phone.value(), page);
  }

  @Override
  public Page<Order> findByCard(CallContext context, String card, PageRequest page) {
    Objects.requireNonNull(page, "page");
    context.actor().require(VIEW);
    return findBy(context, OrderDocuments.CARD, Text.id(card, "card"), page);
  }

  @Override
  public Page<Order> ofCustomer(CallContext context, CustomerId customer, PageRequest page) {
    Objects.requireNonNull(page, "page");
    Objects.requireNonNull(customer, "customer");
    if (!context.actor().customer().equals(Optional.of(customer))) {
      context.actor().require(VIEW);
    }
    return findBy(context, OrderDocuments.CUSTOMER, customer.value(), page);
  }

  private Page<Order> findBy(CallContext context, String key, String value, PageRequest page) {
    return storage.inTransaction(
        context,
        session ->
            session.documents().findBy(OrderDocuments.TYPE, key, value, page).map(Stored::value));
  }

  @Override
  public Optional<PricingInputs> pricedFrom(CallContext context, OrderId id) {
    Objects.requireNonNull(id, "id");
    context.actor().require(VIEW);
    return storage.inTransaction(
        context,
        session -> {
          OrderDocuments.visible(session, id);
          return pricedFrom(session, id);
        });
  }

  private static Optional<PricingInputs> pricedFrom(Session session, OrderId id) {
    return session.documents().find(OrderDocuments.PRICING, id.value()).map(Stored::value);
  }

  @Override
  public String receipt(CallContext context, OrderId id) {
    Objects.requireNonNull(id, "id");
    return storage.inTransaction(
        context,
        session ->
            new OrderReceipt(session, OrderDocuments.visible(session, id).value())
                .text(pricedFrom(session, id).map(pricing::replay)));
  }

  @Override
  public Order confirm(CallContext context, OrderId id) {
    return move(context, id, OrderAction.CONFIRM, "");
  }

  @Override
  public Order hold(CallContext context, OrderId id, String reason) {
    return hold(context, id, HoldReason.OTHER, Text.name(reason, "reason"));
  }

  @Override
  public Order hold(CallContext context, OrderId id, HoldReason reason, String note) {
    Objects.requireNonNull(reason, "reason");
    String checked = Text.name(note, "note");
    return change(
        context,
        id,
        checked,
        (session, order) -> OrderRules.held(flow, order, reason, checked, context, session.now()));
  }

  @Override
  public Order release(CallContext context, OrderId id) {
    return release(context, id, Optional.empty());
  }

  @Override
  public Order release(CallContext context, OrderId id, HoldReason reason) {
    Objects.requireNonNull(reason, "reason");
    return release(context, id, Optional.of(reason));
  }

  private Order release(CallContext context, OrderId id, Optional<HoldReason> reason) {
    return change(
        context,
        id,
        "",
        (session, order) -> OrderRules.released(flow, order, reason, context, session.now()));
  }

  @Override
  public Order close(CallContext context, OrderId id) {
    return change(
        context,
        id,
        "",
        (session, order) -> OrderRules.closed(flow, order, context, session.now()));
  }

  @Override
  public List<TimelineEntry> timeline(CallContext context, OrderId id) {
    Objects.requireNonNull(id, "id");
    context.actor().require(VIEW);
    return storage.inTransaction(
        context,
        session ->
            new OrderTimeline(session, OrderDocuments.visible(session, id).value())
                .merged(sources));
  }

  @Override
  public OrderFile file(CallContext context, OrderId id) {
    Objects.requireNonNull(id, "id");
    context.actor().require(SERVICE);
    return storage.inTransaction(
        context,
        session -> {
          Stored<Order> order =
              OrderDocuments.find(session, id).orElseThrow(() -> OrderDocuments.notFound(id));
          return OrderFiles.of(session, order.value().id());
        });
  }

  @Override
  public OrderNote note(CallContext context, OrderId id, String text) {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(text, "text");
    return files.note(context, id, text);
  }

  @Override
  public OrderTask addTask(
      CallContext context, OrderId id, String title, Optional<String> assignee) {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(assignee, "assignee");
    return files.add(context, id, title, assignee);
  }

  @Override
  public OrderTask assignTask(
      CallContext context, OrderId id, int task, Optional<String> assignee) {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(assignee, "assignee");
    return files.assign(context, id, task, assignee);
  }

  @Override
  public OrderTask completeTask(CallContext context, OrderId id, int task) {
    Objects.requireNonNull(id, "id");
    return files.complete(context, id, task);
  }

  @Override
  public Page<OrderFile> withTasksOf(CallContext context, String assignee, PageRequest page) {
    Objects.requireNonNull(assignee, "assignee");
    Objects.requireNonNull(page, "page");
    context.actor().require(SERVICE);
    String whose = Text.id(assignee, "assignee");
    return storage.inTransaction(
        context,
        session ->
            session
                .documents()
                .findBy(OrderFiles.TYPE, OrderFiles.ASSIGNEE, whose, page)
                .map(Stored::value));
  }

  @Override
  public Order shippedElsewhere(CallContext context, OrderId id, LocationId from) {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(from, "from");
    return change(
        context,
        id,
        "",
        (session, order) -> {
          ChannelDocuments.location(session, from);
          return OrderRules.shippedElsewhere(order, from, context, session.now());
        });
  }

  private Order move(CallContext context, OrderId id, OrderAction action, String reason) {
    return change(
        context,
        id,
        reason,
        (session, order) -> OrderRules.moved(flow, order, action, reason, context, session.now()));
  }

  private Order change(
      CallContext context, OrderId id, String reason, BiFunction<Session, Order, Order> rule) {
    context.actor().require(MANAGE);
    return storage.inTransaction(
        context,
        session -> {
          Stored<Order> stored =
              OrderDocuments.find(session, id).orElseThrow(() -> OrderDocuments.notFound(id));
          Order order = stored.value();
          Order changed = rule.apply(session, order);
          if (changed.equals(order)) {
            return order;
          }
          OrderEvent event = OrderRules.told(order, changed, reason);
          Results.commit(
              session,
              Decision.builder()
                  .save(DocumentWrite.update(OrderDocuments.TYPE, stored, changed))
                  .event(OrderDocuments.event(changed, event))
                  .build());
          return changed;
        });
  }
}
