package io.omnicommerce.core.pricing;

import static io.omnicommerce.core.pricing.Stall.GBP;
import static io.omnicommerce.core.pricing.Stall.gbp;
import static io.omnicommerce.core.pricing.Stall.line;
import static io.omnicommerce.core.pricing.Stall.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Address;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.promotion.Redeemer;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.delivery.DeliveryService;
import io.omnicommerce.delivery.LeadTime;
import io.omnicommerce.money.ArithmeticOverflowException;
import io.omnicommerce.money.CurrencyMismatchException;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceOverride;
import io.omnicommerce.price.PriceService;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.tax.TaxRate;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attempts on prices and totals; the numbers are those of the abuse list. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PricingAbuseTest {

  private static final DeliveryMethodId SHIP = DeliveryMethodId.of("ship");

  private final Stall stall = new Stall();

  @Test
  void abuse_21_a_price_and_a_quantity_that_are_legal_but_too_large_together() {
    stall.sells("GOLD", "92233720368547758.07").sells("TEE", "1.00");

    assertThat(stall.price(line("1", "GOLD", "1")).totals().grand().minor())
        .isEqualTo(Long.MAX_VALUE);
    assertThatThrownBy(() -> stall.price(line("1", "GOLD", "2")))
        .isInstanceOf(ArithmeticOverflowException.class);
    assertThatThrownBy(() -> stall.price(line("1", "GOLD", "1"), line("2", "TEE", "1")))
        .isInstanceOf(ArithmeticOverflowException.class);
    assertThatThrownBy(() -> stall.price(line("1", "GOLD", "1.5")))
        .isInstanceOf(ArithmeticOverflowException.class);
  }

  @Test
  void abuse_21_a_tax_on_top_of_the_largest_amount() {
    stall.sells("GOLD", "92233720368547758.07").taxed(TaxRate.added("VAT", "standard", "20"));

    assertThatThrownBy(() -> stall.price(line("1", "GOLD", "1")))
        .isInstanceOf(ArithmeticOverflowException.class);
  }

  @Test
  void abuse_21_a_cart_can_still_be_looked_at_when_an_amount_overflows() {
    stall.sells("GOLD", "92233720368547758.07");

    PricingResult tried =
        stall.storage.inTransaction(
            stall.guest,
            session ->
                stall.rules.tryPrice(
                    session,
                    PricingRequest.of(GBP, List.of(line("1", "GOLD", "2"))),
                    Redeemer.NOBODY,
                    Map.of(),
                    session.now()));

    assertThat(tried.priced()).isEmpty();
    assertThat(tried.problems())
        .extracting(problem -> problem.code())
        .containsExactly(ArithmeticOverflowException.CODE);
  }

  @Test
  void abuse_29_another_currency_in_an_override_or_a_promise_or_a_charge() {
    stall.sells("TEE", "10.00");
    UnitPrice euros = UnitPrice.of("9.00", Stall.EUR);
    Charge fee =
        new Charge(LineId.of("fee"), "fee", "Fee", Money.of("1.00", Stall.EUR), "standard");

    assertThatThrownBy(() -> stall.pricing.price(stall.owner, overridden(euros)))
        .isInstanceOf(CurrencyMismatchException.class)
        .hasMessageContaining("EUR")
        .hasMessageContaining("GBP");
    assertThatThrownBy(() -> stall.pricing.price(stall.owner, charged(fee)))
        .isInstanceOf(CurrencyMismatchException.class);
    assertThatThrownBy(
            () ->
                stall.storage.inTransaction(
                    stall.owner,
                    session ->
                        stall.rules.price(
                            session,
                            PricingRequest.of(GBP, List.of(line("1", "TEE", "1"))),
                            Redeemer.NOBODY,
                            Map.of(LineId.of("1"), new Promised(euros, false)),
                            session.now())))
        .isInstanceOf(CurrencyMismatchException.class);
  }

  @Test
  void abuse_31_a_delivery_method_or_a_price_below_zero_is_refused() {
    assertThatThrownBy(
            () -> stall.delivers(DeliveryMethod.ship(SHIP, "Ship", days(), money("-0.01"))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("rates[0].price.amount");
    assertThatThrownBy(() -> gbp("-0.01")).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> TaxRate.added("VAT", "standard", "-1"))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void abuse_32_a_price_of_ones_own_needs_the_permission() {
    stall.sells("TEE", "10.00");

    assertThatThrownBy(() -> stall.pricing.price(stall.guest, overridden(gbp("0.01"))))
        .isInstanceOf(ForbiddenException.class)
        .hasMessageContaining(PriceService.OVERRIDE.name());
    assertThatThrownBy(
            () -> stall.pricing.priceAsOf(stall.guest, overridden(gbp("0.01")), Stall.NOON))
        .isInstanceOf(ForbiddenException.class);
    PricedCart priced = stall.pricing.price(stall.owner, overridden(gbp("0.01")));
    assertThat(priced.totals().grand()).isEqualTo(money("0.01"));
    assertThat(priced.trace().steps().get(0).source()).isEqualTo("damaged");
  }

  @Test
  void abuse_33_an_override_below_the_floor() {
    stall.knows("TEE", "standard");
    stall.priced(PriceEntry.of(Stall.BASE, Sku.of("TEE"), gbp("10.00")).withFloor(gbp("8.00")));

    assertThat(stall.pricing.price(stall.owner, overridden(gbp("8.00"))).totals().grand())
        .isEqualTo(money("8.00"));
    assertRefused(PriceService.BELOW_FLOOR, overridden(gbp("7.99")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t"})
  void abuse_33_an_override_without_a_reason(String reason) {
    assertThatThrownBy(() -> new PriceOverride(gbp("1.00"), reason, "staff:till-1"))
        .isInstanceOf(InvalidInputException.class)
        .extracting(thrown -> ((CommerceException) thrown).code())
        .isEqualTo(PriceOverride.REASON_REQUIRED);
  }

  @Test
  void abuse_34_there_is_no_way_to_pass_a_binary_fraction() {
    Stream<Class<?>[]> signatures =
        Stream.of(Money.class, UnitPrice.class, Quantity.class, TaxRate.class)
            .flatMap(
                type ->
                    Stream.concat(
                        Arrays.stream(type.getMethods()).map(m -> m.getParameterTypes()),
                        Arrays.stream(type.getConstructors()).map(c -> c.getParameterTypes())));

    assertThat(signatures.flatMap(Arrays::stream))
        .doesNotContain(double.class, float.class, Double.class, Float.class);
  }

  @Test
  void abuse_35_a_hundred_thousand_thin_slices_are_rounded_as_one_line() {
    stall.sells("SALAMI", "0.004");

    PricedCart priced = stall.price(line("1", "SALAMI", "100000"));

    assertThat(priced.totals().grand()).isEqualTo(money("400.00"));
  }

  @Test
  void abuse_35_thin_slices_on_lines_of_their_own_are_rounded_a_line_and_the_trace_says_so() {
    stall.sells("SALAMI", "0.004");
    List<PricingLine> slices = Stall.lines(PricingRequest.LINES_MAX, "SALAMI");

    PricedCart priced = stall.pricing.price(stall.guest, PricingRequest.of(GBP, slices));

    assertThat(priced.totals().grand().isZero()).isTrue();
    assertThat(priced.trace().steps())
        .hasSize(PricingRequest.LINES_MAX)
        .allMatch(step -> step.exact().equals(Optional.of(new BigDecimal("0.004"))));
  }

  @Test
  void abuse_35_the_number_of_lines_is_limited_and_the_limit_is_named() {
    List<PricingLine> slices = new ArrayList<>(Stall.lines(PricingRequest.LINES_MAX + 1, "SALAMI"));

    assertThatThrownBy(() -> PricingRequest.of(GBP, slices))
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining("linesMax = 2000");
  }

  @Test
  void abuse_75_a_method_that_does_not_go_there_has_no_price() {
    stall
        .sells("TEE", "10.00")
        .delivers(
            DeliveryMethod.ship(SHIP, "Ship", days(), money("3.95"))
                .withCountries(CountryCode.of("GB")));

    assertThat(stall.pricing.price(stall.guest, delivered("GB")).totals().grand())
        .isEqualTo(money("13.95"));
    assertRefused(DeliveryService.NOT_OFFERED, delivered("FR"));
  }

  @Test
  void abuse_75_a_method_that_does_not_exist() {
    stall.sells("TEE", "10.00");

    assertThatThrownBy(() -> stall.pricing.price(stall.guest, delivered("GB")))
        .isInstanceOf(NotFoundException.class)
        .extracting(thrown -> ((CommerceException) thrown).code())
        .isEqualTo(DeliveryService.UNKNOWN_METHOD);
  }

  @Test
  void abuse_78_a_country_that_does_not_exist_and_a_postal_code_without_end() {
    assertThatThrownBy(() -> CountryCode.of("ZZ"))
        .isInstanceOf(InvalidInputException.class)
        .extracting(thrown -> ((CommerceException) thrown).code())
        .isEqualTo(CountryCode.INVALID);
    assertThatThrownBy(
            () -> Address.of("Ada", "1 Street", "London", "1".repeat(10_240), CountryCode.of("GB")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("at most 16 characters");
  }

  @Test
  void abuse_78_tags_in_an_address_are_kept_as_they_are() {
    String tag = "<script>alert(1)</script>";

    Address address = Address.of(tag, tag, tag, "W1", CountryCode.of("GB"));

    assertThat(address.recipient()).isEqualTo(tag);
    assertThat(address.lines()).containsExactly(tag);
  }

  @Test
  void a_line_named_twice_is_refused() {
    assertThatThrownBy(
            () -> PricingRequest.of(GBP, List.of(line("1", "A", "1"), line("1", "B", "1"))))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void a_line_of_nothing_is_refused() {
    assertThatThrownBy(() -> line("1", "A", "0")).isInstanceOf(InvalidInputException.class);
  }

  private void assertRefused(ErrorCode code, PricingRequest request) {
    assertThatThrownBy(() -> stall.pricing.price(stall.owner, request))
        .isInstanceOf(RefusedException.class)
        .extracting(thrown -> ((CommerceException) thrown).code())
        .isEqualTo(code);
  }

  private static PricingRequest overridden(UnitPrice price) {
    PriceOverride override = new PriceOverride(price, "damaged", "staff:till-1");
    return PricingRequest.of(
        GBP,
        List.of(
            new PricingLine(LineId.of("1"), Sku.of("TEE"), Quantity.ONE, Optional.of(override))));
  }

  private static PricingRequest charged(Charge charge) {
    return PricingRequest.of(GBP, List.of(line("1", "TEE", "1"))).withCharges(List.of(charge));
  }

  private static PricingRequest delivered(String country) {
    return PricingRequest.of(GBP, List.of(line("1", "TEE", "1")))
        .withDestination(CountryCode.of(country))
        .withDelivery(SHIP);
  }

  private static LeadTime days() {
    return new LeadTime(Duration.ofDays(1), Duration.ofDays(2));
  }
}
