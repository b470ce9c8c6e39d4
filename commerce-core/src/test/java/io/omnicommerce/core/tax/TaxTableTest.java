package io.omnicommerce.core.tax;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.money.Currencies;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.Rounding;
import io.omnicommerce.tax.TaxLine;
import io.omnicommerce.tax.TaxRate;
import io.omnicommerce.tax.TaxZone;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TaxTableTest {

  private static final Currency GBP = Currencies.of("GBP");
  private static final CountryCode GB = CountryCode.of("GB");
  private static final Instant NEW_YEAR = Instant.parse("2027-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "HALF_UP, 20, 4.99, 0.83, 4.16",
    "HALF_UP, 20, 0.03, 0.01, 0.02", // 0.005 exactly: up
    "HALF_EVEN, 20, 0.03, 0.00, 0.03",
    "HALF_DOWN, 20, 0.03, 0.00, 0.03",
    "DOWN, 20, 4.99, 0.83, 4.16",
    "UP, 20, 4.99, 0.84, 4.15",
    "HALF_UP, 7.7, 100.00, 7.15, 92.85",
    "HALF_UP, 100, 10.00, 5.00, 5.00",
    "HALF_UP, 0, 10.00, 0.00, 10.00"
  })
  void an_included_tax_is_rounded_once_and_the_net_is_what_remains(
      Rounding rounding, String percent, String gross, String tax, String net) {
    TaxLine line = taxes(rounding, gross, TaxRate.included("VAT", "standard", percent)).get(0);

    assertThat(line.tax()).isEqualTo(gbp(tax));
    assertThat(line.base()).isEqualTo(gbp(net));
    assertThat(line.included()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "HALF_UP, 23, 100.00, 23.00",
    "HALF_UP, 5, 0.10, 0.01", // 0.005 exactly: up
    "HALF_EVEN, 5, 0.10, 0.00",
    "DOWN, 8.875, 19.99, 1.77",
    "UP, 8.875, 19.99, 1.78",
    "HALF_UP, 0.0001, 10000.00, 0.01"
  })
  void an_added_tax_is_the_amount_times_the_rate_rounded(
      Rounding rounding, String percent, String amount, String tax) {
    TaxLine line = taxes(rounding, amount, TaxRate.added("VAT", "standard", percent)).get(0);

    assertThat(line.tax()).isEqualTo(gbp(tax));
    assertThat(line.base()).isEqualTo(gbp(amount));
    assertThat(line.included()).isFalse();
  }

  @Test
  void the_odd_cent_of_several_included_rates_goes_to_the_largest_remainder() {
    List<TaxLine> taxes =
        taxes(
            Rounding.HALF_UP,
            "1.00",
            TaxRate.included("A", "standard", "5"),
            TaxRate.included("B", "standard", "10"),
            TaxRate.included("C", "standard", "3"));

    // 18 % inside 1.00 is 0.15: 0.0416, 0.0833 and 0.025.
    assertThat(taxes)
        .extracting(TaxLine::tax)
        .containsExactly(gbp("0.04"), gbp("0.08"), gbp("0.03"));
    assertThat(taxes).extracting(TaxLine::base).containsOnly(gbp("0.85"));
  }

  @Test
  void included_and_added_rates_may_meet_on_a_line() {
    List<TaxLine> taxes =
        taxes(
            Rounding.HALF_UP,
            "10.00",
            TaxRate.added("CITY", "standard", "2"),
            TaxRate.included("STATE", "standard", "25"));

    assertThat(taxes).extracting(TaxLine::code).containsExactly("STATE", "CITY");
    assertThat(taxes).extracting(TaxLine::tax).containsExactly(gbp("2.00"), gbp("0.20"));
  }

  @Test
  void a_zero_rate_is_named_and_a_category_without_a_rate_has_no_tax() {
    TaxTable table = table(NEW_YEAR, TaxRate.included("ZERO", "zero", "0", GB));

    assertThat(table.taxes("zero", gbp("8.00"), Rounding.HALF_UP))
        .containsExactly(
            new TaxLine("ZERO", java.math.BigDecimal.ZERO, gbp("8.00"), gbp("0.00"), true));
    assertThat(table.taxes("standard", gbp("8.00"), Rounding.HALF_UP)).isEmpty();
  }

  @Test
  void a_rate_applies_in_its_countries_and_one_without_countries_everywhere() {
    TaxZone zone =
        new TaxZone(
            "eu",
            List.of(
                TaxRate.added("FR", "standard", "20", CountryCode.of("FR")),
                TaxRate.added("ALL", "standard", "1")));

    assertThat(codes(TaxTable.of(zone, GB, NEW_YEAR))).containsExactly("ALL");
    assertThat(codes(TaxTable.of(zone, CountryCode.of("FR"), NEW_YEAR)))
        .containsExactly("ALL", "FR");
  }

  @Test
  void a_rate_changes_at_the_turn_of_the_year_and_not_a_moment_before() {
    TaxRate[] rates = {
      TaxRate.added("OLD", "standard", "19").withWindow(TimeWindow.until(NEW_YEAR)),
      TaxRate.added("NEW", "standard", "16").withWindow(TimeWindow.from(NEW_YEAR))
    };

    assertThat(codes(table(NEW_YEAR.minusNanos(1), rates))).containsExactly("OLD");
    assertThat(codes(table(NEW_YEAR, rates))).containsExactly("NEW");
  }

  private static List<String> codes(TaxTable table) {
    return table.taxes("standard", gbp("1.00"), Rounding.HALF_UP).stream()
        .map(TaxLine::code)
        .toList();
  }

  private static List<TaxLine> taxes(Rounding rounding, String amount, TaxRate... rates) {
    return table(NEW_YEAR, rates).taxes("standard", gbp(amount), rounding);
  }

  private static TaxTable table(Instant at, TaxRate... rates) {
    return TaxTable.of(new TaxZone("uk", List.of(rates)), GB, at);
  }

  private static Money gbp(String amount) {
    return Money.of(amount, GBP);
  }
}
