package io.omnicommerce.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.price.PriceCandidate;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.pricing.PricingExplanation;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.pricing.TraceStep;
import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.Coupon;
import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.PromotionVerdict;
import io.omnicommerce.promotion.PromotionVerdict.Verdict;
import io.omnicommerce.tax.TaxRate;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Explanations as people and programs get them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExplanationTest {

  private final Stall stall =
      new Stall()
          .taxed(TaxRate.included("GB-STANDARD", "standard", "20"))
          .sells("MUG", "19.00")
          .sells("PEN", "1.05");

  @Test
  void a_clerk_can_read_aloud_what_was_given_what_was_not_and_why() {
    stall.promotions.save(
        stall.owner,
        List.of(
            promotion("fifty", off("5.00")).toBuilder()
                .when(new Condition.SubtotalAtLeast(amount("50.00"), ItemFilter.ALL))
                .build(),
            promotion("thirds", off("0.10")),
            promotion("old", off("1.00")).toBuilder().enabled(false).build()));

    assertThat(stall.pricing.explain(explained(mug("1", "1"), pen("2"), pen("3"))))
        .isEqualTo(
            """
            1 x MUG at GBP 19.00 = GBP 19.00
              price from the list base
              Thirds: GBP -0.09
              including GBP 3.15 tax GB-STANDARD 20 %, net GBP 15.76
            1 x PEN at GBP 1.05 = GBP 1.05
              price from the list base
              Thirds: GBP -0.01
              including GBP 0.17 tax GB-STANDARD 20 %, net GBP 0.87
            1 x PEN at GBP 1.05 = GBP 1.05
              price from the list base
              including GBP 0.18 tax GB-STANDARD 20 %, net GBP 0.87
            Goods: GBP 21.10
            Adjustments: GBP -0.10
              Thirds: GBP -0.10
            To pay: GBP 21.00
            Tax inside: GBP 3.50
              GB-STANDARD 20 %: GBP 3.50, net GBP 17.50
            Prices of 1 June 2026, 12:00 UTC; rounded half up
            Given:
              Thirds: GBP 0.10 off
            Not given:
              Fifty: condition not met
                asks for GBP 50.00 of goods, found GBP 21.10
            Rounded:
              share of Thirds on 1: 0.0900473933 is GBP 0.09
              share of Thirds on 2: 0.0049763033 is GBP 0.01
              share of Thirds on 3: 0.0049763033 is GBP 0.00
              tax of GB-STANDARD on 1: 3.1516666666 is GBP 3.15
              tax of GB-STANDARD on 2: 0.1733333333 is GBP 0.17
              tax of GB-STANDARD on 3: 0.175 is GBP 0.18
            """);
  }

  @Test
  void of_each_price_row_it_is_said_why_it_counted_or_did_not() {
    stall.prices.save(stall.owner, PriceList.sale(PriceListId.of("sale"), Stall.GBP));
    stall.priced(PriceEntry.of(PriceListId.of("sale"), Sku.of("MUG"), Stall.gbp("15.00")));
    stall.priced(
        PriceEntry.of(Stall.BASE, Sku.of("PEN"), Stall.gbp("1.05"))
            .withTier(Quantity.of(10), Stall.gbp("0.95")));

    PricingExplanation explanation = explained(mug("1", "1"), pen("2"));

    assertThat(explanation.prices())
        .flatExtracting(
            sku ->
                sku.candidates().stream()
                    .map(row -> sku.sku() + " " + row.price() + " " + row.verdict())
                    .toList())
        .containsExactly(
            "MUG GBP 19.00 " + PriceCandidate.Verdict.ORIGINAL,
            "MUG GBP 15.00 " + PriceCandidate.Verdict.CHOSEN,
            "PEN GBP 0.95 " + PriceCandidate.Verdict.BELOW_TIER,
            "PEN GBP 1.05 " + PriceCandidate.Verdict.CHOSEN);
    assertThat(explanation.priced().trace().steps())
        .extracting(TraceStep::kind)
        .contains(TraceStep.Kind.SALE_PRICE, TraceStep.Kind.LIST_PRICE);
    assertThat(stall.pricing.explain(explanation))
        .contains("  price on sale, from the list sale\n")
        .contains("  PEN at GBP 0.95 from the list base from 10: below tier\n");
  }

  @Test
  void promotions_of_the_catalog_have_a_verdict_too() {
    stall.promotions.save(
        stall.owner,
        List.of(
            promotion("mugs", percent("10", ItemFilter.skus(Sku.of("MUG")))).toBuilder()
                .catalog()
                .build(),
            promotion("books", percent("10", ItemFilter.skus(Sku.of("BOOK")))).toBuilder()
                .catalog()
                .build(),
            promotion("staff", percent("10", ItemFilter.ALL)).toBuilder()
                .catalog()
                .when(new Condition.CustomerIn(Set.of("staff")))
                .build()));

    PricingExplanation explanation = explained(mug("1", "1"));

    assertThat(verdict(explanation, "mugs")).isEqualTo(Verdict.APPLIED);
    assertThat(verdict(explanation, "books")).isEqualTo(Verdict.NOTHING_MEANT);
    assertThat(verdict(explanation, "staff")).isEqualTo(Verdict.CONDITION_NOT_MET);
  }

  @Test
  void a_catalog_promotion_that_does_not_lower_the_price_of_a_sale_is_said_so() {
    Stall original =
        new Stall(Conventions.STANDARD.with("catalog_promotion_base", "original_price"))
            .sells("MUG", "19.00");
    original.prices.save(original.owner, PriceList.sale(PriceListId.of("sale"), Stall.GBP));
    original.priced(PriceEntry.of(PriceListId.of("sale"), Sku.of("MUG"), Stall.gbp("9.00")));
    original.promotions.save(
        original.owner,
        List.of(promotion("mugs", percent("10", ItemFilter.ALL)).toBuilder().catalog().build()));

    assertThat(verdict(explained(original, mug("1", "1")), "mugs")).isEqualTo(Verdict.NOT_LOWER);
  }

  @Test
  void a_coupon_that_may_not_be_used_any_more_is_told_from_one_that_was_not_given() {
    stall.promotions.save(
        stall.owner,
        List.of(
            promotion("used", off("1.00")).toBuilder().onCoupon(true).build(),
            promotion("none", off("1.00")).toBuilder().onCoupon(true).build()));
    stall.promotions.saveCoupons(
        stall.owner, List.of(Coupon.of(CouponCode.of("ONCE"), PromotionId.of("used")).withUses(0)));

    PricingExplanation explanation =
        stall.pricing.explanation(stall.owner, request(mug("1", "1")).withCoupons(Set.of("ONCE")));

    assertThat(verdict(explanation, "used")).isEqualTo(Verdict.COUPON_USED_UP);
    assertThat(verdict(explanation, "none")).isEqualTo(Verdict.NO_COUPON);
  }

  @Test
  void a_gift_that_cannot_be_given_is_said_so_and_one_that_is_counts_with_its_price() {
    stall.promotions.save(
        stall.owner, List.of(promotion("pen", gift("PEN")), promotion("gone", gift("GONE"))));

    PricingExplanation explanation = explained(mug("1", "1"));

    assertThat(verdict(explanation, "gone")).isEqualTo(Verdict.NO_GIFT);
    assertThat(explanation.verdict(PromotionId.of("pen")))
        .map(PromotionVerdict::amount)
        .contains(Stall.money("1.05"));
  }

  @Test
  void a_promotion_that_is_used_up_is_said_so() {
    stall.promotions.save(
        stall.owner, List.of(promotion("none", off("1.00")).toBuilder().usesMax(0).build()));

    assertThat(verdict(explained(mug("1", "1")), "none")).isEqualTo(Verdict.USED_UP);
  }

  @Test
  void explaining_prices_as_pricing_does_and_its_inputs_give_the_same_again() {
    stall.promotions.save(stall.owner, List.of(promotion("thirds", off("0.10"))));

    PricingExplanation explanation = explained(mug("1", "3"), pen("2"));
    PricingExplanation again = stall.pricing.explanation(explanation.inputs());

    assertThat(explanation.priced()).isEqualTo(stall.price(mug("1", "3"), pen("2")));
    assertThat(again.priced()).isEqualTo(explanation.priced());
    assertThat(again.promotions()).isEqualTo(explanation.promotions());
    assertThat(again.roundings()).isEqualTo(explanation.roundings());
  }

  @Test
  void it_tells_what_others_get_so_it_is_for_those_who_may_see_prices() {
    assertThatThrownBy(() -> stall.pricing.explanation(stall.guest, request(mug("1", "1"))))
        .isInstanceOf(ForbiddenException.class);
  }

  @Test
  void as_of_another_instant_the_prices_of_then_are_explained() {
    PricingExplanation explanation =
        stall.pricing.explanationAsOf(
            stall.owner, request(mug("1", "1")), Stall.NOON.plusSeconds(60));

    assertThat(explanation.priced().at()).isEqualTo(Stall.NOON.plusSeconds(60));
  }

  /** The file is what other programs read: whoever changes it changes the form. */
  @Test
  void the_json_has_the_documented_form() throws IOException {
    stall.promotions.save(
        stall.owner,
        List.of(
            promotion("fifty", off("5.00")).toBuilder()
                .when(new Condition.SubtotalAtLeast(amount("50.00"), ItemFilter.ALL))
                .build(),
            promotion("thirds", off("0.10"))));

    PricingExplanation explanation = explained(mug("1", "1"), pen("2"));
    String json = stall.pricing.toJson(explanation);

    assertThat(json + '\n').isEqualTo(resource("/explanation-1.json"));
    assertThat(stall.pricing.fromJson(json)).isEqualTo(explanation);
  }

  @Test
  void json_of_another_form_or_of_none_is_refused() {
    String json = stall.pricing.toJson(explained(mug("1", "1")));

    assertThatThrownBy(() -> stall.pricing.fromJson(json.replace("{\"form\":1", "{\"form\":2")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("form");
    assertThatThrownBy(() -> stall.pricing.fromJson("{}"))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void a_best_deal_that_is_too_large_to_be_tried_out_says_so_in_the_trace() {
    Stall many = new Stall(Conventions.STANDARD.with("stacking", "best_only"));
    List<Promotion> promotions = new ArrayList<>();
    List<PricingLine> lines = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      many.sells("S" + i, "10.00");
      lines.add(Stall.line("line-" + (10 + i), "S" + i, "1"));
      ItemFilter two = ItemFilter.skus(Sku.of("S" + i), Sku.of("S" + (i * 5 + 1) % 12));
      promotions.add(
          promotion("p" + (10 + i), new Benefit.OrderFixed(amount((4 + i % 3) + ".00"), two)));
    }
    many.promotions.save(many.owner, promotions);

    var trace = many.price(lines.toArray(PricingLine[]::new)).trace();

    assertThat(trace.gap()).hasValueSatisfying(gap -> assertThat(gap.isPositive()).isTrue());
  }

  private PricingExplanation explained(PricingLine... lines) {
    return explained(stall, lines);
  }

  private static PricingExplanation explained(Stall of, PricingLine... lines) {
    return of.pricing.explanation(of.owner, request(lines));
  }

  private static PricingRequest request(PricingLine... lines) {
    return PricingRequest.of(Stall.GBP, List.of(lines));
  }

  private static Verdict verdict(PricingExplanation explanation, String promotion) {
    return explanation.verdict(PromotionId.of(promotion)).orElseThrow().verdict();
  }

  private static PricingLine mug(String id, String quantity) {
    return Stall.line(id, "MUG", quantity);
  }

  private static PricingLine pen(String id) {
    return Stall.line(id, "PEN", "1");
  }

  private static Promotion promotion(String id, Benefit benefit) {
    String title = id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
    return Promotion.of(PromotionId.of(id), title, benefit);
  }

  private static Benefit off(String amount) {
    return new Benefit.OrderFixed(amount(amount), ItemFilter.ALL);
  }

  private static Benefit percent(String percent, ItemFilter items) {
    return new Benefit.ItemPercent(new BigDecimal(percent), items, OptionalLong.empty());
  }

  private static Benefit gift(String sku) {
    return new Benefit.Gift(List.of(Sku.of(sku)), Quantity.ONE);
  }

  private static Amount amount(String amount) {
    return Amount.of(Stall.money(amount));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ExplanationTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
