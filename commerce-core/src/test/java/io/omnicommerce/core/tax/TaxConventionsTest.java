package io.omnicommerce.core.tax;

import static io.omnicommerce.core.tax.Sale.GB;
import static io.omnicommerce.core.tax.Sale.GBP;
import static io.omnicommerce.core.tax.Sale.gbp;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.Destination;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.tax.TaxLine;
import io.omnicommerce.tax.TaxRate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where careful systems differ on taxes: each value of each convention, with what it gives. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TaxConventionsTest {

  private static final CountryCode FI = CountryCode.of("FI");
  private static final CountryCode US = CountryCode.of("US");

  private static final TaxRate VAT_20_INSIDE = TaxRate.included("VAT", "standard", "20");

  @ParameterizedTest
  @CsvSource({
    "line, 0.62", // 3.24 at 19 % is 0.6156
    "unit, 0.63", // three times 0.2052
    "rate_group, 0.62",
    "document_per_code, 0.62"
  })
  void three_units_of_1_08_are_taxed_as_a_line_or_one_by_one(String level, String tax) {
    Sale sale = Sale.of(level(level), TaxRate.added("VAT", "standard", "19")).goods("3.24", 3);

    assertThat(sale.tax()).isEqualTo(tax);
  }

  @ParameterizedTest
  @CsvSource({
    "line, 0.69, 0.23 0.23 0.23",
    "unit, 0.69, 0.23 0.23 0.23",
    "rate_group, 0.68, 0.23 0.23 0.22",
    "document_per_code, 0.68, 0.23 0.23 0.22"
  })
  void three_lines_of_1_43_are_rounded_each_or_together_and_the_lines_add_up(
      String level, String tax, String lines) {
    Sale sale =
        Sale.of(level(level), TaxRate.included("VAT", "standard", "19"))
            .goods("1.43")
            .goods("1.43")
            .goods("1.43");

    assertThat(sale.tax()).isEqualTo(tax);
    assertThat(String.join(" ", sale.taxes())).isEqualTo(lines);
    assertThat(sale.byRate()).containsExactly(tax);
  }

  @ParameterizedTest
  @CsvSource({
    "line, 17.00", // four times 4.25
    "rate_group, 16.97", // 16.968
    "document_per_code, 16.98" // twice 8.484
  })
  void two_codes_of_one_percentage_are_one_rate_but_two_codes(String level, String tax) {
    Sale sale =
        Sale.of(
                Map.of("tax_level", level, "rounding", "UP"),
                TaxRate.added("STATE", "standard", "10"),
                TaxRate.added("CITY", "standard", "10"))
            .goods("42.42")
            .goods("42.42");

    assertThat(sale.tax()).isEqualTo(tax);
  }

  @Test
  void one_code_with_two_percentages_is_rounded_once_by_code_and_twice_by_rate() {
    TaxRate[] rates = {
      TaxRate.added("VAT", "standard", "20"), TaxRate.added("VAT", "reduced", "5")
    };

    // 0.004 and 0.001
    assertThat(Sale.of(level("rate_group"), rates).goods("0.02").goods("reduced", "0.02").tax())
        .isEqualTo("0.00");
    assertThat(
            Sale.of(level("document_per_code"), rates).goods("0.02").goods("reduced", "0.02").tax())
        .isEqualTo("0.01");
  }

  @Test
  void units_that_cannot_share_an_amount_evenly_differ_by_a_minor_unit() {
    // 1.00 over three units is 0.34, 0.33 and 0.33: at 10 % 0.03 each
    Sale sale = Sale.of(level("unit"), TaxRate.added("VAT", "standard", "10")).goods("1.00", 3);

    assertThat(sale.tax()).isEqualTo("0.09");
  }

  @Test
  void what_is_measured_is_taxed_as_one_thing() {
    Taxable cheese =
        Taxable.of(Taxables.Kind.GOODS, "standard", gbp("3.24"))
            .withQuantity(Quantity.of(new java.math.BigDecimal("1.5")));

    assertThat(Sale.of(level("unit"), TaxRate.added("VAT", "standard", "19")).with(cheese).tax())
        .isEqualTo("0.62");
  }

  @ParameterizedTest
  @CsvSource({"round_tax, 0.01, 0.02", "round_net, 0.00, 0.03"})
  void half_a_penny_inside_a_price_is_tax_or_net(String convention, String tax, String net) {
    for (String level : List.of("line", "unit", "rate_group", "document_per_code")) {
      Sale sale =
          Sale.of(Map.of("included_tax_rounding", convention, "tax_level", level), VAT_20_INSIDE)
              .goods("0.03");

      TaxLine line = sale.lines().get(0).get(0);
      assertThat(line.tax()).isEqualTo(gbp(tax));
      assertThat(line.base()).isEqualTo(gbp(net));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "before_tax, 0.10", // 0.95 at 10 % is 0.095
    "separate_line, 0.09" // 0.10 less 0.005, rounded
  })
  void a_discount_lowers_the_line_or_is_one_of_its_own(String convention, String tax) {
    Taxable reduced =
        Taxable.of(Taxables.Kind.GOODS, "standard", gbp("1.00")).withDiscount(gbp("0.05"));
    Sale sale =
        Sale.of(Map.of("discount_tax", convention), TaxRate.added("VAT", "standard", "10"))
            .with(reduced);

    assertThat(sale.tax()).isEqualTo(tax);
    assertThat(sale.lines().get(0)).hasSize(1);
    assertThat(sale.lines().get(0).get(0).base()).isEqualTo(gbp("0.95"));
  }

  @Test
  void a_discount_takes_the_tax_with_it_that_it_includes() {
    TaxRate vat = TaxRate.included("VAT", "standard", "10");
    Taxation taxation = taxation(Map.of(), Optional.empty(), vat);
    Taxable full = Taxable.of(Taxables.Kind.GOODS, "standard", gbp("99.00"));

    // 90.00 net less 9.00, which are 9.90 with their tax, is 81.00, and 8.10 tax
    assertThat(tax(taxation, full.withDiscount(gbp("9.90")))).isEqualTo(gbp("8.10"));
    assertThat(tax(taxation, full.withDiscount(gbp("9.00")))).isEqualTo(gbp("8.18"));
  }

  @ParameterizedTest
  @CsvSource({
    "keep_gross, GB, 10.00",
    "keep_gross, FI, 10.00",
    "keep_gross, US, 10.00",
    "keep_net, GB, 10.00",
    "keep_net, FI, 10.42",
    "keep_net, US, 8.40"
  })
  void a_price_abroad_stays_or_its_net_does(String convention, String country, String price) {
    Taxation taxation =
        taxation(
            Map.of("included_price_abroad", convention),
            Optional.of(Destination.of(CountryCode.of(country))),
            TaxRate.included("HOME", "standard", "19", GB),
            TaxRate.included("ABROAD", "standard", "24", FI));

    assertThat(taxation.priceHere(UnitPrice.of("10.00", GBP), "standard", false))
        .isEqualTo(UnitPrice.of(price, GBP));
    assertThat(taxation.amountHere(gbp("10.00"), "standard", false)).isEqualTo(gbp(price));
  }

  @Test
  void a_fine_price_abroad_stays_fine() {
    Taxation taxation =
        taxation(
            Map.of("included_price_abroad", "keep_net"),
            Optional.of(Destination.of(US)),
            TaxRate.included("HOME", "standard", "7", GB));

    assertThat(taxation.priceHere(UnitPrice.of("20", GBP), "standard", false))
        .isEqualTo(UnitPrice.of("18.69", GBP));
    assertThat(taxation.priceHere(UnitPrice.of("0.0425", GBP), "standard", false))
        .isEqualTo(UnitPrice.of("0.0397", GBP));
  }

  @Test
  void who_is_exempt_pays_the_price_or_its_net() {
    UnitPrice price = UnitPrice.of("12.00", GBP);
    Taxation gross =
        taxation(Map.of("included_price_abroad", "keep_gross"), Optional.empty(), VAT_20_INSIDE);
    Taxation net =
        taxation(Map.of("included_price_abroad", "keep_net"), Optional.empty(), VAT_20_INSIDE);

    assertThat(gross.priceHere(price, "standard", true)).isEqualTo(price);
    assertThat(net.priceHere(price, "standard", true)).isEqualTo(UnitPrice.of("10.00", GBP));
  }

  @ParameterizedTest
  @CsvSource({"default_zone, 23.00", "none, 0.00"})
  void without_an_address_the_home_taxes_apply_or_none(String convention, String tax) {
    Map<String, String> conventions = Map.of("tax_without_address", convention);
    TaxRate[] rates = {TaxRate.added("HOME", "standard", "23", GB)};

    assertThat(Sale.of(conventions, rates).goods("100.00").tax()).isEqualTo(tax);
    assertThat(
            Sale.of(conventions, Optional.of(Destination.of(GB)), List.of(rates))
                .goods("100.00")
                .tax())
        .isEqualTo("23.00");
  }

  @ParameterizedTest
  @CsvSource({
    "own_category, 2.00", // 10.00 at 20 %
    "from_items, 1.25" // 7.50 at 10 % and 2.50 at 20 %
  })
  void delivery_has_its_own_rate_or_those_of_the_goods(String convention, String tax) {
    Sale sale =
        Sale.of(
                Map.of("shipping_tax", convention),
                TaxRate.added("HIGH", "standard", "20"),
                TaxRate.added("LOW", "reduced", "10"))
            .goods("10.00")
            .goods("reduced", "30.00")
            .shipping("standard", "10.00");

    assertThat(sale.taxes().get(2)).isEqualTo(tax);
  }

  @Test
  void delivery_of_goods_of_one_rate_is_rounded_apart_from_them() {
    Sale sale =
        Sale.of(Map.of("shipping_tax", "from_items"), TaxRate.included("AT", "standard", "10"))
            .goods("10.00")
            .shipping("other", "10.00");

    assertThat(sale.taxes()).containsExactly("0.91", "0.91");
    assertThat(sale.byRate()).containsExactly("1.82");
  }

  @Test
  void delivery_follows_no_goods_that_cost_nothing() {
    Map<String, String> conventions = Map.of("shipping_tax", "from_items");
    TaxRate[] rates = {
      TaxRate.added("HIGH", "standard", "20"), TaxRate.added("LOW", "reduced", "10")
    };

    assertThat(
            Sale.of(conventions, rates).goods("0.00").shipping("reduced", "10.00").taxes().get(1))
        .isEqualTo("1.00");
    assertThat(
            Sale.of(conventions, rates)
                .goods("reduced", "1.00")
                .with(
                    Taxable.of(Taxables.Kind.GOODS, "standard", gbp("1.00"))
                        .withDiscount(gbp("1.00")))
                .shipping("standard", "10.00")
                .taxes()
                .get(2))
        .isEqualTo("1.00");
  }

  private static Map<String, String> level(String level) {
    return Map.of("tax_level", level);
  }

  private static Taxation taxation(
      Map<String, String> conventions, Optional<Destination> destination, TaxRate... rates) {
    return Sale.taxation(conventions, destination, Sale.AT, List.of(rates));
  }

  private static io.omnicommerce.money.Money tax(Taxation taxation, Taxable taxable) {
    return TaxableThings.taxes(taxation, List.of(taxable)).get(0).get(0).tax();
  }
}
