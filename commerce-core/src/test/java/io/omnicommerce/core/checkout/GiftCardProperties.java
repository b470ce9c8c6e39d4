package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.VISA;
import static io.omnicommerce.core.checkout.Buying.gbp;
import static io.omnicommerce.core.checkout.Cards.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.checkout.Checkout;
import io.omnicommerce.checkout.CheckoutRequest;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.returns.CoreReturnService;
import io.omnicommerce.inmemory.SandboxEntry.Operation;
import io.omnicommerce.inmemory.SandboxGateway.Fault;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.returns.ReturnService;
import io.omnicommerce.value.GiftCardBalance;
import io.omnicommerce.value.GiftCardCode;
import io.omnicommerce.value.GiftCardEntry;
import io.omnicommerce.value.GiftCardId;
import io.omnicommerce.value.GiftCardUse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random lives of two gift cards in checkouts that fail: no cent is made or lost. */
class GiftCardProperties {

  private static final int CARDS = 2;

  enum Kind {
    LOAD,
    PLACE_BY_CARDS,
    PLACE_BY_CARDS_AND_VISA,
    BEGIN,
    RESUME,
    ABANDON,
    CANCEL,
    CAPTURE_AND_REFUND,
    WAIT,
    SWEEP,
    END_AND_EXPIRE
  }

  /** What is done with which card, for how much, and what goes wrong at the gateway. */
  record Step(Kind kind, int card, int pence, Optional<Fault> fault) {}

  @Property(tries = 200)
  void l34_what_was_issued_is_left_held_spent_or_expired(@ForAll("programs") List<Step> program) {
    Run run = new Run();

    for (Step step : program) {
      run.step(step);
      run.check();
    }

    assertThat(run.buying.audit()).isEmpty();
  }

  @Provide
  Arbitrary<List<Step>> programs() {
    return Combinators.combine(
            Arbitraries.of(Kind.class),
            Arbitraries.integers().between(0, CARDS - 1),
            Arbitraries.integers().between(1, 1_200),
            Arbitraries.of(Fault.class).filter(any -> any != Fault.WRONG_AMOUNT).optional(0.3))
        .as(Step::new)
        .list()
        .ofMinSize(3)
        .ofMaxSize(16);
  }

  private static final class Run {
    private final Cards shop = new Cards();
    private final Buying buying = shop.buying;
    private final ReturnService returns =
        new CoreReturnService(buying.shop.storage(), buying.payments, buying.shop.pricingOf());
    private final List<GiftCardId> ids = new ArrayList<>();
    private final List<GiftCardCode> codes = new ArrayList<>();
    private final Map<GiftCardId, Money> loaded = new HashMap<>();
    private final Map<GiftCardId, Money> expired = new HashMap<>();
    private int keys;

    Run() {
      for (int n = 0; n < CARDS; n++) {
        GiftCardId id = GiftCardId.of("card-" + n);
        ids.add(id);
        codes.add(shop.issue(id, "20.00"));
        loaded.put(id, gbp("20.00"));
        expired.put(id, gbp("0.00"));
      }
    }

    void step(Step step) {
      step.fault().ifPresent(fault -> buying.sandbox.next(Operation.AUTHORIZE, fault));
      keys++;
      try {
        act(step);
      } catch (CommerceException refused) {
        assertThat(refused.code().value())
            .isIn(
                "payment.in_progress",
                "payment.illegal_transition",
                "checkout.ended",
                "order.illegal_transition",
                "return.amount_exceeded");
      }
    }

    private void act(Step step) {
      switch (step.kind()) {
        case LOAD -> load(step);
        case PLACE_BY_CARDS -> place(step, Tender.giftCards());
        case PLACE_BY_CARDS_AND_VISA -> place(step, VISA);
        case BEGIN -> buying.checkouts.begin(Shop.ADA, mug(), request(step, VISA), key());
        case RESUME -> unfinished().forEach(of -> buying.checkouts.resume(Shop.ADA, of.id()));
        case ABANDON -> unfinished().forEach(of -> buying.checkouts.abandon(Shop.ADA, of.id()));
        case CANCEL -> order(step).ifPresent(this::cancel);
        case CAPTURE_AND_REFUND -> order(step).ifPresent(order -> refund(order, step));
        case WAIT -> buying.shop.clock().advance(CheckoutService.HOLD_LIFE);
        case SWEEP -> buying.shop.storage().maintenance().expireDue(100);
        case END_AND_EXPIRE -> expire(ids.get(step.card()));
      }
    }

