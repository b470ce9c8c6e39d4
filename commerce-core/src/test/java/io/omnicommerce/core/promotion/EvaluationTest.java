package io.omnicommerce.core.promotion;

import static io.omnicommerce.core.promotion.Kiosk.itemFixed;
import static io.omnicommerce.core.promotion.Kiosk.itemPercent;
import static io.omnicommerce.core.promotion.Kiosk.orderFixed;
import static io.omnicommerce.core.promotion.Kiosk.orderPercent;
import static io.omnicommerce.core.promotion.Kiosk.promo;
import static io.omnicommerce.core.promotion.Kiosk.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Convention.Stacking;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.money.ArithmeticOverflowException;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Lane;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.Reduction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EvaluationTest {

  @Test
  void a_fixed_amount_takes_no_more_than_there_is() {
    assertThat(new Kiosk().with("A", "100", 1).promotion("p", orderFixed("200")).taken())
        .isEqualTo(Map.of("A", "100.00"));
  }

  @Test
  void at_least_nothing_is_there_of_what_is_not_there() {
    Condition nothing = new Condition.SubtotalAtLeast(usd("0"), ItemFilter.skus(Sku.of("B")));
    Condition inside = new Condition.All(List.of(nothing));

    for (Condition condition : List.of(nothing, inside)) {
      Promotion five = promo("p", orderFixed("5")).toBuilder().when(condition).build();
      assertThat(new Kiosk().with("A", "100", 1).promotion(five).total()).isEqualTo("5.00");
    }
  }

  @Test
  void an_amount_off_the_order_is_spread_in_proportion() {
    Kiosk kiosk = new Kiosk().with("A", "20", 1).with("B", "30", 1).with("C", "100", 1);

    assertThat(kiosk.promotion("p", orderFixed("15")).taken())
        .isEqualTo(Map.of("A", "2.00", "B", "3.00", "C", "10.00"));
  }

  @Test
  void promotions_run_by_priority_and_id_each_on_what_remains() {
    Kiosk kiosk =
        new Kiosk()
            .with("A", "100", 1)
            .promotion(promo("half", itemPercent("50")).toBuilder().priority(15).build())
            .promotion(promo("off", itemFixed("25")).toBuilder().priority(80).build());

    assertThat(kiosk.byPromotion()).isEqualTo(Map.of("off", "25.00", "half", "37.50"));
    assertThat(kiosk.convention("priority_order", "asc").byPromotion())
        .isEqualTo(Map.of("half", "50.00", "off", "25.00"));
  }

  @Test
  void percentages_chain_or_add_up() {
    Kiosk kiosk =
        new Kiosk()
            .with("A", "100", 1)
            .promotion("p1", orderPercent("10"))
            .promotion("p2", orderPercent("20"));

    assertThat(kiosk.total()).isEqualTo("28.00");
    assertThat(kiosk.convention("stacking", "additive").total()).isEqualTo("30.00");
  }

  @Test
  void percentages_that_add_up_are_rounded_together() {
    Kiosk kiosk =
        new Kiosk()
            .with("A", "0.05", 1)
            .promotion("p1", itemPercent("10"))
            .promotion("p2", itemPercent("20"))
            .convention("stacking", "additive");

    assertThat(kiosk.total()).isEqualTo("0.02");
  }

  @Test
  void an_exclusive_promotion_stands_alone() {
    Kiosk kiosk =
        new Kiosk()
            .with("A", "100", 1)
            .promotion(promo("fix", orderFixed("30")).toBuilder().priority(5).build())
            .promotion(
                promo("x", orderPercent("20")).toBuilder().priority(1).exclusive(true).build());

    assertThat(kiosk.byPromotion()).isEqualTo(Map.of("x", "20.00"));
    assertThat(kiosk.convention("exclusive", "only_if_better").byPromotion())
        .isEqualTo(Map.of("fix", "30.00"));
  }

  @Test
  void a_stop_keeps_those_behind_it_out_unless_the_market_says_otherwise() {
    Kiosk kiosk =
        new Kiosk()
            .with("A", "100", 1)
            .promotion(promo("a", orderPercent("10")).toBuilder().stop(true).build())
            .promotion("b", orderPercent("20"));

    assertThat(kiosk.total()).isEqualTo("10.00");
    assertThat(kiosk.convention("stop_rule", "false").total()).isEqualTo("28.00");
  }

  @Test
  void what_a_line_at_its_floor_cannot_take_the_others_take() {
    Kiosk kiosk =
        new Kiosk()
            .withFloor("A", "50", 1, "45")
            .with("B", "20", 1)
            .promotion("p", orderPercent("20"));

    assertThat(kiosk.taken()).isEqualTo(Map.of("A", "5.00", "B", "9.00"));
    assertThat(kiosk.convention("price_floor", "drop").taken())
        .isEqualTo(Map.of("A", "5.00", "B", "4.00"));
  }

  @Test
  void goods_that_are_reduced_already_can_be_left_out() {
    Kiosk kiosk =
        new Kiosk()
            .withReduced("A", "15", 1)
            .with("B", "40", 1)
            .with("C", "10", 1)
            .promotion(promo("p", orderFixed("10")).toBuilder().discountedItems(false).build());

    assertThat(kiosk.taken()).isEqualTo(Map.of("B", "8.00", "C", "2.00"));
  }

  @Test
  void units_that_are_bought_are_not_given() {
    Benefit twoAndTwo = bxgy(2, 2, ItemFilter.ALL, ItemFilter.ALL);
    Kiosk kiosk =
        new Kiosk()
            .with("A", "500", 1)
            .with("B", "500", 1)
            .with("C", "1000", 1)
            .with("D", "1000", 1)
            .promotion("p", twoAndTwo);

    assertThat(kiosk.taken()).isEqualTo(Map.of("A", "500.00", "B", "500.00"));
    assertThat(kiosk.convention("bxgy_selection", "most_expensive").taken())
        .isEqualTo(Map.of("C", "1000.00", "D", "1000.00"));
    assertThat(new Kiosk().with("A", "5", 3).promotion("p", twoAndTwo).total()).isEqualTo("0.00");
    assertThat(
            new Kiosk()
                .with("A", "5", 3)
                .promotion("p", twoAndTwo)
                .convention("bxgy_partial", "allowed")
                .total())
        .isEqualTo("5.00");
  }

  @Test
  void buying_one_thing_gives_another_as_often_as_there_are_sets() {
    Benefit oneAndOne = bxgy(1, 1, ItemFilter.categories("sweater"), ItemFilter.categories("tee"));
    Kiosk kiosk =
        new Kiosk()
            .with("S", "50", 2, "sweater")
            .with("T", "10", 5, "tee")
            .promotion("p", oneAndOne);

    assertThat(kiosk.taken()).isEqualTo(Map.of("T", "20.00"));
    assertThat(kiosk.convention("bxgy_repeat", "once").taken()).isEqualTo(Map.of("T", "10.00"));
  }

  @Test
  void units_fill_groups_in_the_order_of_lines_or_by_price() {
    Kiosk kiosk =
        new Kiosk()
            .with("A", "10", 3)
            .with("B", "20", 1)
            .promotion(
                "p",
                new Benefit.QuantityGroup(
                    3, Reduction.percent(new BigDecimal("10")), ItemFilter.ALL));

    assertThat(kiosk.taken()).isEqualTo(Map.of("A", "3.00"));
    assertThat(kiosk.convention("group_fill", "by_price").taken())
        .isEqualTo(Map.of("A", "2.00", "B", "2.00"));
  }

  @Test
  void any_three_for_a_price() {
    Kiosk kiosk =
        new Kiosk()
            .with("A", "4", 2)
            .with("B", "6", 2)
            .promotion("p", new Benefit.GroupPrice(3, usd("10"), ItemFilter.ALL));

    assertThat(kiosk.total()).isEqualTo("4.00");
  }

  @Test
  void groups_that_are_cheaper_already_cost_what_they_cost_and_others_their_price() {
    Kiosk kiosk =
        new Kiosk()
            .with("A", "1", 2)
            .with("B", "6", 5)
            .promotion("p", new Benefit.GroupPrice(2, usd("10"), ItemFilter.ALL));

    assertThat(kiosk.taken()).isEqualTo(Map.of("B", "4.00"));
  }

  @Test
  void no_goods_are_kept_for_a_promotion_that_gives_nothing_for_them() {
    Benefit pairs =
        new Benefit.QuantityGroup(2, Reduction.percent(new BigDecimal("50")), ItemFilter.ALL);
    Benefit crumbs =
        new Benefit.OrderPercent(new BigDecimal("0.1"), Optional.empty(), ItemFilter.ALL);
    Kiosk kiosk =
        new Kiosk()
            .with("A", "1", 1)
            .with("B", "10", 2)
            .promotion("pairs", pairs)
            .convention("stacking", "best_only");

    assertThat(kiosk.total()).isEqualTo("5.50");
    assertThat(kiosk.promotion("crumbs", crumbs).total()).isEqualTo("5.50");
  }

  @Test
  void tiers_begin_where_they_say() {
    Benefit tiered =
        new Benefit.TieredItemPercent(
            Benefit.TierBasis.ITEMS_TOTAL,
            new BigDecimal("10"),
            List.of(
                new Benefit.PercentTier(new BigDecimal("20"), new BigDecimal("15")),
                new Benefit.PercentTier(new BigDecimal("30"), new BigDecimal("20"))),
            ItemFilter.ALL);

    assertThat(new Kiosk().with("A", "10", 1).promotion("p", tiered).total()).isEqualTo("1.00");
    assertThat(new Kiosk().with("A", "10", 2).promotion("p", tiered).total()).isEqualTo("3.00");
    assertThat(new Kiosk().with("A", "10", 3).promotion("p", tiered).total()).isEqualTo("6.00");
  }

  @Test
  void the_best_deal_gives_each_line_to_one_promotion() {
    Kiosk kiosk =
        new Kiosk()
            .with("A", "10", 1)
            .with("B", "100", 1)
            .promotion("fix", itemFixed("2"))
            .promotion("percent", itemPercent("10"))
            .convention("stacking", "best_only");

    assertThat(kiosk.taken()).isEqualTo(Map.of("A", "2.00", "B", "10.00"));
    assertThat(kiosk.byPromotion()).isEqualTo(Map.of("fix", "2.00", "percent", "10.00"));
  }

  @Test
  void the_best_deal_need_not_begin_with_the_greatest() {
    Benefit a = new Benefit.OrderFixed(usd("10"), ItemFilter.ALL);
    Benefit b = new Benefit.OrderFixed(usd("6"), ItemFilter.skus(Sku.of("A")));
    Benefit c = new Benefit.OrderFixed(usd("6"), ItemFilter.skus(Sku.of("B")));
    Kiosk kiosk =
        new Kiosk()
            .with("A", "50", 1)
            .with("B", "50", 1)
            .promotion("all", a)
            .promotion("one", b)
            .promotion("two", c)
            .lane(Lane.of("standard", 0).withStacking(Stacking.BEST_ONLY));

    assertThat(kiosk.total()).isEqualTo("16.00");
    assertThat(kiosk.outcome().gap()).isZero();
  }

  @Test
  void the_best_deal_does_not_depend_on_how_an_offer_is_written() {
    ItemFilter hats = ItemFilter.skus(Sku.of("CAP"));
    Benefit itemFive = new Benefit.ItemFixed(usd("5"), hats, OptionalLong.empty());
    Benefit orderFive = new Benefit.OrderFixed(usd("5"), hats);

    for (Benefit five : List.of(itemFive, orderFive)) {
      for (Benefit ten : List.of(itemPercent("10"), orderPercent("10"))) {
        Kiosk kiosk =
            new Kiosk()
                .with("SHIRT", "20.00", 1)
                .with("CAP", "12.50", 1)
                .with("MUG", "9.99", 1)
                .promotion("hats", five)
                .promotion("all", ten)
                .convention("stacking", "best_only");
        assertThat(kiosk.total()).isEqualTo("8.00");
        assertThat(kiosk.outcome().gap()).isZero();
      }
    }
  }

  @Test
  void the_best_deal_takes_off_delivery_too() {
    Kiosk kiosk =
        new Kiosk()
            .with("A", "10.00", 1)
            .delivery("post", "4.00")
            .promotion("ten", orderPercent("10"))
            .promotion("half", new Benefit.ShippingPercent(new BigDecimal("50"), Set.of()))
            .promotion("third", new Benefit.ShippingFixed(usd("3"), Set.of()))
            .convention("stacking", "best_only");

    assertThat(kiosk.byPromotion()).isEqualTo(Map.of("ten", "1.00", "third", "3.00"));
    assertThat(kiosk.outcome().gap()).isZero();
  }

  @Test
  void a_promotion_takes_no_more_than_its_most() {
    Kiosk kiosk =
        new Kiosk()
            .with("A", "100", 1)
            .with("B", "300", 1)
            .promotion(promo("p", itemPercent("10")).toBuilder().amountMax(usd("20")).build());

    assertThat(kiosk.taken()).isEqualTo(Map.of("A", "5.00", "B", "15.00"));
  }

  @Test
  void conditions_see_what_earlier_promotions_have_left_or_what_there_was() {
    Condition atLeast = new Condition.SubtotalAtLeast(usd("100"), ItemFilter.ALL);
    Kiosk kiosk =
        new Kiosk()
            .with("A", "120", 1)
            .delivery("post", "10")
            .promotion(promo("half", orderPercent("50")).toBuilder().priority(1).build())
            .promotion(
                promo("free", new Benefit.ShippingPercent(new BigDecimal("100"), Set.of()))
                    .toBuilder()
                    .when(atLeast)
                    .build());

    assertThat(kiosk.taken()).isEqualTo(Map.of("A", "60.00"));
    assertThat(kiosk.convention("rule_basis", "original").taken())
        .isEqualTo(Map.of("A", "60.00", "post", "10.00"));
  }

  @Test
  void a_coupon_a_group_and_a_window_open_promotions() {
    Kiosk kiosk =
        new Kiosk()
            .with("A", "100", 1)
            .promotion(promo("c", orderFixed("1")).toBuilder().onCoupon(true).build())
            .promotion(
                promo("g", orderFixed("2")).toBuilder()
                    .when(new Condition.CustomerIn(Set.of("gold")))
                    .build())
            .promotion(
                promo("w", orderFixed("4")).toBuilder()
                    .window(
                        TimeWindow.of(
                            Instant.parse("2026-07-01T00:00:00Z"),
                            Instant.parse("2026-08-01T00:00:00Z")))
                    .build());

    assertThat(kiosk.total()).isEqualTo("0.00");
    assertThat(kiosk.coupons("c").groups("gold", "other").at("2026-07-01T00:00:00Z").total())
        .isEqualTo("7.00");
    assertThat(kiosk.at("2026-08-01T00:00:00Z").total()).isEqualTo("3.00");
  }

  @Test
  void rules_of_the_hosts_own_take_part() {
    HostRules own =
        new HostRules(
            Map.of(
                "many",
                (parameters, facts) ->
                    facts.quantity(ItemFilter.ALL).compareTo(Quantity.of(3)) >= 0),
            Map.of(
                "cents",
                (parameters, discounts) ->
                    discounts.take(
                        0, io.omnicommerce.money.Money.of(parameters.get("off"), Kiosk.USD))));
    Kiosk kiosk =
        new Kiosk()
            .with("A", "1", 3)
            .host(own)
            .promotion(
                promo("p", new Benefit.HostBenefit("cents", Map.of("off", "0.05"))).toBuilder()
                    .when(new Condition.HostCondition("many", Map.of()))
                    .build());

    assertThat(kiosk.total()).isEqualTo("0.05");
  }

  @Test
  void nothing_falls_below_zero_however_promotions_stack() {
    Kiosk kiosk =
        new Kiosk()
            .with("A", "10", 1)
            .promotion("a", itemPercent("60"))
            .promotion("b", itemPercent("100"), orderFixed("7"))
            .promotion("c", orderPercent("60"));

    assertThat(kiosk.total()).isEqualTo("10.00");
  }

  @Test
  void some_units_of_a_line_are_a_part_of_it() {
    Benefit one = new Benefit.ItemPercent(new BigDecimal("50"), ItemFilter.ALL, OptionalLong.of(1));
    Kiosk kiosk =
        new Kiosk().with("A", "10", 2).promotion("a", itemPercent("50")).promotion("b", one);

    assertThat(kiosk.byPromotion()).isEqualTo(Map.of("a", "10.00", "b", "2.50"));
    assertThat(
            kiosk
                .convention("limited_units_basis", "units_price_minus_line_discount")
                .byPromotion())
        .isEqualTo(Map.of("a", "10.00"));
  }

  @Test
  void a_best_deal_after_percentages_that_add_up_is_taken_from_what_remains() {
    Kiosk kiosk =
        new Kiosk()
            .with("A", "100", 1)
            .promotion(promo("a", itemPercent("10")).toBuilder().lane("sum").build())
            .promotion(promo("b", itemPercent("50")).toBuilder().lane("best").build())
            .lane(Lane.of("sum", 0).withStacking(Stacking.ADDITIVE))
            .lane(Lane.of("best", 1).withStacking(Stacking.BEST_ONLY));

    assertThat(kiosk.byPromotion()).isEqualTo(Map.of("a", "10.00", "b", "45.00"));
  }

  @Test
  void goods_by_weight_get_what_their_weight_is_worth() {
    assertThat(ofHalfAKilo(itemPercent("10"))).isEqualTo("0.50");
    assertThat(ofHalfAKilo(itemFixed("3"))).isEqualTo("1.50");
    assertThat(ofHalfAKilo(new Benefit.LineFixed(usd("3"), ItemFilter.ALL))).isEqualTo("3.00");
    assertThat(ofHalfAKilo(new Benefit.ItemPrice(usd("8"), ItemFilter.ALL))).isEqualTo("1.00");
    assertThat(ofHalfAKilo(new Benefit.ItemPrice(usd("0"), ItemFilter.ALL))).isEqualTo("5.00");
  }

  private static String ofHalfAKilo(Benefit benefit) {
    return new Kiosk().weighed("CHEESE", "10", "0.5").promotion("p", benefit).total();
  }

  @Test
  void some_units_of_goods_by_weight_are_as_much_of_their_weight() {
    Benefit one = new Benefit.ItemPercent(new BigDecimal("50"), ItemFilter.ALL, OptionalLong.of(1));

    assertThat(new Kiosk().weighed("CHEESE", "10", "2.5").promotion("p", one).total())
        .isEqualTo("5.00");
  }

  @Test
  void a_gift_goes_with_a_promotion_that_may_take_nothing_off() {
    Promotion gift =
        promo("p", itemPercent("10"), new Benefit.Gift(List.of(Sku.of("MUG")), Quantity.ONE))
            .toBuilder()
            .amountMax(usd("0"))
            .build();

    assertThat(new Kiosk().with("A", "10", 1).promotion(gift).total()).isEqualTo("0.00");
  }

  @Test
  void a_gift_that_cannot_be_given_stops_nobody() {
    Kiosk kiosk =
        new Kiosk()
            .with("A", "10", 1)
            .promotion(promo("a", gift("MUG")).toBuilder().stop(true).build())
            .promotion("b", itemPercent("10"));

    assertThat(kiosk.total()).isEqualTo("0.00");
    assertThat(kiosk.unsold("MUG").total()).isEqualTo("1.00");
    assertThat(kiosk.outcome().gifts()).isEmpty();
  }

  @Test
  void the_best_deal_counts_gifts_that_are_still_to_come() {
    Kiosk kiosk =
        new Kiosk()
            .with("A", "10", 1)
            .promotion("a", gift("MUG"))
            .promotion("b", gift("CUP"))
            .promotion("c", itemPercent("10"))
            .convention("stacking", "best_only");

    assertThat(kiosk.outcome().gifts()).hasSize(2);
    assertThat(kiosk.total()).isEqualTo("1.00");
  }

  @Test
  void a_percentage_that_takes_nothing_in_the_end_adds_up_to_nothing() {
    Benefit none =
        new Benefit.OrderPercent(new BigDecimal("10"), Optional.of(usd("0")), ItemFilter.ALL);
    Promotion capped = promo("a", itemPercent("10")).toBuilder().amountMax(usd("0")).build();
    Kiosk kiosk =
        new Kiosk()
            .with("A", "0.07", 1)
            .promotion("b", itemPercent("10"))
            .convention("stacking", "additive");

    assertThat(kiosk.total()).isEqualTo("0.01");
    assertThat(kiosk.promotion("a", none).total()).isEqualTo("0.01");
    assertThat(kiosk.promotion(capped).total()).isEqualTo("0.01");
  }

  private static Benefit gift(String sku) {
    return new Benefit.Gift(List.of(Sku.of(sku)), Quantity.ONE);
  }

  @Test
  void what_cannot_be_counted_is_said_so() {
    Kiosk kiosk =
        new Kiosk()
            .with("A", "90000000000000", 900)
            .with("B", "90000000000000", 900)
            .promotion("p", orderFixed("10"));

    assertThatThrownBy(kiosk::total).isInstanceOf(ArithmeticOverflowException.class);
  }

  private static Benefit bxgy(long x, long y, ItemFilter buy, ItemFilter get) {
    return new Benefit.BuyXGetY(
        buy,
        x,
        get,
        y,
        new BigDecimal("100"),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty());
  }

  @Test
  void what_gives_nothing_after_a_gift_stops_nobody() {
    Benefit pin = new Benefit.Gift(List.of(Sku.of("PIN")), Quantity.ONE);
    Kiosk kiosk =
        new Kiosk()
            .with("MUG", "10.00", 1)
            .promotion(promo("a-pin", pin))
            .promotion(promo("b-stop", itemPercent("0")).toBuilder().stop(true).build())
            .promotion("c-off", orderFixed("1.00"));

    assertThat(kiosk.byPromotion()).containsOnlyKeys("c-off");
  }
}
