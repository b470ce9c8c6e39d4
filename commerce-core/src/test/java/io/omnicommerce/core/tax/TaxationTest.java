package io.omnicommerce.core.tax;

import static io.omnicommerce.core.tax.Sale.GB;
import static io.omnicommerce.core.tax.Sale.GBP;
import static io.omnicommerce.core.tax.Sale.gbp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.Destination;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.money.ArithmeticOverflowException;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.Rounding;
import io.omnicommerce.tax.TaxArea;
import io.omnicommerce.tax.TaxLine;
import io.omnicommerce.tax.TaxRate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TaxationTest {

  private static final CountryCode FR = CountryCode.of("FR");

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
    Sale sale =
        Sale.of(Map.of(), TaxRate.included("ZERO", "zero", "0", GB))
            .goods("zero", "8.00")
            .goods("standard", "8.00");

    assertThat(sale.lines())
        .containsExactly(
            List.of(new TaxLine("ZERO", BigDecimal.ZERO, gbp("8.00"), gbp("0.00"), true)),
            List.of());
  }

  @Test
  void a_rate_applies_in_its_countries_and_one_without_countries_everywhere() {
    List<TaxRate> rates =
        List.of(
            TaxRate.added("FR", "standard", "20", FR),
            TaxRate.added("ABROAD", "standard", "3").withArea(TaxArea.outside(GB)),
            TaxRate.added("ALL", "standard", "1"));

    assertThat(codes(Destination.of(GB), rates)).containsExactly("ALL");
    assertThat(codes(Destination.of(FR), rates)).containsExactly("ABROAD", "ALL", "FR");
  }

  @Test
  void a_rate_of_a_region_applies_there_and_one_of_its_country_as_well() {
    Destination newYork = Destination.parse("US-NYC");
    List<TaxRate> rates =
        List.of(
            TaxRate.added("CITY", "standard", "4.5").withArea(TaxArea.within(newYork)),
            TaxRate.added("STATE", "standard", "4", newYork.country()));

    assertThat(codes(newYork, rates)).containsExactly("CITY", "STATE");
    assertThat(codes(Destination.of(newYork.country()), rates)).containsExactly("STATE");
    assertThat(codes(Destination.parse("US-TX"), rates)).containsExactly("STATE");
    // 20.00 and 34.99: 0.80 and 1.40, 0.90 and 1.57
    assertThat(
            Sale.of(Map.of(), Optional.of(newYork), rates).goods("20.00").goods("34.99").byRate())
        .containsExactly("2.47", "2.20");
  }

  @Test
  void a_rate_changes_at_the_turn_of_the_year_and_not_a_moment_before() {
    List<TaxRate> rates =
        List.of(
            TaxRate.added("OLD", "standard", "19").withWindow(TimeWindow.until(Sale.AT)),
            TaxRate.added("NEW", "standard", "16").withWindow(TimeWindow.from(Sale.AT)));

    assertThat(codes(Destination.of(GB), Sale.AT.minusNanos(1), rates)).containsExactly("OLD");
    assertThat(codes(Destination.of(GB), Sale.AT, rates)).containsExactly("NEW");
  }

  @Test
  void what_is_exempt_has_no_tax_and_the_rest_keeps_its_own() {
    Sale sale =
        Sale.of(Map.of(), TaxRate.added("VAT", "standard", "20"))
            .goods("10.00")
            .with(Taxable.of(Taxables.Kind.GOODS, "standard", gbp("10.00")).withExempt(true));

    assertThat(sale.taxes()).containsExactly("2.00", "0.00");
    assertThat(sale.lines().get(1)).isEmpty();
  }

  @Test
  void taxes_rounded_together_take_from_no_line_more_than_it_has() {
    TaxRate[] rates = {
      TaxRate.included("A", "standard", "100"), TaxRate.included("B", "standard", "99")
    };
    Sale two = Sale.of(Map.of("tax_level", "rate_group"), rates).goods("0.01").goods("0.01");
    Sale one = Sale.of(Map.of("tax_level", "rate_group", "rounding", "UP"), rates).goods("0.01");

    assertThat(two.byRate()).containsExactly("0.01", "0.01");
    assertThat(two.taxes()).containsExactly("0.01", "0.01");
    // Each of both would be a penny, but there is only one.
    assertThat(one.byRate()).containsExactly("0.01", "0.00");
  }

  @Test
  void an_amount_that_cannot_be_held_is_refused_whatever_the_level() {
    TaxRate[] rates = {
      TaxRate.included("IN", "standard", "20"), TaxRate.added("ON", "standard", "20")
    };
    Taxable all = Taxable.of(Taxables.Kind.GOODS, "standard", Money.ofMinor(Long.MAX_VALUE, GBP));

    for (String level : List.of("rate_group", "document_per_code")) {
      Sale twice = Sale.of(Map.of("tax_level", level), rates).with(all).with(all);
      assertThatThrownBy(twice::lines).isInstanceOf(ArithmeticOverflowException.class);
    }
    for (String level : List.of("line", "unit", "rate_group", "document_per_code")) {
      Sale once = Sale.of(Map.of("tax_level", level), rates).with(all);
      assertThat(once.lines().get(0).get(0).tax().minor()).isEqualTo(Long.MAX_VALUE / 6);
    }
  }

  private static List<String> codes(Destination place, List<TaxRate> rates) {
    return codes(place, Sale.AT, rates);
  }

  private static List<String> codes(Destination place, Instant at, List<TaxRate> rates) {
    return TaxableThings.taxes(
            Sale.taxation(Map.of(), Optional.of(place), at, rates),
            List.of(Taxable.of(Taxables.Kind.GOODS, "standard", gbp("1.00"))))
        .get(0)
        .stream()
        .map(TaxLine::code)
        .toList();
  }

  private static List<TaxLine> taxes(Rounding rounding, String amount, TaxRate... rates) {
    return Sale.of(Map.of("rounding", rounding.name()), rates).goods(amount).lines().get(0);
  }
}
