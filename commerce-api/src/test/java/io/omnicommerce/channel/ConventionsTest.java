package io.omnicommerce.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.money.Rounding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConventionsTest {

  /** The points on which systems differ, with what happens if a market says nothing. */
  private static final List<String> POINTS =
      List.of(
          "rounding=half_up",
          "proration=largest_remainder",
          "zero_weights=even",
          "discount_rounding=discount",
          "cash_rounding=one_step",
          "currency_conversion=convert_total",
          "tax_level=line",
          "included_tax_rounding=round_tax",
          "discount_tax=before_tax",
          "discount_basis=price",
          "included_price_abroad=keep_gross",
          "included_price_exempt=as_abroad",
          "tax_without_address=default_zone",
          "shipping_tax=own_category",
          "missing_tax_rate=none",
          "tax_service_failure=refuse",
          "stacking=sequential",
          "priority_order=desc",
          "exclusive=highest_priority_exclusive_only",
          "rule_basis=running",
          "item_percent_basis=running",
          "item_percent_rounding=line",
          "percent_rounding=per_line",
          "limited_units_basis=proportional",
          "price_floor=redistribute",
          "catalog_promotion_base=original_price",
          "bxgy_selection=cheapest",
          "bxgy_partial=complete_sets_only",
          "bxgy_repeat=repeat",
          "bxgy_unit_reuse=none",
          "group_fill=line_order",
          "nth_order=ignores_cancelled",
          "price_selection=most_specific",
          "price_lists=before_base",
          "stop_rule=true",
          "cancel_restores_usage=true",
          "return_discount=keep",
          "gift_card_for_gift_card=false",
          "refund_order=gift_card_first",
          "coupon_case_sensitive=false",
          "merge=sum",
          "deduct_on=shipment",
          "on_hand_floor=none",
          "negative_on_hand=counted",
          "over_release=reject",
          "ship_location=as_allocated",
          "over_quantity=reject",
          "allocation=priority",
          "partial_allocation=forbid",
          "line_split=forbid");

  @Test
  void every_point_has_a_name_and_a_default() {
    assertThat(Convention.all().stream().map(ConventionsTest::standard))
        .containsExactlyElementsOf(POINTS);
  }

  @Test
  void what_a_market_chooses_is_data_and_is_named() {
    Conventions chosen = Conventions.of(Map.of("tax_level", "UNIT", "stop_rule", "false"));

    assertThat(chosen.get(Convention.TAX_LEVEL)).isEqualTo(Convention.TaxLevel.UNIT);
    assertThat(chosen.get(Convention.STOP_RULE)).isFalse();
    assertThat(chosen.chosen()).isEqualTo(Map.of("tax_level", "unit", "stop_rule", "false"));
    assertThat(chosen.named())
        .containsExactly("rounding=half_up", "tax_level=unit", "stop_rule=false");
    assertThat(Conventions.of(chosen.chosen())).isEqualTo(chosen);
  }

  @Test
  void choosing_the_default_is_choosing_nothing() {
    assertThat(Conventions.STANDARD.withRounding(Rounding.UP).withRounding(Rounding.HALF_UP))
        .isEqualTo(Conventions.STANDARD)
        .hasSameHashCodeAs(Conventions.STANDARD);
  }

  @Test
  void a_name_or_a_value_that_does_not_exist_is_refused() {
    assertThatThrownBy(() -> Conventions.STANDARD.with("tax_levels", "line"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("tax_levels");
    assertThatThrownBy(() -> Conventions.STANDARD.with("tax_level", "lines"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("[line, unit, rate_group, document_per_code]");
  }

  private static <V> String standard(Convention<V> convention) {
    return convention.name() + '=' + convention.text(convention.standard());
  }
}
