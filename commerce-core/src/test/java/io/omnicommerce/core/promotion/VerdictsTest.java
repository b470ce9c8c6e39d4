package io.omnicommerce.core.promotion;

import static io.omnicommerce.core.promotion.Kiosk.itemPercent;
import static io.omnicommerce.core.promotion.Kiosk.orderFixed;
import static io.omnicommerce.core.promotion.Kiosk.orderPercent;
import static io.omnicommerce.core.promotion.Kiosk.promo;
import static io.omnicommerce.core.promotion.Kiosk.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.money.Money;
import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.ConditionFinding;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.PromotionVerdict.Verdict;
import io.omnicommerce.promotion.Reduction;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Each reason why a promotion is not given, and what is said of it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VerdictsTest {

  private static final HostRules OWN =
      new HostRules(Map.of("birthday", (parameters, facts) -> false), Map.of());

  private final Kiosk kiosk = new Kiosk().with("MUG", "19.00", 2);

  @Test
  void a_condition_is_told_with_what_it_asks_for_and_what_was_found() {
    kiosk.promotion(when(new Condition.SubtotalAtLeast(usd("50.00"), ItemFilter.ALL)));

    assertThat(judged("p").verdict()).isEqualTo(Verdict.CONDITION_NOT_MET);
    assertThat(judged("p").findings())
        .containsExactly(
            new ConditionFinding(
                "conditions[0]", "SubtotalAtLeast", "USD 50.00 of goods", "USD 38.00"));
    assertThat(judged("p").findings().get(0))
        .hasToString("asks for USD 50.00 of goods, found USD 38.00");
  }

  @Test
  void every_kind_of_condition_can_say_what_it_asks_for() {
    assertThat(found(new Condition.SubtotalAbove(usd("38.00"), ItemFilter.ALL)))
        .containsExactly("more than USD 38.00 of goods <> USD 38.00");
    assertThat(found(new Condition.QuantityAtLeast(Quantity.of(3), ItemFilter.skus(Sku.of("MUG")))))
        .containsExactly("3 of MUG <> 2");
    assertThat(found(new Condition.LineQuantityAtLeast(Quantity.of(3), ItemFilter.ALL)))
        .containsExactly("3 of goods on a line <> 2");
    assertThat(found(new Condition.Contains(ItemFilter.categories("toys"))))
        .containsExactly("some of toys <> none");
    assertThat(found(new Condition.CustomerIn(Set.of("vip", "staff"))))
        .containsExactly("a customer in staff, vip <> none");
    assertThat(found(new Condition.NthOrder(3))).containsExactly("order number 3 <> 1");
    assertThat(found(new Condition.ChannelIn(Set.of(ChannelId.of("app")))))
        .containsExactly("the channel app <> web");
    assertThat(found(new Condition.LocationIn(Set.of(LocationId.of("LON")))))
        .containsExactly("the location LON <> none");
    assertThat(found(new Condition.CountryIn(Set.of(CountryCode.of("FR")))))
        .containsExactly("the country FR <> none");
    assertThat(found(new Condition.PaymentMethodIn(Set.of("card"))))
        .containsExactly("payment by card <> none");
    assertThat(found(new Condition.DeliveryMethodIn(Set.of(DeliveryMethodId.of("post")))))
        .containsExactly("delivery by post <> none");
    assertThat(
            found(
                new Condition.During(
                    Set.of(DayOfWeek.SUNDAY),
                    LocalTime.of(9, 0),
                    LocalTime.of(10, 0),
                    ZoneOffset.UTC)))
        .hasSize(1)
        .allMatch(told -> told.startsWith("SUNDAY 09:00 to 10:00 in Z <> "));
    assertThat(found(new Condition.HostCondition("birthday", Map.of("near", "1"))))
        .containsExactly("birthday{near=1} <> not so");
  }

  @Test
  void of_conditions_inside_of_each_other_those_are_told_that_do_not_hold() {
    Condition holds = new Condition.NthOrder(1);
    Condition fails = new Condition.NthOrder(2);

    assertThat(paths(new Condition.All(List.of(holds, fails))))
        .containsExactly("conditions[0].conditions[1]");
    assertThat(paths(new Condition.Any(List.of(fails, fails))))
        .containsExactly("conditions[0].conditions[0]", "conditions[0].conditions[1]");
    assertThat(found(new Condition.Not(holds))).containsExactly("anything but order number 1 <> 1");
    assertThat(found(new Condition.Not(new Condition.Any(List.of(holds, fails)))))
        .containsExactly("anything but (order number 1 or order number 2) <> 1, 1");
    assertThat(found(new Condition.Any(List.of()))).containsExactly("nothing at all <> none");
  }

  @Test
  void alternatives_name_the_condition_of_which_one_would_do() {
    Condition fails = new Condition.NthOrder(2);

    assertThat(findings(new Condition.Any(List.of(fails, new Condition.All(List.of(fails))))))
        .extracting(ConditionFinding::anyOf)
        .containsExactly(Optional.of("conditions[0]"), Optional.of("conditions[0]"));
    assertThat(findings(new Condition.All(List.of(fails))))
        .extracting(ConditionFinding::anyOf)
        .containsExactly(Optional.empty());
  }

  @Test
  void a_threshold_that_never_was_in_reach_tells_what_there_was_at_its_turn() {
    Condition tooMuch = new Condition.SubtotalAtLeast(usd("500.00"), ItemFilter.ALL);
    Promotion.Builder early = promo("early", orderFixed("1.00")).toBuilder().when(tooMuch);
    Promotion.Builder late = promo("late", orderFixed("1.00")).toBuilder().when(tooMuch);
    kiosk
        .promotion(early.priority(9).build())
        .promotion(promo("first", orderFixed("1.00")).toBuilder().priority(5).build())
        .promotion(late.priority(1).build());

    assertThat(judged("early").findings())
        .extracting(ConditionFinding::found)
        .containsExactly("USD 38.00");
    assertThat(judged("late").findings())
        .singleElement()
        .asString()
        .isEqualTo("asks for USD 500.00 of goods, found USD 37.00 after other promotions");
  }

  @Test
  void a_threshold_that_others_have_brought_out_of_reach_says_so() {
    kiosk
        .promotion(promo("first", orderFixed("1.00")).toBuilder().priority(9).build())
        .promotion(when(new Condition.SubtotalAtLeast(usd("38.00"), ItemFilter.ALL)));

    assertThat(judged("p").findings())
        .extracting(ConditionFinding::found)
        .containsExactly("USD 37.00 after other promotions");
  }

  @Test
  void units_that_are_missing_for_a_benefit_are_counted() {
    ItemFilter mugs = ItemFilter.skus(Sku.of("MUG"));
    Reduction free = Reduction.percent(new BigDecimal("100"));
    kiosk
        .with("TEE", "5.00", 1)
        .promotion("every", new Benefit.UnitsInEvery(1, 3, free, mugs))
        .promotion("group", new Benefit.QuantityGroup(4, free, ItemFilter.ALL))
        .promotion("price", new Benefit.GroupPrice(3, usd("1.00"), mugs))
        .promotion("same", twoForOneMore(mugs, mugs))
        .promotion("bought", twoForOneMore(ItemFilter.skus(Sku.of("TEE")), mugs));

    assertThat(missing("every"))
        .containsExactly("benefits[0]: asks for 3 of MUG on a line, found 2");
    assertThat(missing("group")).containsExactly("benefits[0]: asks for 4 of goods, found 3");
    assertThat(missing("price")).containsExactly("benefits[0]: asks for 3 of MUG, found 2");
    assertThat(missing("same")).containsExactly("benefits[0]: asks for 3 of MUG, found 2");
    assertThat(missing("bought")).containsExactly("benefits[0]: asks for 2 of TEE, found 1");
  }

  @Test
  void what_a_line_at_its_floor_cannot_give_the_others_do_and_that_is_no_rounding() {
    Kiosk floored =
        new Kiosk()
            .withFloor("SHIRT", "20.00", 1, "19.00")
            .with("MUG", "9.99", 1)
            .promotion("ten", orderPercent("10"))
            .promotion("three", orderFixed("3.00"));

    for (String each : List.of("ten", "three")) {
      Kiosk one = new Kiosk().withFloor("SHIRT", "20.00", 1, "19.00").with("MUG", "9.99", 1);
      one.promotion(each, each.equals("ten") ? orderPercent("10") : orderFixed("3.00"));
      assertThat(judged(one, each).missed()).as(each).isZero();
      assertThat(judged(one, each).floors()).as(each).containsExactly(0);
      assertThat(judged(one, each).passedOn()).as(each).isEqualTo(100);
      assertThat(Verdicts.of(one.book(), one.basket(), HostRules.NONE).rounded())
          .as(each)
          .noneMatch(Judged.Rounded::share);
    }
    assertThat(judged(floored, "three").floors()).containsExactly(0);
  }

  @Test
  void where_nobody_takes_what_a_floor_keeps_it_is_missed() {
    Kiosk floored =
        new Kiosk()
            .convention("price_floor", "drop")
            .withFloor("SHIRT", "20.00", 1, "19.00")
            .with("MUG", "9.99", 1)
            .promotion("ten", orderPercent("10"));

    assertThat(judged(floored, "ten").missed()).isEqualTo(100);
    assertThat(judged(floored, "ten").floors()).containsExactly(0);
    assertThat(judged(floored, "ten").passedOn()).isZero();
  }

  private static Benefit twoForOneMore(ItemFilter buy, ItemFilter get) {
    return new Benefit.BuyXGetY(
        buy,
        2,
        get,
        1,
        new BigDecimal("100"),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty());
  }

  private List<String> missing(String id) {
    return judged(id).findings().stream().map(one -> one.path() + ": " + one).toList();
  }

  @Test
  void all_kinds_of_conditions_and_benefits_are_known_to_the_explanation() {
    assertThat(Checks.kinds())
        .containsAll(Findings.kinds())
        .hasSize(Findings.kinds().size() + 3); // all, any and not are told by what is inside
    assertThat(Reach.kinds()).isEqualTo(Givings.kinds());
  }

  @Test
  void what_is_of_another_time_on_a_coupon_or_used_up_is_said_so() {
    kiosk
        .promotion(
            promo("later", orderFixed("1.00")).toBuilder()
                .window(TimeWindow.from(Kiosk.NOON.plusSeconds(1)))
                .build())
        .promotion(promo("coupon", orderFixed("1.00")).toBuilder().onCoupon(true).build());

    assertThat(judged("later").verdict()).isEqualTo(Verdict.OUT_OF_WINDOW);
    assertThat(judged("coupon").verdict()).isEqualTo(Verdict.NO_COUPON);
  }

  @Test
  void one_that_names_a_rule_that_nobody_knows_says_where() {
    Condition unknown = new Condition.HostCondition("rainy", Map.of());
    kiosk
        .promotion(
            promo("not", orderFixed("1.00")).toBuilder().when(new Condition.Not(unknown)).build())
        .promotion(
            promo("any", orderFixed("1.00")).toBuilder()
                .when(new Condition.Any(List.of(new Condition.NthOrder(1), unknown)))
                .onCoupon(true)
                .build())
        .promotion("benefit", new Benefit.HostBenefit("cents", Map.of()));

    assertThat(kiosk.total()).isEqualTo("0.00");
    for (String id : List.of("not", "any", "benefit")) {
      assertThat(judged(id).verdict()).isEqualTo(Verdict.RULE_UNKNOWN);
    }
    assertThat(judged("not").findings())
        .containsExactly(
            new ConditionFinding(
                "conditions[0].condition",
                "HostCondition",
                "the condition rainy",
                "no such rule here"));
    assertThat(judged("any").findings().get(0).path()).isEqualTo("conditions[0].conditions[1]");
    assertThat(judged("benefit").findings().get(0))
        .hasToString("asks for the benefit cents, found no such rule here");
  }

  @Test
  void one_that_stops_the_lane_is_named_by_those_behind_it() {
    kiosk
        .promotion(promo("first", orderFixed("1.00")).toBuilder().priority(9).stop(true).build())
        .promotion(promo("second", orderFixed("1.00")));

    assertThat(judged("first").verdict()).isEqualTo(Verdict.APPLIED);
    assertThat(judged("second").verdict()).isEqualTo(Verdict.STOPPED);
    assertThat(judged("second").others()).containsExactly(PromotionId.of("first"));
  }

  @Test
  void an_exclusive_one_that_is_given_is_named_by_all_others() {
    kiosk
        .promotion(promo("alone", orderFixed("9.00")).toBuilder().exclusive(true).build())
        .promotion(promo("other", orderFixed("1.00")))
        .promotion(
            promo("unmet", orderFixed("1.00")).toBuilder().when(new Condition.NthOrder(7)).build());

    assertThat(judged("other").verdict()).isEqualTo(Verdict.BEHIND_EXCLUSIVE);
    assertThat(judged("other").others()).containsExactly(PromotionId.of("alone"));
    assertThat(judged("unmet").verdict()).isEqualTo(Verdict.CONDITION_NOT_MET);
  }

  @Test
  void an_exclusive_one_that_saves_less_names_what_is_given_instead() {
    kiosk
        .convention("exclusive", "only_if_better")
        .promotion(promo("alone", orderFixed("1.00")).toBuilder().exclusive(true).build())
        .promotion(promo("a", orderFixed("2.00")))
        .promotion(promo("b", orderFixed("3.00")));

    assertThat(judged("alone").verdict()).isEqualTo(Verdict.NOT_ALONE);
    assertThat(judged("alone").others()).containsExactly(PromotionId.of("a"), PromotionId.of("b"));
  }

  @Test
  void what_loses_a_best_deal_names_what_took_its_lines() {
    kiosk
        .with("TEE", "5.00", 1)
        .convention("stacking", "best_only")
        .promotion(promo("less", mug("10")))
        .promotion(promo("more", mug("20")))
        .promotion(
            promo(
                "elsewhere",
                new Benefit.ItemPercent(
                    new BigDecimal("5"), ItemFilter.skus(Sku.of("TEE")), OptionalLong.empty())));

    assertThat(judged("less").verdict()).isEqualTo(Verdict.BETTER_DEAL);
    assertThat(judged("less").others()).containsExactly(PromotionId.of("more"));
    assertThat(judged("elsewhere").verdict()).isEqualTo(Verdict.APPLIED);
  }

  @Test
  void what_would_take_nothing_says_why() {
    Amount euros = Amount.of(Money.of("5.00", Currency.getInstance("EUR")));
    Kiosk reduced =
        new Kiosk()
            .withReduced("MUG", "10.00", 1)
            .promotion(
                promo("spares", orderFixed("1.00")).toBuilder().discountedItems(false).build());
    Kiosk floored =
        new Kiosk().withFloor("MUG", "10.00", 1, "10.00").promotion("off", orderFixed("1.00"));
    kiosk
        .promotion("euros", new Benefit.OrderFixed(euros, ItemFilter.ALL))
        .promotion(
            "books",
            new Benefit.OrderPercent(
                new BigDecimal("10"), Optional.empty(), ItemFilter.skus(Sku.of("BOOK"))))
        .promotion("post", new Benefit.ShippingPercent(new BigDecimal("10"), Set.of()))
        .promotion("crumb", orderPercent("0.0001"));

    assertThat(judged("euros").verdict()).isEqualTo(Verdict.NO_AMOUNT);
    assertThat(judged("books").verdict()).isEqualTo(Verdict.NOTHING_MEANT);
    assertThat(judged("post").verdict()).isEqualTo(Verdict.NOTHING_MEANT);
    assertThat(judged("crumb").verdict()).isEqualTo(Verdict.TOO_LITTLE);
    assertThat(judged(reduced, "spares").verdict()).isEqualTo(Verdict.GOODS_REDUCED);
    assertThat(judged(floored, "off").verdict()).isEqualTo(Verdict.NOTHING_LEFT);
    assertThat(judged(floored, "off").missed()).isEqualTo(100);
  }

  @Test
  void what_was_cut_is_told_with_the_promotion_that_was_given() {
    kiosk.promotion(promo("capped", orderFixed("9.00")).toBuilder().amountMax(usd("4.00")).build());
    Kiosk floored =
        new Kiosk().withFloor("MUG", "10.00", 1, "8.00").promotion("off", orderFixed("3.00"));

    assertThat(judged("capped").verdict()).isEqualTo(Verdict.APPLIED);
    assertThat(judged("capped").beyondMax()).isEqualTo(500);
    assertThat(judged(floored, "off").verdict()).isEqualTo(Verdict.APPLIED);
    assertThat(judged(floored, "off").missed()).isEqualTo(100);
  }

  @Test
  void the_line_that_gets_the_remainder_cent_is_named() {
    Kiosk three =
        new Kiosk()
            .with("A", "1.00", 1)
            .with("B", "1.00", 1)
            .with("C", "1.00", 1)
            .promotion("off", orderFixed("0.10"));

    assertThat(Verdicts.of(three.book(), three.basket(), HostRules.NONE).rounded())
        .extracting(one -> one.where() + ": " + one.exact() + " is " + one.rounded())
        .containsExactly(
            "0: 3.333333333333 is 4", "1: 3.333333333333 is 3", "2: 3.333333333333 is 3");
  }

  @Test
  void in_a_best_deal_too_the_roundings_are_those_of_what_was_given() {
    kiosk
        .convention("stacking", "best_only")
        .promotion("less", itemPercent("3.33"))
        .promotion("more", itemPercent("7.77"));

    assertThat(Verdicts.of(kiosk.book(), kiosk.basket(), HostRules.NONE).rounded())
        .extracting(one -> one.promotion() + " " + one.exact().toPlainString())
        .containsExactly("more 295.26");
  }

  private static Benefit mug(String percent) {
    return new Benefit.OrderPercent(
        new BigDecimal(percent), Optional.empty(), ItemFilter.skus(Sku.of("MUG")));
  }

  private static Promotion when(Condition condition) {
    return promo("p", orderFixed("1.00")).toBuilder().when(condition).build();
  }

  private static List<ConditionFinding> findings(Condition condition) {
    return judged(new Kiosk().host(OWN).with("MUG", "19.00", 2).promotion(when(condition)), "p")
        .findings();
  }

  private static List<String> found(Condition condition) {
    return findings(condition).stream().map(one -> one.asked() + " <> " + one.found()).toList();
  }

  private static List<String> paths(Condition condition) {
    return findings(condition).stream().map(ConditionFinding::path).toList();
  }

  private Judged judged(String id) {
    return judged(kiosk, id);
  }

  private static Judged judged(Kiosk of, String id) {
    return Verdicts.of(of.book(), of.basket(), OWN).all().stream()
        .filter(one -> one.promotion().id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
