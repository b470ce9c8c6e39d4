package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.gbp;
import static io.omnicommerce.core.checkout.Buying.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.checkout.BeginOutcome;
import io.omnicommerce.checkout.Checkout;
import io.omnicommerce.checkout.CheckoutId;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.core.Shop;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.payment.spi.GatewayAnswer;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What is given to an order of a number, and what is still due when a hold is taken anew. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderNumberServiceTest {

  private static final CallContext OFFICE = Shop.staff(PromotionService.EDIT);

  private final Campaigns campaigns = new Campaigns();
  private final Buying buying = campaigns.buying;

  @Test
  void of_carts_that_are_ordered_at_once_one_is_the_first_order() {
    campaigns.run(first(new Condition.NthOrder(1)));

    List<Checkout> begun = begin(3);
    List<Money> off = begun.stream().map(this::complete).map(this::off).toList();

    assertThat(off).containsExactly(gbp("-1.00"), gbp("0.00"), gbp("0.00"));
    assertThat(buying.audit()).isEmpty();
  }

  @Test
  void a_first_order_that_comes_to_nothing_leaves_it_to_the_next() {
    campaigns.run(first(new Condition.NthOrder(1)));
    CheckoutId begun = begin(1).get(0).id();
    CartId next = buying.mugs(Shop.ADA, 1);
    Money meanwhile = campaigns.off(Shop.ADA, next);

    buying.checkouts.abandon(Shop.ADA, begun);

    assertThat(meanwhile).isEqualTo(gbp("0.00"));
    assertThat(campaigns.off(Shop.ADA, next)).isEqualTo(gbp("1.00"));
  }

  @Test
  void a_first_order_that_is_cancelled_gives_it_back_whatever_becomes_of_coupons() {
    buying.shop.conventions(Conventions.STANDARD.with("cancel_restores_usage", "false"));
    campaigns.run(first(new Condition.NthOrder(1)));
    Order order = buying.order(buying.place(buying.mugs(Shop.ADA, 1), "a"));

    buying.checkouts.cancel(Shop.ADA, order.id(), "changed my mind", key("c"));

    assertThat(campaigns.off(Shop.ADA, buying.mugs(Shop.ADA, 1))).isEqualTo(gbp("1.00"));
  }

  @Test
  void each_number_and_each_customer_is_for_itself() {
    campaigns.run(
        first(new Condition.Any(List.of(new Condition.NthOrder(1), new Condition.NthOrder(2)))));

    List<Money> off = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      off.add(off(buying.place(buying.mugs(Shop.ADA, 1), "a-" + i)));
    }
    CartId bob = buying.mugs(Shop.BOB, 1);
    off.add(off(buying.checkouts.place(Shop.BOB, bob, Buying.VISA, key("b"))));

    assertThat(off).containsExactly(gbp("-1.00"), gbp("-1.00"), gbp("0.00"), gbp("-1.00"));
  }

  @Test
  void what_is_given_to_all_but_the_first_order_is_given_to_several_at_once() {
    campaigns.run(first(new Condition.Not(new Condition.NthOrder(1))));
    buying.place(buying.mugs(Shop.ADA, 1), "a");

    List<Money> off = begin(2).stream().map(this::complete).map(this::off).toList();

    assertThat(off).containsExactly(gbp("-1.00"), gbp("-1.00"));
  }

  @Test
  void L21_what_has_ended_is_not_given_when_its_hold_is_taken_anew() {
    campaigns.code("SOON", Campaigns.fixed("off", "1.00"), 5);
    Checkout revoked = coupon("SOON");
    campaigns.promotions.revoke(OFFICE, CouponCode.of("SOON"));
    campaigns.run(
        Campaigns.fixed("week", "2.00").toBuilder()
            .window(TimeWindow.until(Shop.START.plus(CheckoutService.HOLD_LIFE)))
            .build());
    Checkout over = begin(1).get(0);
    buying.shop.clock().advance(CheckoutService.HOLD_LIFE.plus(Duration.ofDays(1)));

    assertThat(Buying.reasons(complete(revoked))).containsExactly("promotion.coupon_invalid");
    assertThat(Buying.reasons(complete(over))).containsExactly("promotion.exhausted");
    assertThat(buying.orders()).isEmpty();
  }

  @Test
  void what_is_still_due_is_given_when_its_hold_is_taken_anew() {
    campaigns.code("LATE", Campaigns.fixed("off", "1.00"), 1);
    campaigns.run(first(new Condition.NthOrder(1)));
    Checkout late = coupon("LATE");
    buying.shop.clock().advance(CheckoutService.HOLD_LIFE.plus(Duration.ofDays(1)));

    assertThat(off(complete(late))).isEqualTo(gbp("-2.00"));
    assertThat(campaigns.uses("LATE")).isEqualTo(1);
    assertThat(campaigns.off(Shop.ADA, buying.mugs(Shop.ADA, 1))).isEqualTo(gbp("0.00"));
  }

  private static Promotion first(Condition condition) {
    return Campaigns.fixed("first", "1.00").toBuilder().when(condition).build();
  }

  private Checkout coupon(String code) {
    CartId cart = buying.mugs(Shop.ADA, 1);
    buying.carts.applyCoupon(Shop.ADA, cart, code);
    return begin(cart, code);
  }

  private List<Checkout> begin(int count) {
    List<Checkout> begun = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      begun.add(begin(buying.mugs(Shop.ADA, 1), "begin-" + i));
    }
    return begun;
  }

  private Checkout begin(CartId cart, String key) {
    BeginOutcome outcome =
        buying.checkouts.begin(Shop.ADA, cart, Buying.paying(Buying.VISA), key(key));
    return ((BeginOutcome.Ready) outcome).checkout();
  }

  private CheckoutOutcome complete(Checkout begun) {
    GatewayAnswer approved =
        new GatewayAnswer.Approved("ref-" + begun.id(), begun.priced().totals().grand());
    return buying.checkouts.complete(Shop.ADA, begun.id(), approved);
  }

  private Money off(CheckoutOutcome outcome) {
    return buying.order(outcome).totals().adjustments();
  }
}