    private void load(Step step) {
      GiftCardId id = ids.get(step.card());
      Money amount = Money.ofMinor(step.pence(), Shop.GBP);
      shop.cards.load(OFFICE, id, amount, key());
      loaded.merge(id, amount, Money::plus);
    }

    private void place(Step step, Tender tender) {
      buying.checkouts.place(Shop.ADA, mug(), request(step, tender), key());
    }

    /** The one card up to an amount, and then the other. */
    private CheckoutRequest request(Step step, Tender tender) {
      GiftCardCode first = codes.get(step.card());
      GiftCardCode second = codes.get((step.card() + 1) % CARDS);
      Money most = Money.ofMinor(step.pence(), Shop.GBP);
      return step.pence() % 2 == 0
          ? CheckoutRequest.of(tender).withGiftCards(GiftCardUse.of(first))
          : CheckoutRequest.of(tender)
              .withGiftCards(GiftCardUse.upTo(first, most), GiftCardUse.of(second));
    }

    private void cancel(Order order) {
      buying.checkouts.cancel(Buying.OFFICE, order.id(), "changed", key());
    }

    private void refund(Order order, Step step) {
      for (Payment payment : order.payments().stream().map(buying::payment).toList()) {
        if (payment.tender().kind() == Tender.Kind.CARD && payment.captured().isZero()) {
          buying.payments.capture(OFFICE, payment.id(), payment.amount(), key());
        }
      }
      Money amount = Money.ofMinor(step.pence(), Shop.GBP);
      returns.refundGoodwill(OFFICE, order.id(), amount, "late", key());
    }

    private void expire(GiftCardId id) {
      shop.cards.endAt(OFFICE, id, Optional.of(Shop.START));
      expired.merge(id, shop.cards.expire(OFFICE, id), Money::plus);
      shop.cards.endAt(OFFICE, id, Optional.empty());
    }

    void check() {
      ids.forEach(this::check);
      for (Order order : buying.orders()) {
        Money paid =
            Money.sum(
                Shop.GBP,
                order.payments().stream().map(id -> buying.payment(id).amount()).toList());
        assertThat(paid).isEqualTo(order.totals().grand());
      }
    }

    private void check(GiftCardId id) {
      GiftCardBalance balance = shop.cards.get(OFFICE, id);
      Money there = balance.available().plus(balance.held());
      assertThat(there.plus(spent(id)).plus(expired.get(id))).isEqualTo(loaded.get(id));
      assertThat(journal(id)).isEqualTo(there);
      assertThat(balance.available().isNegative()).isFalse();
    }

    private Money spent(GiftCardId id) {
      Money spent = gbp("0.00");
      for (Order order : buying.orders()) {
        for (Payment payment : order.payments().stream().map(buying::payment).toList()) {
          if (payment.tender().equals(Tender.giftCard(id))) {
            spent = spent.plus(payment.captured()).minus(payment.refunded());
          }
        }
      }
      return spent;
    }

    private Money journal(GiftCardId id) {
      Money sum = gbp("0.00");
      for (GiftCardEntry entry :
          shop.cards.entries(OFFICE, id, PageRequest.first(PageRequest.LIMIT_MAX)).items()) {
        sum = entry.kind().adds() ? sum.plus(entry.amount()) : sum.minus(entry.amount());
      }
      return sum;
    }

    private List<Checkout> unfinished() {
      return buying.attempts().stream().filter(attempt -> !CheckoutRules.isEnded(attempt)).toList();
    }

    private Optional<Order> order(Step step) {
      List<Order> orders = buying.orders();
      return orders.isEmpty()
          ? Optional.empty()
          : Optional.of(orders.get(step.pence() % orders.size()));
    }

    private CartId mug() {
      return buying.mugs(Shop.ADA, 1);
    }

    private IdempotencyKey key() {
      return Buying.key("k" + keys++);
    }
  }
}
