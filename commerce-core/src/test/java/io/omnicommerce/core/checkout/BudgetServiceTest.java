package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.VISA;
import static io.omnicommerce.core.checkout.Buying.gbp;
import static io.omnicommerce.core.checkout.Buying.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.checkout.BeginOutcome;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyMismatchException;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.promotion.CorePromotionService;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.money.Money;
import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Budget;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.PromotionService;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Promotions that may give away so much money, from the first order to the last cent. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BudgetServiceTest {

  private static final CallContext OFFICE = Shop.staff(PromotionService.EDIT);
  private static final PromotionId OFF = PromotionId.of("off");
  private static final Currency EUR = Currency.getInstance("EUR");

  private final Buying buying = new Buying();
  private final PromotionService promotions =
      new CorePromotionService(buying.shop.storage(), HostRules.NONE, buying.shop.secrets());

  @Test
  void a_budget_is_spent_by_orders_and_the_promotion_ends_with_it() {
    save(Budget.of(gbp("5.00")), "2.00");

    buying.place(buying.mugs(Shop.ADA, 2), "a");
    buying.place(buying.mugs(Shop.ADA, 2), "b");
    buying.place(buying.mugs(Shop.ADA, 2), "c");

    assertThat(buying.orders())
        .extracting(order -> order.totals().adjustments())
        .containsExactlyInAnyOrder(gbp("-2.00"), gbp("-2.00"), gbp("0.00"));
    assertThat(spent()).isEqualTo(gbp("4.00"));
    assertThat(buying.audit()).isEmpty();
  }

  @Test
  void a_discount_that_still_fits_is_given_when_a_larger_one_does_not() {
    promotions.save(OFFICE, List.of(percent("50", Budget.of(gbp("5.00")))));
    CartId large = buying.mugs(Shop.ADA, 4);
    CartId small = buying.mugs(Shop.ADA, 2);

    assertThat(discount(large)).isEqualTo(gbp("0.00"));
    assertThat(discount(small)).isEqualTo(gbp("-4.99"));
  }

  @Test
  void a_budget_down_to_the_last_gives_what_is_left() {
    save(Budget.downToTheLast(gbp("5.00")), "3.00");

    buying.place(buying.mugs(Shop.ADA, 2), "a");
    CartId last = buying.mugs(Shop.ADA, 2);

    assertThat(discount(last)).isEqualTo(gbp("-2.00"));
    buying.place(last, "b");
    assertThat(spent()).isEqualTo(gbp("5.00"));
    assertThat(discount(buying.mugs(Shop.ADA, 2))).isEqualTo(gbp("0.00"));
    assertThat(buying.audit()).isEmpty();
  }

  @Test
  void of_two_promotions_beyond_their_budgets_others_are_given_in_their_place() {
    promotions.save(
        OFFICE,
        List.of(
            percent("50", Budget.of(gbp("1.00"))),
            Promotion.of(PromotionId.of("one"), "One off", fixed("1.00"))));

    assertThat(discount(buying.mugs(Shop.ADA, 2))).isEqualTo(gbp("-1.00"));
  }

  @Test
  void of_many_at_once_no_more_is_given_than_there_is() throws Exception {
    save(Budget.of(gbp("5.00")), "2.00");
    buying.shop.stock("plenty", Shop.LON, 100);
    List<CartId> carts = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      carts.add(buying.mugs(Shop.ADA, 2));
    }

    List<CheckoutOutcome> outcomes = placedAtOnce(carts);

    assertThat(spent()).isEqualTo(gbp("4.00"));
    assertThat(buying.orders().stream().filter(order -> order.totals().adjustments().isNegative()))
        .hasSize(2);
    assertThat(outcomes)
        .filteredOn(CheckoutOutcome.Refused.class::isInstance)
        .allSatisfy(
            refused -> assertThat(Buying.reasons(refused)).containsExactly("promotion.exhausted"));
    assertThat(buying.audit()).isEmpty();
  }

  @Test
  void what_is_reserved_is_free_again_when_the_order_is_not_placed() {
    save(Budget.of(gbp("2.00")), "2.00");
    CartId first = buying.mugs(Shop.ADA, 2);
    CartId second = buying.mugs(Shop.ADA, 2);
    BeginOutcome begun = buying.checkouts.begin(Shop.ADA, first, Buying.paying(VISA), key("first"));

    assertThat(spent()).isEqualTo(gbp("2.00"));
    assertThat(discount(second)).isEqualTo(gbp("0.00"));

    buying.checkouts.abandon(Shop.ADA, ((BeginOutcome.Ready) begun).checkout().id());

    assertThat(spent()).isEqualTo(gbp("0.00"));
    assertThat(discount(second)).isEqualTo(gbp("-2.00"));

    buying.checkouts.begin(Shop.ADA, second, Buying.paying(VISA), key("second"));
    buying.shop.clock().advance(CheckoutService.HOLD_LIFE.plus(Duration.ofSeconds(1)));

    assertThat(spent()).isEqualTo(gbp("0.00"));
  }

  @Test
  void abuse_55_a_cancelled_order_gives_its_money_back_once_unless_the_market_keeps_it() {
    save(Budget.of(gbp("5.00")), "2.00");
    var order = buying.order(buying.place(buying.mugs(Shop.ADA, 2), "a"));

    buying.checkouts.cancel(Shop.ADA, order.id(), "no", key("c"));
    buying.checkouts.cancel(Shop.ADA, order.id(), "no", key("c"));
    assertThat(spent()).isEqualTo(gbp("0.00"));

    buying.shop.conventions(Conventions.STANDARD.with("cancel_restores_usage", "false"));
    var kept = buying.order(buying.place(buying.mugs(Shop.ADA, 2), "b"));
    buying.checkouts.cancel(Shop.ADA, kept.id(), "no", key("d"));

    assertThat(spent()).isEqualTo(gbp("2.00"));
    assertThat(buying.mugsLeft()).isEqualTo(Quantity.of(110));
    assertThat(buying.audit()).isEmpty();
  }

  @Test
  void a_budget_counts_in_its_currencies_only() {
    save(Budget.of(Money.of("100.00", EUR)), "2.00");

    assertThat(discount(buying.mugs(Shop.ADA, 2))).isEqualTo(gbp("0.00"));
  }

  @Test
  void a_budget_can_grow_and_what_was_given_elsewhere_counts_once() {
    save(Budget.of(gbp("2.00")), "2.00");
    promotions.recordSpent(OFFICE, OFF, gbp("1.50"), key("till"));
    promotions.recordSpent(OFFICE, OFF, gbp("1.50"), key("till"));

    assertThat(spent()).isEqualTo(gbp("1.50"));
    assertThat(discount(buying.mugs(Shop.ADA, 2))).isEqualTo(gbp("0.00"));
    save(Budget.of(gbp("3.50")), "2.00");
    assertThat(discount(buying.mugs(Shop.ADA, 2))).isEqualTo(gbp("-2.00"));
    assertThatThrownBy(() -> promotions.recordSpent(OFFICE, OFF, gbp("9.00"), key("till")))
        .isInstanceOf(IdempotencyMismatchException.class);
    assertThatThrownBy(() -> promotions.recordSpent(OFFICE, OFF, gbp("-1.00"), key("x")))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void delivery_counts_as_goods_do() {
    promotions.save(
        OFFICE,
        List.of(
            Promotion.of(
                    OFF,
                    "Half the goods, delivery free",
                    new Benefit.OrderPercent(
                        BigDecimal.valueOf(50), Optional.empty(), ItemFilter.ALL),
                    new Benefit.ShippingPercent(BigDecimal.valueOf(100), Set.of()))
                .toBuilder()
                .budget(Budget.of(gbp("100.00")))
                .build()));
    CartId cart = buying.mugs(Shop.ADA, 2);
    Money given = discount(cart).negated();

    buying.place(cart, "a");

    assertThat(given.compareTo(gbp("4.99"))).isPositive();
    assertThat(spent()).isEqualTo(given);
  }

  @Test
  void a_budget_that_cannot_be_right_is_refused_with_the_path_of_the_fault() {
    assertThatThrownBy(() -> Budget.of(gbp("-1.00"))).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> Budget.of(gbp("1.00"), gbp("2.00")))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(Budget::of).isInstanceOf(InvalidInputException.class);
    Promotion gift =
        Promotion.of(
                OFF, "A book", fixed("1.00"), new Benefit.Gift(List.of(Shop.BOOK), Quantity.ONE))
            .toBuilder()
            .budget(Budget.of(gbp("1.00")))
            .build();
    assertThatThrownBy(() -> promotions.save(OFFICE, List.of(gift)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("off: benefits[1]");
    Promotion shown =
        percent("10", Budget.of(gbp("1.00"))).toBuilder()
            .benefits(
                List.of(
                    new Benefit.ItemPercent(BigDecimal.TEN, ItemFilter.ALL, OptionalLong.empty())))
            .catalog()
            .build();
    assertThatThrownBy(() -> promotions.save(OFFICE, List.of(shown)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("off: budget");
  }

  private List<CheckoutOutcome> placedAtOnce(List<CartId> carts) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(carts.size());
    try {
      List<Callable<CheckoutOutcome>> tries = new ArrayList<>();
      carts.forEach(cart -> tries.add(() -> buying.place(cart, "k-" + cart)));
      List<CheckoutOutcome> outcomes = new ArrayList<>();
      for (Future<CheckoutOutcome> outcome : pool.invokeAll(tries)) {
        outcomes.add(outcome.get());
      }
      return outcomes;
    } finally {
      pool.shutdownNow();
    }
  }

  private void save(Budget budget, String amount) {
    promotions.save(
        OFFICE,
        List.of(Promotion.of(OFF, "Off", fixed(amount)).toBuilder().budget(budget).build()));
  }

  private static Promotion percent(String percent, Budget budget) {
    return Promotion.of(
            OFF,
            "Percent off",
            new Benefit.OrderPercent(new BigDecimal(percent), Optional.empty(), ItemFilter.ALL))
        .toBuilder()
        .budget(budget)
        .build();
  }

  private static Benefit fixed(String amount) {
    return new Benefit.OrderFixed(Amount.of(gbp(amount)), ItemFilter.ALL);
  }

  private Money spent() {
    return promotions.spent(OFFICE, OFF, Shop.GBP);
  }

  private Money discount(CartId cart) {
    return buying.carts.view(Shop.ADA, cart).priced().orElseThrow().totals().adjustments();
  }
}
