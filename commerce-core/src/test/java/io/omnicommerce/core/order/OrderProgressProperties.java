package io.omnicommerce.core.order;

import static io.omnicommerce.core.order.PlacedOrders.LON;
import static io.omnicommerce.core.order.PlacedOrders.MUG;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.cart.CartPricing;
import io.omnicommerce.core.checkout.CoreCheckoutService;
import io.omnicommerce.core.fulfillment.CoreFulfillmentService;
import io.omnicommerce.core.fulfillment.FulfillmentDocuments;
import io.omnicommerce.core.order.PlacedOrders.Line;
import io.omnicommerce.core.order.PlacedOrders.Wanted;
import io.omnicommerce.core.payment.CorePaymentService;
import io.omnicommerce.core.pricing.Pricing;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.core.promotion.RuleBooks;
import io.omnicommerce.core.returns.CoreReturnService;
import io.omnicommerce.core.returns.ReturnDocuments;
import io.omnicommerce.fulfillment.FulfillmentId;
import io.omnicommerce.inmemory.SandboxGateway;
import io.omnicommerce.inventory.Disposition;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderFlow;
import io.omnicommerce.order.OrderHistory;
import io.omnicommerce.order.OrderHistoryEntry;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.returns.ReturnLine;
import io.omnicommerce.returns.RmaId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is asked of an order in whatever order, its books stay right. */
class OrderProgressProperties {

  private static final OrderId O1 = OrderId.of("o1");
  private static final LineId LINE = LineId.of("1");
  private static final int ORDERED = 5;

  private enum Ask {
    CONFIRM,
    HOLD,
    RELEASE,
    CLOSE,
    CANCEL_PART,
    SHIP,
    OPEN_RETURN,
    RECEIVE
  }

  /** Something asked, of so many units, about the return of this number. */
  private record Step(Ask ask, int units, int rma) {}

  @Property(tries = 150)
  void L44_L54_L59_the_books_of_an_order_stay_right_whatever_is_asked(
      @ForAll("steps") List<Step> steps) {
    PlacedOrders shop = new PlacedOrders();
    shop.place(Wanted.shipped("o1", Line.of("1", MUG, "" + ORDERED, LON, "24.95")));
    int number = 0;

    for (Step step : steps) {
      Order before = order(shop);
      int told = shop.events.size();
      boolean done = tried(shop, step, ++number);
      Order after = order(shop);

      checkLine(after);
      checkHistory(after);
      boolean ofOrder = step.ask() != Ask.OPEN_RETURN;
      assertThat(after.version().value())
          .isEqualTo(before.version().value() + (done && ofOrder ? 1 : 0));
      if (!done) {
        assertThat(after).isEqualTo(before);
        assertThat(shop.events).hasSize(told);
      }
    }

    checkStock(shop);
    assertThat(
            shop.memory
                .maintenance()
                .audit(
                    List.of(OrderDocuments.TYPE, FulfillmentDocuments.TYPE, ReturnDocuments.TYPE)))
        .isEmpty();
  }

  private static void checkLine(Order order) {
    OrderLine line = order.line(LINE).orElseThrow();
    assertThat(line.open().plus(line.shipped()).plus(line.cancelled()))
        .isEqualTo(Quantity.of(ORDERED));
    assertThat(line.returned()).isLessThanOrEqualTo(line.shipped());
  }

  private static void checkHistory(Order order) {
    List<OrderHistoryEntry> history = order.history();
    assertThat(history).hasSize((int) order.version().value());
    for (int i = 1; i < history.size(); i++) {
      assertThat(history.get(i).from()).contains(history.get(i - 1).to());
    }
    assertThat(history.get(history.size() - 1).to()).isEqualTo(order.status());
    assertThat(OrderHistory.verify(order)).isEmpty();
  }

  private static void checkStock(PlacedOrders shop) {
    OrderLine line = order(shop).line(LINE).orElseThrow();
    Quantity there = Quantity.of(10_000).minus(line.shipped()).plus(line.returned());
    assertThat(shop.level(LON, MUG).onHand()).isEqualTo(there);
    assertThat(shop.level(LON, MUG).allocated()).isEqualTo(line.open());
    assertThat(shop.events.stream().filter(event -> event.aggregate().kind().equals("order")))
        .hasSize((int) order(shop).version().value() - 1);
  }

  private static boolean tried(PlacedOrders shop, Step step, int number) {
    long version = order(shop).version().value();
    try {
      carryOut(shop, step, number);
      return step.ask() == Ask.OPEN_RETURN || order(shop).version().value() > version;
    } catch (CommerceException refused) {
      return false;
    }
  }

  private static void carryOut(PlacedOrders shop, Step step, int number) {
    var orders = new CoreOrderService(shop.storage, OrderFlow.STANDARD);
    var fulfillment = new CoreFulfillmentService(shop.storage, Shop.secretsFrom(0));
    var returns =
        new CoreReturnService(
            shop.storage,
            new CorePaymentService(shop.storage, new SandboxGateway()),
            new Pricing(new RuleBooks(HostRules.NONE), OrderDocuments::count));
    RmaId rma = RmaId.of("r" + step.rma());
    switch (step.ask()) {
      case CONFIRM -> orders.confirm(shop.office, O1);
      case HOLD -> orders.hold(shop.office, O1, "why");
      case RELEASE -> orders.release(shop.office, O1);
      case CLOSE -> orders.close(shop.office, O1);
      case CANCEL_PART ->
          checkouts(shop)
              .cancel(
                  shop.ada,
                  O1,
                  Map.of(LINE, Quantity.of(step.units())),
                  "less",
                  IdempotencyKey.of("less-" + number));
      case SHIP ->
          fulfillment.ship(
              shop.office,
              FulfillmentId.of("o1-1"),
              Map.of(LINE, Quantity.of(step.units())),
              Optional.empty(),
              IdempotencyKey.of("parcel-" + number));
      case OPEN_RETURN ->
          returns.open(
              shop.office, rma, O1, List.of(ReturnLine.of(LINE, Quantity.of(step.units()))));
      case RECEIVE -> returns.receive(shop.office, rma, LON, Disposition.RESTOCK);
    }
  }

  private static CheckoutService checkouts(PlacedOrders shop) {
    SandboxGateway gateway = new SandboxGateway();
    return new CoreCheckoutService(
        shop.storage,
        () -> "none",
        new CartPricing(new Pricing(new RuleBooks(HostRules.NONE), OrderDocuments::count)),
        new CorePaymentService(shop.storage, gateway),
        gateway);
  }

  private static Order order(PlacedOrders shop) {
    return shop.storage.inTransaction(
        shop.office, session -> OrderDocuments.visible(session, O1).value());
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Ask> asks =
        Arbitraries.frequency(
            net.jqwik.api.Tuple.of(3, Ask.CONFIRM),
            net.jqwik.api.Tuple.of(1, Ask.HOLD),
            net.jqwik.api.Tuple.of(1, Ask.RELEASE),
            net.jqwik.api.Tuple.of(1, Ask.CLOSE),
            net.jqwik.api.Tuple.of(2, Ask.CANCEL_PART),
            net.jqwik.api.Tuple.of(5, Ask.SHIP),
            net.jqwik.api.Tuple.of(4, Ask.OPEN_RETURN),
            net.jqwik.api.Tuple.of(4, Ask.RECEIVE));
    return Combinators.combine(
            asks, Arbitraries.integers().between(1, 4), Arbitraries.integers().between(1, 3))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(25);
  }
}
