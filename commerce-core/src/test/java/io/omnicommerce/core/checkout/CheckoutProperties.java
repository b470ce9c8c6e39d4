package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.OFFICE;
import static io.omnicommerce.core.checkout.Buying.VISA;
import static io.omnicommerce.core.checkout.Buying.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartStatus;
import io.omnicommerce.checkout.Checkout;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.checkout.CheckoutRequest;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.inmemory.SandboxEntry;
import io.omnicommerce.inmemory.SandboxGateway.Fault;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.order.OrderStatus;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.payment.spi.GatewayAnswer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Random checkouts, endings, cancellations and waiting, through a gateway that fails: however it
 * goes, what the gateway promised and took belongs to orders, and so does the stock that is gone.
 */
class CheckoutProperties {

  private static final int CARTS = 3;
  private static final long STOCK = 110;

  /** Says what is true of an attempt where the gateway cannot. */
  private static final CallContext MANAGER = Shop.staff(PaymentService.VIEW, PaymentService.SETTLE);

  enum Kind {
    PLACE,
    PLACE_CASH,
    BEGIN_CASH,
    CAPTURE,
    RESUME,
    ABANDON,
    CANCEL,
    WAIT,
    SWEEP
  }

  /** What is tried with which cart, under which of few keys, and what goes wrong on the way. */
  record Step(Kind kind, int cart, int key, Optional<Fault> fault, boolean deaf) {}

  @Property(tries = 200)
  void l48_l63_l65_l66_money_orders_and_stock_agree_however_it_goes(
      @ForAll("programs") List<Step> program) {
    Run run = new Run();

    program.forEach(run::step);

    run.calm();
    run.checkEnd();
  }

  @Provide
  Arbitrary<List<Step>> programs() {
    Arbitrary<Optional<Fault>> faults =
        Arbitraries.of(Fault.class).filter(fault -> fault != Fault.WRONG_AMOUNT).optional(0.5);
    return Combinators.combine(
            Arbitraries.of(Kind.class),
            Arbitraries.integers().between(0, CARTS - 1),
            Arbitraries.integers().between(1, 2),
            faults,
            Arbitraries.of(false, false, true))
        .as(Step::new)
        .list()
        .ofMinSize(3)
        .ofMaxSize(14);
  }

  /** A shop with three carts of one to three mugs. */
  private static final class Run {
    private final Buying buying = new Buying();
    private final List<CartId> carts =
        List.of(buying.mugs(Shop.ADA, 1), buying.mugs(Shop.ADA, 2), buying.mugs(Shop.ADA, 3));
    private final Map<String, OrderId> told = new HashMap<>();
    private final Set<OrderId> tillSaidPaid = new HashSet<>();

    void step(Step step) {
      step.fault().ifPresent(fault -> buying.sandbox.next(operation(step.kind()), fault));
      if (step.deaf()) {
        buying.sandbox.next(SandboxEntry.Operation.QUERY, Fault.TIMEOUT_BEFORE);
      }
      try {
        act(step);
      } catch (CommerceException refused) {
        assertThat(refused.code().value())
            .isIn(
                "payment.in_progress",
                "payment.amount_exceeded",
                "payment.illegal_transition",
                "checkout.ended",
                "idempotency.mismatch",
                "cart.closed",
                "order.illegal_transition");
      }
      checkAlways();
    }

    private void act(Step step) {
      switch (step.kind()) {
        case PLACE -> place(step);
        case PLACE_CASH -> placeInCash(step);
        case BEGIN_CASH -> buying.checkouts.begin(OFFICE, cart(step), cash(step), cashKey(step));
        case CAPTURE -> order(step.cart()).ifPresent(order -> capture(order, step.key()));
        case RESUME ->
            attempts(step).forEach(attempt -> buying.checkouts.resume(Shop.ADA, attempt.id()));
        case ABANDON ->
            attempts(step).forEach(attempt -> buying.checkouts.abandon(OFFICE, attempt.id()));
        case CANCEL -> order(step.cart()).ifPresent(this::cancel);
        case WAIT -> buying.shop.clock().advance(CheckoutService.HOLD_LIFE);
        case SWEEP -> buying.shop.storage().maintenance().expireDue(100);
      }
    }

    private void place(Step step) {
      String key = "k" + step.cart() + step.key();
      CheckoutOutcome outcome =
          buying.checkouts.place(Shop.ADA, carts.get(step.cart()), VISA, key(key));
      if (outcome instanceof CheckoutOutcome.Placed placed) {
        assertThat(told.computeIfAbsent(key, first -> placed.order())).isEqualTo(placed.order());
      }
    }

    private void placeInCash(Step step) {
      CheckoutOutcome outcome =
          buying.checkouts.place(OFFICE, cart(step), cash(step), cashKey(step));
      if (outcome instanceof CheckoutOutcome.Placed placed) {
        tillSaidPaid.add(placed.order());
      }
    }

    /** Some of it, twice at most. */
    private void capture(Order order, int key) {
      PaymentId payment = order.payments().get(0);
      Money some = Money.ofMinor(100L * key, Shop.GBP);
      buying.payments.capture(OFFICE, payment, some, key("take-" + key));
    }

