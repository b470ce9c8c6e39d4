package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.OFFICE;
import static io.omnicommerce.core.checkout.Buying.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentId;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However an order is cut and its money taken and given back, no more is taken than is due. */
class CapturableProperties {

  private static final int MUGS = 5;

  enum Kind {
    CAPTURE,
    CAPTURE_ALL_THAT_MAY_BE,
    CANCEL_PART,
    REFUND
  }

  /** What is done, of how many mugs or how many pence. */
  record Step(Kind kind, int mugs, int pence) {}

  @Property(tries = 200)
  void what_was_captured_and_not_refunded_is_never_more_than_is_due_and_owed(
      @ForAll("programs") List<Step> program) {
    Buying buying = new Buying();
    OrderId id = buying.order(buying.place(buying.mugs(Shop.ADA, MUGS), "place")).id();
    Money owed = Money.zero(Shop.GBP);
    int number = 0;

    for (Step step : program) {
      Order before = buying.order(id);
      Money refunded = payment(buying, id).refunded();
      tryTo(buying, before, step, "step-" + ++number);
      Order after = buying.order(id);
      Payment payment = payment(buying, id);
      if (step.kind() == Kind.CANCEL_PART) {
        Money given = payment.refunded().minus(refunded);
        owed = owed.plus(beyond(before, after, payment)).minus(given);
      }
      assertThat(payment.captured().minus(payment.refunded()))
          .isLessThanOrEqualTo(after.due().plus(owed));
      assertThat(payment.capturable())
          .isLessThanOrEqualTo(after.due().minus(payment.captured()).max(Money.zero(Shop.GBP)));
    }

    assertThat(buying.audit()).isEmpty();
  }

  /** What was captured beyond what is due, as far as it is because of this. */
  private static Money beyond(Order before, Order after, Payment payment) {
    Money beyond = payment.captured().minus(after.due()).min(before.due().minus(after.due()));
    return beyond.max(Money.zero(Shop.GBP));
  }

  private static void tryTo(Buying buying, Order order, Step step, String key) {
    try {
      act(buying, order, step, key);
    } catch (CommerceException refused) {
      assertThat(refused.code().value())
          .isIn(
              "payment.amount_exceeded",
              "payment.illegal_transition",
              "checkout.not_cancellable",
              "order.illegal_transition",
              "money.invalid_amount");
    }
  }

  private static void act(Buying buying, Order order, Step step, String key) {
    PaymentId payment = order.payments().get(0);
    Money pence = Money.ofMinor(step.pence(), Shop.GBP);
    switch (step.kind()) {
      case CAPTURE -> buying.payments.capture(OFFICE, payment, pence, key(key));
      case CAPTURE_ALL_THAT_MAY_BE ->
          buying.payments.capture(OFFICE, payment, buying.payment(payment).capturable(), key(key));
      case REFUND -> buying.payments.refund(OFFICE, payment, pence, key(key));
      case CANCEL_PART ->
          buying.checkouts.cancel(
              Shop.ADA,
              order.id(),
              Map.of(order.lines().get(0).priced().id(), Quantity.of(step.mugs())),
              "less",
              key(key));
    }
  }

  private static Payment payment(Buying buying, OrderId id) {
    return buying.payment(buying.order(id).payments().get(0));
  }

  @Provide
  Arbitrary<List<Step>> programs() {
    return Combinators.combine(
            Arbitraries.of(Kind.class),
            Arbitraries.integers().between(1, 3),
            Arbitraries.integers().between(1, 3_000))
        .as(Step::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(12);
  }
}
