package io.omnicommerce.core.order;

import static io.omnicommerce.core.order.PlacedOrders.LON;
import static io.omnicommerce.core.order.PlacedOrders.MUG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.cart.CartOwner;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.core.catalog.CoreCatalogService;
import io.omnicommerce.core.fulfillment.FulfillmentDocuments;
import io.omnicommerce.core.order.PlacedOrders.Line;
import io.omnicommerce.core.order.PlacedOrders.Wanted;
import io.omnicommerce.customer.Email;
import io.omnicommerce.customer.Phone;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderAction;
import io.omnicommerce.order.OrderEvent;
import io.omnicommerce.order.OrderFlow;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.order.OrderNumber;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.order.OrderStatus;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.Totals;
import io.omnicommerce.storage.DocumentType;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CoreOrderServiceTest {

  private static final OrderId O1 = OrderId.of("o1");
  private static final PageRequest PAGE = PageRequest.first(10);

  private final PlacedOrders shop = new PlacedOrders();
  private final OrderService orders = new CoreOrderService(shop.storage, OrderFlow.STANDARD);

  @AfterEach
  void the_books_balance() {
    assertThat(shop.memory.maintenance().audit(List.of(OrderDocuments.TYPE))).isEmpty();
  }

  @Test
  void an_order_freezes_what_the_cart_was() {
    Order order =
        shop.place(Wanted.shipped("o1", Line.of("1", MUG, "3", LON, "14.97")).withDelivery("3.95"));

    assertThat(order.status()).isEqualTo(OrderStatus.PLACED);
    assertThat(order.totals().grand()).hasToString("GBP 18.92");
    assertThat(order.lines().get(0).title()).isEqualTo("Red mug");
    assertThat(order.lines().get(0).reference()).contains("ref-1");
    assertThat(order.lines().get(0).allocations().get(0).source()).isEqualTo(LON);
    assertThat(order.history())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.what()).isEqualTo("placed");
              assertThat(entry.from()).isEmpty();
              assertThat(entry.actor()).isEqualTo("customer:ada");
              assertThat(entry.channel()).isEqualTo(PlacedOrders.WEB);
            });
    assertThat(orders.get(shop.ada, O1)).isEqualTo(order);
  }

  @Test
  void a_receipt_tells_what_an_order_costs_under_the_titles_of_then() {
    Order order =
        shop.place(Wanted.shipped("o1", Line.of("1", MUG, "3", LON, "14.97")).withDelivery("3.95"));
    new CoreCatalogService(shop.storage)
        .save(shop.office, List.of(CatalogEntry.of(MUG, "Crimson mug")));

    assertThat(orders.receipt(shop.ada, O1))
        .startsWith("Order " + order.number() + "\n3 x Red mug at ")
        .contains("To pay: GBP 18.92\n")
        .endsWith("Prices of 2 March 2026, 10:00 UTC\n");
    assertThat(orders.receipt(shop.london, O1)).endsWith("10:00 in Europe/London\n");
    assertThatThrownBy(() -> orders.receipt(shop.eve, O1)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void a_receipt_says_if_the_price_would_be_another_by_the_rules_of_now() {
    Order order = oneMug("o1", CartOwner.known(CustomerId.of("ada")));
    Totals was = order.totals();
    Totals other =
        new Totals(
            was.goods().plus(was.grand()),
            was.adjustments(),
            was.charges(),
            was.taxAdded(),
            was.taxIncluded(),
            was.grand().plus(was.grand()));

    assertThat(receipt(order, was)).doesNotContain("again");
    assertThat(receipt(order, other))
        .endsWith(
            "Computed again it would be "
                + other.grand()
                + ": a rule of the shop's own code has changed.\n");
  }

  private String receipt(Order order, Totals again) {
    PricedCart priced =
        new PricedCart(List.of(), List.of(), List.of(), again, order.trace(), order.placedAt());
    return shop.storage.inTransaction(
        shop.office, session -> new OrderReceipt(session, order).text(Optional.of(priced)));
  }

  @Test
  void F2_a_clerk_in_a_store_finds_the_online_order_by_whatever_the_customer_knows() {
    Order order = oneMug("o1", CartOwner.known(CustomerId.of("ada")));

    assertThat(orders.get(shop.london, O1)).isEqualTo(order);
    assertThat(orders.findByNumber(shop.london, OrderNumber.of("N-o1"))).contains(order);
    assertThat(orders.findByPayment(shop.london, PaymentId.of("pay-o1"))).contains(order);
    assertThat(orders.findByEmail(shop.london, Email.of("ada@example.org"), PAGE).items())
        .containsExactly(order);
    assertThat(orders.findByPhone(shop.london, Phone.of("+442079460000"), PAGE).items())
        .containsExactly(order);
    assertThat(orders.findByCard(shop.london, "CARD-o1", PAGE).items()).containsExactly(order);
    assertThat(orders.ofCustomer(shop.london, CustomerId.of("ada"), PAGE).items())
        .containsExactly(order);
  }

  @Test
  void a_number_is_found_however_the_customer_reads_it_out() {
    Order order = oneMug("o1", CartOwner.known(CustomerId.of("ada")));

    for (String read : List.of("N-o1", "n-O1", "NO1", "no1", "n o1")) {
      assertThat(orders.findByNumber(shop.ada, OrderNumber.of(read))).as(read).contains(order);
    }
    assertThat(orders.findByNumber(shop.ada, OrderNumber.of("N-o11"))).isEmpty();
    assertThat(OrderNumber.of("--").plain()).isEqualTo("--");
  }

  @Test
  void an_order_of_a_guest_is_seen_under_the_same_session_only() {
    Order order = oneMug("o1", CartOwner.guest("session-1"));

    assertThat(orders.get(shop.guest, O1)).isEqualTo(order);
    assertThat(orders.findByNumber(shop.guest, order.number())).contains(order);
    assertNotFound(() -> orders.get(shop.guest.withActor(Actor.guest("session-2")), O1), "o1");
    assertNotFound(() -> orders.get(shop.ada, O1), "o1");
  }

  @Test
  void a_customer_lists_its_own_orders_page_by_page() {
    oneMug("o1", CartOwner.known(CustomerId.of("ada")));
    oneMug("o2", CartOwner.known(CustomerId.of("eve")));
    oneMug("o3", CartOwner.known(CustomerId.of("ada")));

    var first = orders.ofCustomer(shop.ada, CustomerId.of("ada"), PageRequest.first(1));
    var second =
        orders.ofCustomer(
            shop.ada, CustomerId.of("ada"), PageRequest.first(1).next(first.next().orElseThrow()));

    assertThat(first.items()).extracting(Order::id).containsExactly(O1);
    assertThat(second.items()).extracting(Order::id).containsExactly(OrderId.of("o3"));
    assertThatThrownBy(() -> orders.ofCustomer(shop.eve, CustomerId.of("ada"), PAGE))
        .isInstanceOf(ForbiddenException.class);
  }

  @Test
  void abuse_12_orders_of_others_and_orders_that_do_not_exist_answer_alike() {
    oneMug("o1", CartOwner.known(CustomerId.of("ada")));

    assertNotFound(() -> orders.get(shop.eve, O1), "o1");
    assertNotFound(() -> orders.get(shop.eve, OrderId.of("o9")), "o9");
    assertNotFound(() -> orders.get(shop.guest, O1), "o1");
    assertNotFound(
        () ->
            orders.get(
                new io.omnicommerce.common.CallContext(
                    TenantId.of("other"),
                    shop.office.channel(),
                    Optional.empty(),
                    shop.office.actor(),
                    shop.office.locale()),
                O1),
        "o1");
    assertNotFound(() -> orders.confirm(shop.office, OrderId.of("o9")), "o9");
  }

  @Test
  void abuse_17_guessing_numbers_payments_or_contacts_finds_nothing_of_others() {
    oneMug("o1", CartOwner.known(CustomerId.of("ada")));

    for (var caller : List.of(shop.eve, shop.guest)) {
      assertThat(orders.findByNumber(caller, OrderNumber.of("N-o1"))).isEmpty();
      assertThat(orders.findByPayment(caller, PaymentId.of("pay-o1"))).isEmpty();
      assertForbidden(() -> orders.findByPaymentReference(caller, "auth-1"));
      assertForbidden(() -> orders.findByEmail(caller, Email.of("ada@example.org"), PAGE));
      assertForbidden(() -> orders.findByPhone(caller, Phone.of("+442079460000"), PAGE));
      assertForbidden(() -> orders.findByCard(caller, "CARD-o1", PAGE));
    }
  }

  @Test
  void L54_each_step_is_one_version_with_one_entry_of_the_history_and_one_event() {
    oneMug("o1", CartOwner.known(CustomerId.of("ada")));
    shop.events.clear();

    orders.hold(shop.office, O1, "Address looks odd");
    orders.release(shop.office, O1);
    Order order = orders.confirm(shop.office, O1);

    assertThat(order.version().value()).isEqualTo(4).isEqualTo(order.history().size());
    assertThat(order.history())
        .extracting(entry -> entry.sequence() + " " + entry.what() + " " + entry.to())
        .containsExactly(
            "1 placed PLACED", "2 held ON_HOLD", "3 released PLACED", "4 confirmed CONFIRMED");
    assertThat(order.history().get(1).remark()).isEqualTo("Address looks odd");
    assertThat(shop.events)
        .extracting(event -> event.version().value())
        .containsExactly(2L, 3L, 4L);
    assertThat(shop.events.get(0).event())
        .isEqualTo(
            new OrderEvent.OrderStatusChanged(
                O1, OrderStatus.PLACED, OrderStatus.ON_HOLD, "Address looks odd"));
  }

  @Test
  void an_order_is_closed_when_nothing_of_it_is_open() {
    oneMug("o1", CartOwner.known(CustomerId.of("ada")));
    orders.confirm(shop.office, O1);

    CommerceException refused =
        assertUnchanged("order.illegal_transition", () -> orders.close(shop.office, O1));

    assertThat(refused.facts().get("open")).contains("1");
  }

  @Test
  void abuse_82_a_step_that_the_flow_does_not_have_is_refused_with_what_is_possible() {
    oneMug("o1", CartOwner.known(CustomerId.of("ada")));

    CommerceException refused =
        assertUnchanged("order.illegal_transition", () -> orders.release(shop.office, O1));

    assertThat(refused.facts().get("from")).contains("PLACED");
    assertThat(refused.facts().get("action")).contains("RELEASE");
    assertThat(refused.facts().get("allowed")).contains("CANCEL, CONFIRM, HOLD");
  }

  @Test
  void a_host_may_vary_the_flow() {
    OrderService strict =
        new CoreOrderService(
            shop.storage,
            OrderFlow.STANDARD.toBuilder()
                .row(OrderStatus.CONFIRMED, OrderAction.HOLD, OrderStatus.ON_HOLD)
                .build());
    oneMug("o1", CartOwner.known(CustomerId.of("ada")));
    strict.confirm(shop.office, O1);

    Order held = strict.hold(shop.office, O1, "Second thoughts");

    assertThat(held.status()).isEqualTo(OrderStatus.ON_HOLD);
  }

  @Test
  void moving_an_order_needs_the_permission_even_for_its_owner() {
    oneMug("o1", CartOwner.known(CustomerId.of("ada")));

    assertUnchanged("permission.denied", () -> orders.confirm(shop.ada, O1));
    assertUnchanged("permission.denied", () -> orders.hold(shop.ada, O1, "why"));
    assertUnchanged("permission.denied", () -> orders.release(shop.ada, O1));
    assertUnchanged("permission.denied", () -> orders.close(shop.ada, O1));
  }

  @Test
  void a_hold_needs_a_reason() {
    oneMug("o1", CartOwner.known(CustomerId.of("ada")));

    assertUnchanged("input.blank", () -> orders.hold(shop.office, O1, " "));
  }

  private Order oneMug(String id, CartOwner owner) {
    return shop.place(
        Wanted.shipped(id, Line.of("1", MUG, "1", LON, "4.99"))
            .by(owner)
            .paidWith(PaymentId.of("pay-" + id)));
  }

  private void assertNotFound(ThrowingCallable call, String id) {
    CommerceException thrown = assertUnchanged("order.not_found", call);
    assertThat(thrown).hasMessage("There is no order \"" + id + "\" for this caller.");
  }

  private static void assertForbidden(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(ForbiddenException.class);
  }

  private CommerceException assertUnchanged(String code, ThrowingCallable call) {
    List<DocumentType<?>> types = List.of(OrderDocuments.TYPE, FulfillmentDocuments.TYPE);
    return shop.assertUnchanged(types, code, call);
  }
}