    private CartId cart(Step step) {
      return carts.get(step.cart());
    }

    private static CheckoutRequest cash(Step step) {
      return Buying.paying(Tender.cash("receipt-" + step.cart()));
    }

    private static IdempotencyKey cashKey(Step step) {
      return key("cash" + step.cart() + step.key());
    }

    private static SandboxEntry.Operation operation(Kind kind) {
      return switch (kind) {
        case CAPTURE -> SandboxEntry.Operation.CAPTURE;
        case CANCEL -> SandboxEntry.Operation.VOID;
        case WAIT, SWEEP -> SandboxEntry.Operation.REFUND;
        default -> SandboxEntry.Operation.AUTHORIZE;
      };
    }

    /** The same words and key whenever the same order is cancelled. */
    private void cancel(Order order) {
      buying.checkouts.cancel(Shop.ADA, order.id(), "no", key("cancel-" + order.id()));
    }

    private List<Checkout> attempts(Step step) {
      CartId cart = carts.get(step.cart());
      return buying.attempts().stream().filter(attempt -> attempt.cart().equals(cart)).toList();
    }

    private Optional<Order> order(int cart) {
      return buying.orders().stream()
          .filter(order -> order.cart().equals(carts.get(cart)))
          .findFirst();
    }

    private void checkAlways() {
      assertThat(buying.audit()).isEmpty();
      assertThat(buying.orders().stream().map(Order::cart)).doesNotHaveDuplicates();
      assertThat(inCash(buying.orders()).map(Order::id))
          .as("cash is paid when the till says so, and not otherwise")
          .allMatch(tillSaidPaid::contains);
      assertThat(buying.sandbox.standing().stream().map(SandboxEntry::payment))
          .as("one promise a payment")
          .doesNotHaveDuplicates();
    }

    /** Faults that still wait come out, time passes, and whoever has to tidy up does. */
    void calm() {
      for (int round = 0; round < 30; round++) {
        buying.shop.clock().advance(PaymentService.PATIENCE.plus(CheckoutService.HOLD_LIFE));
        buying.shop.storage().maintenance().expireDue(100);
        unfinished().forEach(attempt -> buying.checkouts.resume(OFFICE, attempt.id()));
        buying.attempts().stream()
            .flatMap(attempt -> attempt.payment().stream())
            .forEach(payment -> resolve(payment));
      }
      assertThat(unfinished()).isEmpty();
    }

    private void resolve(PaymentId payment) {
      buying.payments.resolve(OFFICE, payment);
    }

    private List<Checkout> unfinished() {
      return buying.checkouts.unfinished(OFFICE, PageRequest.first(100)).items();
    }

    void checkEnd() {
      List<Order> alive =
          buying.orders().stream()
              .filter(order -> order.status() != OrderStatus.CANCELLED)
              .toList();
      assertThat(buying.sandbox.standing().stream().map(SandboxEntry::payment))
          .filteredOn(payment -> buying.sandbox.refunded(payment).isEmpty())
          .as("what is promised belongs to orders, and every order is paid")
          .containsExactlyInAnyOrderElementsOf(
              alive.stream()
                  .flatMap(order -> order.payments().stream())
                  .filter(payment -> !isCash(payment))
                  .toList());
      buying.orders().stream()
          .filter(order -> order.status() == OrderStatus.CANCELLED)
          .forEach(order -> order.payments().forEach(this::checkGivenBack));
      assertThat(buying.mugsLeft()).isEqualTo(Quantity.of(STOCK - mugs(alive)));
      for (int cart = 0; cart < CARTS; cart++) {
        assertThat(buying.cart(carts.get(cart)).status() == CartStatus.ORDERED)
            .as("a cart is closed by its order, and by nothing else")
            .isEqualTo(order(cart).isPresent());
      }
      assertThat(buying.audit()).isEmpty();
    }

    /** Nobody who cancels here may hand out cash, so that it waits for somebody who may. */
    private void checkGivenBack(PaymentId id) {
      Payment payment = buying.payment(id);
      if (isCash(id)) {
        assertThat(payment.refunded().isZero()).isTrue();
        payment = buying.payments.settle(MANAGER, id, 2, handedOut(payment));
      }
      assertThat(payment.refunded()).as("of an order cancelled").isEqualTo(payment.captured());
      assertThat(buying.sandbox.refunded(id)).isEqualTo(buying.sandbox.charged(id));
    }

    private static GatewayAnswer handedOut(Payment payment) {
      return new GatewayAnswer.Approved("drawer", payment.amount());
    }

    private Stream<Order> inCash(List<Order> orders) {
      return orders.stream().filter(order -> order.payments().stream().anyMatch(this::isCash));
    }

    private boolean isCash(PaymentId payment) {
      return buying.payment(payment).tender().kind() == Tender.Kind.CASH;
    }

    private static long mugs(List<Order> orders) {
      return orders.stream()
          .flatMap(order -> order.lines().stream())
          .mapToLong(line -> line.priced().quantity().toUnits(0))
          .sum();
    }
  }
}
