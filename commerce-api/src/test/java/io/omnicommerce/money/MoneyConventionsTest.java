package io.omnicommerce.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.InvalidInputException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where careful systems differ by a cent: each value of each convention, with what it gives. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MoneyConventionsTest {

  private static final Currency USD = Currency.getInstance("USD");
  private static final Currency EUR = Currency.getInstance("EUR");

  @ParameterizedTest
  @CsvSource({
    // 161.25, 52.5 and 86.25
    "LARGEST_REMAINDER, 300, 161, 53, 86",
    "HALF_DOWN_THEN_FIRST, 300, 162, 52, 86",
    "FLOOR_THEN_FIRST, 300, 162, 52, 86",
    "LAST_TAKES_REST, 300, 161, 53, 86",
    "CUMULATIVE, 300, 161, 53, 86",
    "HALF_DOWN_THEN_FIRST, -299, -161, -52, -86",
    // 53.75, 17.5 and 28.75
    "LARGEST_REMAINDER, 100, 54, 17, 29",
    "HALF_DOWN_THEN_FIRST, 100, 54, 17, 29",
    "FLOOR_THEN_FIRST, 100, 54, 18, 28",
    "LAST_TAKES_REST, 100, 54, 18, 28",
    "CUMULATIVE, 100, 54, 17, 29"
  })
  void the_minor_units_left_over_go_where_the_proration_says(
      Proration proration, long total, long first, long second, long third) {
    assertThat(Apportion.of(proration).split(total, 4300, 1400, 2300))
        .containsExactly(first, second, third);
  }

  @Test
  void without_any_weight_the_shares_are_even_or_there_are_none() {
    assertThat(new Apportion(Proration.LARGEST_REMAINDER, ZeroWeights.EVEN).split(5, 0, 0, 0))
        .containsExactly(2, 2, 1);
    assertThat(new Apportion(Proration.LARGEST_REMAINDER, ZeroWeights.NONE).split(5, 0, 0, 0))
        .containsExactly(0, 0, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "1200, 100, 1000", // everybody is full at once
    "1200, 400, 700", // what the others cannot take, the first does
    "2000, 400, 1000" // 5.00 find nobody
  })
  void what_a_share_at_its_cap_cannot_take_goes_to_the_others(
      long total, long lastCap, long first) {
    long[] caps = {1000, 100, 0, lastCap};

    long[] shares = Apportion.STANDARD.splitWithin(total, new long[] {10, 20, 50, 30}, caps);

    assertThat(shares).containsExactly(first, 100, 0, lastCap);
  }

  @Test
  void or_it_goes_to_nobody() {
    long[] weights = {10, 20, 50, 30};
    long[] caps = {1000, 100, 0, 400};

    // 109.09, 218.18, 545.45 and 327.27 without caps
    assertThat(Apportion.STANDARD.splitDropping(1200, weights, caps))
        .containsExactly(109, 100, 0, 327);
    assertThat(Apportion.STANDARD.splitDropping(-1200, weights, caps))
        .containsExactly(-109, -100, 0, -327);
  }

  @Test
  void caps_are_one_a_weight_and_none_is_negative() {
    assertThatThrownBy(() -> Apportion.STANDARD.splitWithin(1, new long[] {1, 1}, new long[] {1}))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("caps");
    assertThatThrownBy(() -> Apportion.STANDARD.splitDropping(1, new long[] {1}, new long[] {-1}))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("negative");
  }

  @ParameterizedTest
  @CsvSource({
    "0.10, 19.445, 19.40, 19.50",
    "0.50, 19.745, 19.50, 20.00",
    "0.05, 19.525, 19.55, 19.55", // the middle of the coins either way
    "0.05, 19.5249, 19.50, 19.50",
    "0.50, 19.25, 19.50, 19.50"
  })
  void coins_are_paid_at_once_or_after_rounding_to_cents(
      String coin, String exact, String atOnce, String inTwo) {
    Money step = Money.of(coin, USD);
    BigDecimal amount = new BigDecimal(exact);

    assertThat(CashRounding.ONE_STEP.round(amount, step, Rounding.HALF_UP))
        .isEqualTo(Money.of(atOnce, USD));
    assertThat(CashRounding.TWO_STEP.round(amount, step, Rounding.HALF_UP))
        .isEqualTo(Money.of(inTwo, USD));
  }

  @ParameterizedTest
  @CsvSource({"19.52, 0.05, 19.50", "19.25, 0.50, 19.50", "-19.53, 0.05, -19.55"})
  void an_amount_is_paid_in_the_nearest_coins(String amount, String coin, String paid) {
    assertThat(Money.of(amount, USD).toStep(Money.of(coin, USD), Rounding.HALF_UP))
        .isEqualTo(Money.of(paid, USD));
    assertThat(Rounding.HALF_UP.toStep(new BigDecimal(amount), new BigDecimal(coin)))
        .isEqualByComparingTo(paid);
  }

  @ParameterizedTest
  @CsvSource({
    "HALF_UP, 0.024, 0.01, 0.02",
    "HALF_UP, 10.505, 0.01, 10.51",
    "UP, 1.563, 0.01, 1.57",
    "HALF_UP, 987.1234567, 0.000001, 987.123457",
    "HALF_EVEN, 2.5, 1, 2",
    "DOWN, 2.0398, 0.01, 2.03"
  })
  void any_number_is_rounded_to_any_step(Rounding mode, String value, String step, String result) {
    assertThat(mode.toStep(new BigDecimal(value), new BigDecimal(step)))
        .isEqualByComparingTo(result);
  }

  @Test
  void a_total_is_converted_or_its_parts_are() {
    ExchangeRate rate = new ExchangeRate("fixing", USD, EUR, new BigDecimal("0.9085"));
    List<Money> lines = List.of(Money.of("7.50", USD), Money.of("7.50", USD));

    // 13.6275 at once; twice 6.81375
    assertThat(rate.total(lines, CurrencyConversion.CONVERT_TOTAL, Rounding.HALF_UP))
        .isEqualTo(Money.of("13.63", EUR));
    assertThat(rate.total(lines, CurrencyConversion.SUM_CONVERTED, Rounding.HALF_UP))
        .isEqualTo(Money.of("13.62", EUR));
    assertThat(rate.convert(lines, CurrencyConversion.SUM_CONVERTED, Rounding.HALF_UP))
        .containsOnly(rate.convert(Money.of("7.50", USD), Rounding.HALF_UP))
        .hasSize(2);
  }

  @Test
  void a_part_of_a_period_costs_its_part_of_the_price() {
    assertThat(Money.of("30.00", USD).times(11, 31, Rounding.HALF_UP))
        .isEqualTo(Money.of("10.65", USD));
  }
}
