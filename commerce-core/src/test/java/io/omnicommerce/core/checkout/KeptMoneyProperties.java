package io.omnicommerce.core.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Amendment;
import io.omnicommerce.order.OrderStatus;
import io.omnicommerce.returns.RefundOutcome;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** In whatever order goods are paid, changed, sent and taken back. */
class KeptMoneyProperties {

  private static final int MUGS = 5;

  enum Kind {
    CAPTURE,
    CAPTURE_ALL,
    PRICE,
    QUANTITY,
    CANCEL_PART,
    SHIP,
    RETURN,
    RECEIVE
  }

  /** What is done, of how many mugs or how many pence. */
  record Step(Kind kind, int mugs, int pence) {}

  /** An order, and what came back of it. */
  private static final class Life {
    final Desk desk = Desk.ofMugs(MUGS);
    Money returned = Money.zero(Shop.GBP);
    int received;
    int refunded;

    /** What is due for what the customer keeps. */
    Money due() {
      return desk.order().due().minus(returned);
    }

    /** Without what was too much at its time, and was given back. */
    Money collected() {
      return desk.payment().captured().minus(desk.payment().surplus());
    }

    void tryTo(Step step) {
      try {
        act(step);
      } catch (CommerceException refused) {
        assertThat(refused.code().value())
            .isIn(
                "payment.amount_exceeded",
                "payment.illegal_transition",
                "checkout.not_cancellable",
                "fulfillment.quantity_exceeded",
                "fulfillment.illegal_transition",
                "return.quantity_exceeded",
                "return.illegal_transition",
                "order.illegal_transition",
                "order.immutable",
                "money.invalid_amount");
      }
    }

    private void act(Step step) {
      switch (step.kind()) {
        case CAPTURE -> desk.capture(Money.ofMinor(step.pence(), Shop.GBP));
        case CAPTURE_ALL -> desk.captureAll();
        case PRICE -> desk.price(1, "" + step.pence() / 100);
        case QUANTITY -> desk.quantity(1, step.mugs() * 2);
        case CANCEL_PART -> desk.cancel(1, step.mugs());
        case SHIP -> desk.ship(1, step.mugs());
        case RECEIVE -> receive(step.mugs());
        case RETURN -> {
          receive(step.mugs());
          refundAll();
        }
      }
    }

    void receive(int mugs) {
      returned = returned.plus(desk.receive("r" + (received + 1), 1, mugs));
      received++;
    }

    void refundAll() {
      while (refunded < received && isRefunded(desk.refund("r" + (refunded + 1)))) {
        refunded++;
      }
    }

    /** While nothing was collected there is nothing to give back. */
    private static boolean isRefunded(RefundOutcome outcome) {
      return outcome instanceof RefundOutcome.Refunded;
    }

    /** All that is open leaves, all that may be captured is, and all comes back. */
    void end() {
      if (desk.order().status() == OrderStatus.CANCELLED) {
        return;
      }
      if (desk.payment().capturable().isPositive()) {
        desk.captureAll();
      }
      for (int open = units(desk.order().lines().get(0).open()); open > 0; open--) {
        desk.ship(1, 1);
      }
      int all = units(desk.order().lines().get(0).returnable());
      if (all > 0) {
        receive(all);
      }
      refundAll();
    }

    private static int units(Quantity quantity) {
      return quantity.toBigDecimal().intValueExact();
    }
  }

  @Property(tries = 150)
  void no_more_goes_back_than_was_collected_beyond_what_is_due_for_what_is_kept(
      @ForAll("programs") List<Step> program) {
    Life life = new Life();

    for (Step step : program) {
      life.tryTo(step);
      Money promised = life.desk.payment().capturable();
      assertThat(life.desk.kept().plus(promised))
          .isGreaterThanOrEqualTo(life.due().min(life.collected().plus(promised)));
    }
    life.end();

    Money due = life.due().min(life.collected());
    if (neverAmendedToLess(life)) {
      assertThat(life.desk.kept()).isEqualTo(due);
    } else {
      assertThat(life.desk.kept()).isGreaterThanOrEqualTo(due);
    }
    assertThat(life.desk.buying.audit()).isEmpty();
  }

  /** What an amendment made too much is the shop's to give back. */
  private static boolean neverAmendedToLess(Life life) {
    return life.desk.order().amendments().stream()
        .filter(one -> one.kind() == Amendment.Kind.REPRICING)
        .noneMatch(one -> one.difference().isNegative());
  }

  @Provide
  Arbitrary<List<Step>> programs() {
    return Combinators.combine(
            Arbitraries.of(Kind.class),
            Arbitraries.integers().between(1, 3),
            Arbitraries.integers().between(1, 2_000))
        .as(Step::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(12);
  }
}
