package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.Shop.ADA;
import static io.omnicommerce.core.Shop.DC;
import static io.omnicommerce.core.Shop.LON;
import static io.omnicommerce.core.Shop.MUG_RED;
import static io.omnicommerce.core.checkout.Buying.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.checkout.Checkout;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.fulfillment.CoreFulfillmentService;
import io.omnicommerce.core.order.CoreOrderService;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.inventory.Inbound;
import io.omnicommerce.inventory.InboundId;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockAdjustment;
import io.omnicommerce.inventory.StockLevel;
import io.omnicommerce.inventory.StockReason;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderFlow;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.pricing.LineId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random orders of goods that are not there, and goods that come: no more is promised than may. */
class BackorderProperties {

  private static final CallContext OFFICE = Shop.staff(InventoryService.MANAGE);
  private static final CallContext STORE =
      Shop.staff(FulfillmentService.WORK, OrderService.MANAGE).withLocation(LON);
  private static final int LIMIT = 7;
  private static final int EXPECTED = 4;

  enum Kind {
    ORDER,
    BEGIN,
    ABANDON,
    WAIT,
    RESERVE,
    CANCEL,
    CANCEL_ONE,
    RECEIVE,
    SHIP
  }

  record Step(Kind kind, int quantity) {}

  @Property(tries = 60)
  void l38_no_more_is_promised_than_may_be_and_all_that_comes_is_accounted_for(
      @ForAll("programs") List<Step> program) {
    Run run = new Run();

    program.forEach(run::step);

    assertThat(run.buying.audit()).isEmpty();
  }

  @Provide
  Arbitrary<List<Step>> programs() {
    return Combinators.combine(Arbitraries.of(Kind.class), Arbitraries.integers().between(1, 5))
        .as(Step::new)
        .list()
        .ofMinSize(4)
        .ofMaxSize(16);
  }

  /** A shop of which the store may promise some, and the warehouse expects some. */
  private static final class Run {
    private final Buying buying = new Buying();
    private final OrderService orders =
        new CoreOrderService(buying.shop.storage(), OrderFlow.STANDARD);
    private final FulfillmentService fulfillment =
        new CoreFulfillmentService(buying.shop.storage(), buying.shop.secrets());
    private long received;
    private int steps;

    Run() {
      gone(LON, 10);
      gone(DC, 100);
      var availability = buying.shop.availability();
      availability.backorder(OFFICE, LON, MUG_RED, Quantity.of(LIMIT));
      Inbound.Line line =
          new Inbound.Line(MUG_RED, Quantity.of(EXPECTED), Shop.START.plus(Duration.ofDays(2)));
      availability.expect(OFFICE, new Inbound(InboundId.of("PO-1"), DC, List.of(line)));
    }

    private void gone(LocationId place, int mugs) {
      buying
          .shop
          .inventory()
          .adjust(
              OFFICE,
              key("gone-" + place),
              place,
              List.of(StockAdjustment.gone(MUG_RED, Quantity.of(mugs))),
              StockReason.CORRECTION);
    }

    void step(Step step) {
      steps++;
      try {
        act(step);
      } catch (CommerceException refused) {
        assertThat(refused.code().value())
            .isIn("fulfillment.not_arrived", "checkout.not_cancellable", "checkout.ended");
      }
      check();
    }

    private void act(Step step) {
      switch (step.kind()) {
        case ORDER -> order(step.quantity());
        case BEGIN ->
            buying.checkouts.begin(
                ADA,
                buying.mugs(ADA, step.quantity()),
                Buying.paying(Tender.card("tok_visa")),
                key("begin-" + steps));
        case ABANDON -> attempts().forEach(one -> buying.checkouts.abandon(ADA, one.id()));
        case WAIT -> buying.shop.clock().advance(CheckoutService.HOLD_LIFE.plusSeconds(1));
        case RESERVE ->
            buying.carts.reserve(ADA, buying.mugs(ADA, step.quantity()), Duration.ofMinutes(5));
        case CANCEL -> open().ifPresent(one -> cancel(one));
        case CANCEL_ONE -> open().ifPresent(one -> cancel(one, 1));
        case RECEIVE -> receive(step.quantity());
        case SHIP -> orders().forEach(this::ship);
      }
    }

    private void order(int mugs) {
      CartId cart = buying.mugs(ADA, mugs);
      CheckoutOutcome outcome = buying.place(cart, "tap-" + steps);
      if (outcome instanceof CheckoutOutcome.Placed placed) {
        orders.confirm(STORE, placed.order());
      } else {
        assertThat(Buying.reasons(outcome)).containsOnly("inventory.out_of_stock");
      }
    }

    private List<Checkout> attempts() {
      return buying.attempts().stream().filter(one -> !CheckoutRules.isEnded(one)).toList();
    }

    private List<Order> orders() {
      return buying.orders();
    }

    private Optional<Order> open() {
      return orders().stream().filter(one -> !line(one).open().isZero()).findFirst();
    }

    private void cancel(Order order) {
      if (line(order).shipped().isZero()) {
        buying.checkouts.cancel(ADA, order.id(), "no", key("cancel-" + steps));
      }
    }

    private void cancel(Order order, int mugs) {
      Map<LineId, Quantity> some = Map.of(line(order).priced().id(), Quantity.of(mugs));
      buying.checkouts.cancel(ADA, order.id(), some, "no", key("part-" + steps));
    }

    private void receive(int mugs) {
      received += mugs;
      buying
          .shop
          .inventory()
          .receive(
              OFFICE,
              key("note-" + steps),
              LON,
              List.of(SkuQuantity.of(MUG_RED, Quantity.of(mugs))));
    }

    private void ship(Order order) {
      OrderLine line = line(order);
      Quantity there = line.thereAt(LON);
      if (!there.isZero()) {
        fulfillment.ship(
            STORE,
            fulfillment.ofOrder(STORE, order.id()).stream()
                .filter(job -> job.location().equals(LON))
                .findFirst()
                .orElseThrow()
                .id(),
            Map.of(line.priced().id(), there),
            Optional.empty(),
            key("ship-" + steps + "-" + order.id()));
      }
    }

    private static OrderLine line(Order order) {
      return order.lines().get(0);
    }

    private void check() {
      long awaited = orders().stream().mapToLong(one -> units(line(one).awaited())).sum();
      long there = orders().stream().mapToLong(one -> units(line(one).thereAt(LON))).sum();
      long shipped = orders().stream().mapToLong(one -> units(line(one).shipped())).sum();
      StockLevel level = buying.stock(MUG_RED, LON);
      assertThat(awaited).isLessThanOrEqualTo(LIMIT + EXPECTED);
      assertThat(units(level.onHand())).isEqualTo(received - shipped);
      assertThat(units(level.allocated())).isEqualTo(there);
      assertThat(buying.audit()).isEmpty();
    }

    private static long units(Quantity quantity) {
      return quantity.toUnits(0);
    }
  }
}
