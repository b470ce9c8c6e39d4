package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.Crowd.atOnce;
import static io.omnicommerce.core.checkout.Buying.gbp;
import static io.omnicommerce.core.checkout.Buying.key;
import static io.omnicommerce.core.checkout.Campaigns.amount;
import static io.omnicommerce.core.checkout.Campaigns.fixed;
import static io.omnicommerce.core.checkout.Campaigns.percent;
import static io.omnicommerce.core.checkout.Campaigns.promotion;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Convention.Stacking;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.checkout.CheckoutOutcome.Pending;
import io.omnicommerce.checkout.CheckoutOutcome.Placed;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.core.Shop;
import io.omnicommerce.inmemory.SandboxGateway;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Lane;
import io.omnicommerce.promotion.Promotion;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What hurts in other systems, by the numbers of docs/laws.md. A mug is 4.99, delivery 3.95. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PainsServiceTest {

  private final Campaigns campaigns = new Campaigns();
  private final Buying buying = campaigns.buying;

  @Test
  void P2_a_code_for_three_is_used_three_times_by_twelve_at_once() throws Exception {
    campaigns.code("THREE", fixed("off", "1.00"), 3);
    List<Callable<CheckoutOutcome>> buyers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      CartId cart = withCode("THREE");
      buyers.add(() -> buying.place(cart, "k-" + cart));
    }

    atOnce(buyers);

    assertThat(buying.orders().stream().filter(order -> order.totals().adjustments().isNegative()))
        .hasSize(3);
    assertThat(campaigns.uses("THREE")).isEqualTo(3);
    assertThat(buying.audit()).isEmpty();
  }

  @Test
  void P3_an_order_that_failed_or_was_cancelled_burns_no_use() {
    campaigns.code("ONCE", fixed("off", "1.00"), 1);

    CartId cart = withCode("ONCE");
    buying.checkouts.place(Shop.ADA, cart, Tender.card(SandboxGateway.DECLINED), key("declined"));
    assertThat(campaigns.uses("ONCE")).as("after a declined card").isZero();

    Pending bank = (Pending) place(cart, SandboxGateway.ACTION_NEEDED, "bank");
    assertThat(campaigns.uses("ONCE")).as("while the customer is at the bank").isEqualTo(1);
    buying.sandbox.refuse(buying.payment(bank.checkout()).id());
    buying.checkouts.resume(Shop.ADA, bank.checkout());
    assertThat(campaigns.uses("ONCE")).as("after the customer's no").isZero();

    Order order = buying.order(buying.place(cart, "paid"));
    buying.checkouts.cancel(Shop.ADA, order.id(), "no", key("cancel"));
    assertThat(campaigns.uses("ONCE")).as("after the cancellation").isZero();
    assertThat(order.totals().adjustments()).isEqualTo(gbp("-1.00"));
    assertThat(buying.audit()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"100", "99.99", "33.3333", "50", "12.5", "0.0001"})
  void P4_no_cent_comes_or_goes_between_discount_tax_and_quantity(String percent) {
    campaigns.run(percent("off", percent));
    CartId cart = buying.mugs(Shop.ADA, 7);
    buying.carts.add(Shop.ADA, cart, Shop.TEE_M, Quantity.of(3));
    buying.carts.add(Shop.ADA, cart, Shop.SCREW, Quantity.of(333));
    buying.carts.add(Shop.ADA, cart, Shop.BOOK, Quantity.of(1));

    PricedCart priced = campaigns.priced(Shop.ADA, cart);

    assertThat(paid(priced.lines(), priced.charges())).isEqualTo(priced.totals().grand());
    assertThat(priced.trace().total(Shop.GBP)).isEqualTo(priced.totals().grand());
    assertThat(priced.lines()).noneMatch(line -> line.total().isNegative());
    if (percent.equals("100")) {
      assertThat(priced.totals().grand()).isEqualTo(gbp("3.95"));
    }
  }

  @Test
  void P5_the_lines_of_an_order_sum_up_to_what_the_provider_was_asked_for() {
    campaigns.run(fixed("odd", "1.01"), percent("more", "3.33"));
    CartId cart = buying.mugs(Shop.ADA, 3);
    buying.carts.add(Shop.ADA, cart, Shop.TEE_M, Quantity.of(1));
    buying.carts.add(Shop.ADA, cart, Shop.SCREW, Quantity.of(7));

    Order order = buying.order(buying.place(cart, "a"));

    List<PricedLine> lines = order.lines().stream().map(line -> line.priced()).toList();
    assertThat(lines).hasSize(3).allMatch(line -> !line.adjustments().isEmpty());
    assertThat(buying.sandbox.book()).hasSize(1);
    assertThat(buying.sandbox.book().get(0).amount())
        .isEqualTo(paid(lines, order.charges()))
        .isEqualTo(order.totals().grand());
  }

  @Test
  void P10_a_rule_that_is_edited_or_ended_later_changes_no_order() {
    campaigns.run(fixed("off", "2.00"));
    CartId cart = buying.mugs(Shop.ADA, 2);
    Order placed = buying.order(buying.place(cart, "a"));

    campaigns.run(fixed("off", "5.00"));
    buying.shop.price(Shop.MUG_RED, "9.99");

    assertThat(buying.order(placed.id())).isEqualTo(placed);
    assertThat(placed.totals().adjustments()).isEqualTo(gbp("-2.00"));
    assertThat(campaigns.off(Shop.ADA, buying.mugs(Shop.ADA, 2))).isEqualTo(gbp("5.00"));
    campaigns.run(fixed("off", "5.00").toBuilder().enabled(false).build());
    assertThat(buying.order(placed.id())).isEqualTo(placed);
    assertThat(campaigns.off(Shop.ADA, buying.mugs(Shop.ADA, 2))).isEqualTo(gbp("0.00"));
  }

  @Test
  void P12_promotions_run_by_priority_however_they_were_saved() {
    Promotion first = percent("ten", "10").toBuilder().priority(2).build();
    Promotion second = fixed("one", "1.00").toBuilder().priority(1).build();
    CartId cart = buying.cart(Shop.ADA, Shop.TEE_M, 2);

    campaigns.run(first).run(second);
    Money saved = campaigns.off(Shop.ADA, cart);
    campaigns.run(second).run(first);

    assertThat(saved).isEqualTo(gbp("3.50"));
    assertThat(campaigns.off(Shop.ADA, cart)).isEqualTo(saved);
    campaigns.run(first.toBuilder().priority(0).build());
    assertThat(campaigns.off(Shop.ADA, cart)).isEqualTo(gbp("3.40"));
  }

  @Test
  void P12_what_stands_alone_among_the_goods_leaves_free_delivery_alone() {
    campaigns.promotions.save(Campaigns.OFFICE, Lane.of("delivery", 1));
    Benefit free = new Benefit.ShippingPercent(BigDecimal.valueOf(100), Set.of());
    campaigns.run(
        percent("half", "50").toBuilder().priority(1).stop(true).build(),
        fixed("behind", "1.00"),
        promotion("free-delivery", free).toBuilder().lane("delivery").build());

    PricedCart priced = campaigns.priced(Shop.ADA, buying.cart(Shop.ADA, Shop.TEE_M, 2));

    assertThat(sources(priced)).containsExactly("half", "free-delivery");
    assertThat(priced.totals().grand()).isEqualTo(gbp("12.50"));
  }

  @Test
  void P12_of_offers_that_exclude_each_other_the_customer_gets_the_best() {
    Lane best = Lane.of(Promotion.STANDARD_LANE, 0).withStacking(Stacking.BEST_ONLY);
    campaigns.promotions.save(Campaigns.OFFICE, best);
    campaigns.run(percent("ten", "10").toBuilder().priority(9).build(), fixed("three", "3.00"));

    assertThat(sources(campaigns.priced(Shop.ADA, buying.cart(Shop.ADA, Shop.TEE_M, 2))))
        .containsExactly("three");
    assertThat(sources(campaigns.priced(Shop.ADA, buying.cart(Shop.ADA, Shop.TEE_M, 4))))
        .containsExactly("ten");
  }

  @Test
  void P12_several_codes_count_together_and_a_percentage_has_a_most() {
    campaigns.code("TENTH", percent("tenth", "10", "2.00"), 9).code("POUND", fixed("one", "1"), 9);
    CartId cart = buying.cart(Shop.ADA, Shop.TEE_M, 4);

    buying.carts.applyCoupon(Shop.ADA, cart, "TENTH");
    buying.carts.applyCoupon(Shop.ADA, cart, "POUND");

    assertThat(campaigns.off(Shop.ADA, cart)).isEqualTo(gbp("3.00"));
  }

  @Test
  void P13_a_promotion_gives_several_gifts_and_each_tier_brings_one_more() {
    Benefit book = new Benefit.Gift(List.of(Shop.BOOK), Quantity.ONE);
    Benefit screws = new Benefit.Gift(List.of(Sku.of("GONE"), Shop.SCREW), Quantity.of(5));
    Benefit mug = new Benefit.Gift(List.of(Shop.MUG_BLUE), Quantity.ONE);
    campaigns.run(
        promotion("from-10", book, screws).toBuilder().when(from("10.00")).build(),
        promotion("from-30", mug).toBuilder().when(from("30.00")).build());

    assertThat(gifts(1)).isEmpty();
    assertThat(gifts(3)).containsExactly("1 BOOK", "5 SCREW");
    assertThat(gifts(7)).containsExactly("1 BOOK", "5 SCREW", "1 MUG-BLUE");
    assertThat(campaigns.priced(Shop.ADA, buying.mugs(Shop.ADA, 7)).totals().grand())
        .isEqualTo(gbp("38.88"));
  }

  @Test
  void P22_an_offer_that_has_ended_is_not_sold_and_no_other_total_without_consent() {
    Duration hour = Duration.ofHours(1);
    TimeWindow window = TimeWindow.until(Shop.START.plus(hour));
    campaigns.run(fixed("off", "2.00").toBuilder().window(window).build());
    CartId cart = buying.mugs(Shop.ADA, 2);
    Money shown = campaigns.priced(Shop.ADA, cart).totals().grand();
    buying.shop.clock().advance(hour);

    CheckoutOutcome stale =
        buying.checkouts.place(
            Shop.ADA, cart, Buying.paying(Buying.VISA).expecting(shown), key("stale"));
    Money now = campaigns.priced(Shop.ADA, cart).totals().grand();
    CheckoutOutcome agreed =
        buying.checkouts.place(
            Shop.ADA, cart, Buying.paying(Buying.VISA).expecting(now), key("agreed"));

    assertThat(Buying.reasons(stale)).containsExactly("checkout.cart_changed");
    assertThat(now).isEqualTo(shown.plus(gbp("2.00")));
    assertThat(agreed).isInstanceOf(Placed.class);
    assertThat(buying.orders()).extracting(order -> order.totals().grand()).containsExactly(now);
  }

  private CartId withCode(String code) {
    CartId cart = buying.mugs(Shop.ADA, 1);
    buying.carts.applyCoupon(Shop.ADA, cart, code);
    return cart;
  }

  private CheckoutOutcome place(CartId cart, String token, String key) {
    return buying.checkouts.place(Shop.ADA, cart, Tender.card(token), key(key));
  }

  private List<String> gifts(int mugs) {
    CallContext context = Shop.ADA;
    return campaigns.priced(context, buying.mugs(context, mugs)).lines().stream()
        .filter(line -> line.id().value().startsWith("gift"))
        .map(line -> line.quantity() + " " + line.sku())
        .toList();
  }

  private static Condition from(String amount) {
    return new Condition.SubtotalAtLeast(amount(amount), ItemFilter.ALL);
  }

  /** The promotions that were given, each once. */
  private static List<String> sources(PricedCart priced) {
    return Stream.concat(
            priced.lines().stream().flatMap(line -> line.adjustments().stream()),
            priced.charges().stream().flatMap(charge -> charge.adjustments().stream()))
        .map(adjustment -> adjustment.source())
        .distinct()
        .toList();
  }

  private static Money paid(List<PricedLine> lines, List<PricedCharge> charges) {
    return Stream.concat(
            lines.stream().map(PricedLine::payable), charges.stream().map(PricedCharge::payable))
        .reduce(gbp("0"), Money::plus);
  }
}
