package io.omnicommerce.abuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.cart.NewLine;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.contract.ExportedTypes;
import io.omnicommerce.money.Currencies;
import io.omnicommerce.money.CurrencyMismatchException;
import io.omnicommerce.money.ExchangeRate;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.Rounding;
import io.omnicommerce.money.UnitPrice;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** ABUSE 18 to 34, as far as money and quantities can answer. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AbuseNumbersTest {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Currency USD = Currency.getInstance("USD");
  private static final Currency JPY = Currency.getInstance("JPY");
  private static final Currency KWD = Currency.getInstance("KWD");

  @Test
  void abuse_18_a_line_of_nothing_is_refused() {
    assertRefused(() -> NewLine.of(Sku.of("MUG"), Quantity.ZERO), "quantity.invalid");
  }

  @Test
  void abuse_19_no_quantity_is_negative() {
    for (long below : List.of(-1L, (long) Integer.MIN_VALUE, Long.MIN_VALUE)) {
      assertRefused(() -> Quantity.of(below), "quantity.invalid");
      assertRefused(() -> Quantity.of(BigDecimal.valueOf(below)), "quantity.invalid");
      assertRefused(() -> Quantity.ofUnits(below, 3), "quantity.invalid");
      assertRefused(() -> Quantity.parse(Long.toString(below)), "quantity.invalid");
    }
    assertRefused(() -> Quantity.ONE.minus(Quantity.of(2)), "quantity.invalid");
  }

  @Test
  void abuse_20_no_quantity_is_beyond_measure() {
    assertRefused(() -> Quantity.of(Long.MAX_VALUE), "quantity.limit_exceeded");
    assertRefused(() -> Quantity.parse("9223372036854775808"), "quantity.limit_exceeded");
    assertRefused(() -> Quantity.of(Quantity.UNSCALED_MAX + 1), "quantity.limit_exceeded");
    assertThat(Quantity.of(Quantity.UNSCALED_MAX)).hasToString("1000000000000");
  }

  @Test
  void abuse_21_a_price_times_a_quantity_does_not_wrap_around() {
    UnitPrice dear = UnitPrice.of(Money.ofMinor(Long.MAX_VALUE, EUR));

    assertRefused(() -> dear.times(Quantity.of(2), Rounding.HALF_UP), "money.overflow");
    assertRefused(() -> dear.times(Quantity.parse("1.5"), Rounding.HALF_UP), "money.overflow");
    assertThat(dear.times(Quantity.ZERO, Rounding.HALF_UP)).isEqualTo(Money.zero(EUR));
  }

  @Test
  void abuse_22_two_large_quantities_do_not_add_up() {
    Quantity most = Quantity.of(Quantity.UNSCALED_MAX);

    assertRefused(() -> most.plus(most), "quantity.limit_exceeded");
  }

  @Test
  void abuse_23_a_quantity_is_no_finer_than_its_unit_of_measure() {
    for (String text :
        List.of("0.5.", "1e400", "-0", "+1", ".5", "5.", "", " 1", "NaN", "१", "1,5")) {
      assertRefused(() -> Quantity.parse(text), "quantity.invalid");
    }
    assertRefused(() -> Quantity.parse("1.0000000001"), "quantity.invalid");
    assertRefused(() -> Quantity.of(new BigDecimal("1.0000000001")), "quantity.invalid");
    assertRefused(() -> Quantity.parse("0.5").toUnits(0), "quantity.invalid");
    assertRefused(() -> Quantity.ONE.toUnits(7), "quantity.invalid");
    assertRefused(() -> Quantity.ONE.toUnits(Integer.MAX_VALUE), "quantity.invalid");
    assertRefused(() -> Quantity.ONE.toUnits(-1), "quantity.invalid");
  }

  @Test
  void abuse_24_a_number_that_would_fill_memory_is_refused_at_once() {
    for (BigDecimal bomb : bombs()) {
      atOnce(() -> assertRefused(() -> Money.of(bomb, EUR)));
      atOnce(() -> assertRefused(() -> UnitPrice.of(bomb, EUR)));
      atOnce(() -> assertRefused(() -> Quantity.of(bomb)));
      atOnce(() -> assertRefused(() -> Money.ofMinor(1, EUR).times(bomb, Rounding.UP)));
      atOnce(() -> assertRefused(() -> Money.ofMinor(1, EUR).percent(bomb, Rounding.UP)));
      atOnce(() -> assertRefused(() -> new ExchangeRate("r", EUR, USD, bomb)));
    }
  }

  @Test
  void abuse_24_nothing_is_nothing_however_it_is_scaled() {
    for (int scale : List.of(Integer.MIN_VALUE, Integer.MAX_VALUE)) {
      BigDecimal zero = new BigDecimal(BigInteger.ZERO, scale);

      atOnce(() -> assertThat(Money.of(zero, EUR).isZero()).isTrue());
      atOnce(() -> assertThat(UnitPrice.of(zero, EUR).isZero()).isTrue());
      atOnce(() -> assertThat(Quantity.of(zero).isZero()).isTrue());
      atOnce(() -> assertThat(Money.ofMinor(5, EUR).times(zero, Rounding.UP).isZero()).isTrue());
      atOnce(() -> assertThat(Money.ofMinor(5, EUR).percent(zero, Rounding.UP).isZero()).isTrue());
    }
  }

  @Test
  void abuse_24_long_text_is_refused_before_it_is_read() {
    String digits = "9".repeat(1_000_000);

    atOnce(() -> assertRefused(() -> Money.of(digits, EUR)));
    atOnce(() -> assertRefused(() -> Money.parse("EUR " + digits)));
    atOnce(() -> assertRefused(() -> UnitPrice.parse("EUR " + digits)));
    atOnce(() -> assertRefused(() -> Quantity.parse(digits)));
  }

  @Test
  void abuse_28_only_currencies_that_can_be_paid_with_are_known() {
    for (String code :
        List.of(
            "XXX", "XTS", "XAU", "XDR", "CHE", "USN", "usd", "US", "BTC", "DEM", "HRK", "",
            "ÉUR")) {
      assertRefused(() -> Currencies.of(code), "money.unknown_currency");
    }
    for (Currency currency : List.of(Currency.getInstance("DEM"), Currency.getInstance("XXX"))) {
      assertRefused(() -> Money.ofMinor(1, currency), "money.unknown_currency");
      assertRefused(() -> Money.of("1", currency), "money.unknown_currency");
      assertRefused(() -> new UnitPrice(1, 0, currency), "money.unknown_currency");
    }
    assertThat(Currencies.of("USD")).isEqualTo(USD);
  }

  @Test
  void abuse_29_two_currencies_never_meet() {
    Money euros = Money.of("1", EUR);
    Money dollars = Money.of("1", USD);

    for (Consumer<Money> meeting :
        List.<Consumer<Money>>of(
            euros::plus,
            euros::minus,
            euros::compareTo,
            euros::min,
            euros::max,
            other -> Money.sum(EUR, List.of(euros, other)))) {
      assertThatThrownBy(() -> meeting.accept(dollars))
          .isInstanceOf(CurrencyMismatchException.class)
          .hasMessageContaining("EUR")
          .hasMessageContaining("USD");
    }
    assertThat(euros).isEqualTo(Money.of("1", EUR));
  }

  @Test
  void abuse_30_an_amount_has_the_decimals_of_its_currency() {
    assertRefused(() -> Money.of("1.5", JPY), "money.invalid_amount");
    assertRefused(() -> Money.parse("JPY 1.0"), "money.invalid_amount");
    assertRefused(() -> Money.parse("KWD 1.25"), "money.invalid_amount");
    assertRefused(() -> Money.of("1.2345", KWD), "money.invalid_amount");
    assertRefused(() -> Money.of("0.001", EUR), "money.invalid_amount");
    assertThat(Money.of("1.25", KWD)).hasToString("KWD 1.250");
  }

  @Test
  void abuse_34_no_floating_point_can_be_handed_in() {
    List<String> found = new ArrayList<>();
    for (Class<?> type : ExportedTypes.ofModuleOf(CallContext.class)) {
      Arrays.stream(type.getMethods())
          .filter(AbuseNumbersTest::isFloating)
          .map(Method::toString)
          .forEach(found::add);
      Arrays.stream(type.getConstructors())
          .filter(AbuseNumbersTest::takesFloating)
          .map(Executable::toString)
          .forEach(found::add);
      Arrays.stream(type.getFields())
          .filter(f -> isFloating(f.getType()))
          .map(Field::toString)
          .forEach(found::add);
    }

    assertThat(found).isEmpty();
    assertThat(isFloating(double[].class)).isTrue();
  }

  private static List<BigDecimal> bombs() {
    BigInteger million = BigInteger.TEN.pow(1_000_000);
    return List.of(
        new BigDecimal("1E+1000000000"),
        new BigDecimal("-1E+1000000000"),
        new BigDecimal("1E-1000000000"),
        new BigDecimal(BigInteger.ONE, Integer.MIN_VALUE),
        new BigDecimal(BigInteger.ONE, Integer.MAX_VALUE),
        new BigDecimal(million),
        new BigDecimal(million.negate()),
        new BigDecimal(million, 1_000_000),
        new BigDecimal(million.add(BigInteger.ONE), 1_000_000));
  }

  /** Well under a millisecond when warm; who falls for it works for minutes. */
  private static void atOnce(Runnable call) {
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), call::run);
  }

  private static void assertRefused(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOf(CommerceException.class)
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500));
  }

  private static void assertRefused(Runnable call, String code) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            CommerceException.class, e -> assertThat(e.code()).hasToString(code));
  }

  private static boolean isFloating(Method method) {
    return takesFloating(method) || isFloating(method.getReturnType());
  }

  private static boolean takesFloating(Executable executable) {
    return Arrays.stream(executable.getParameterTypes()).anyMatch(AbuseNumbersTest::isFloating);
  }

  private static boolean isFloating(Class<?> type) {
    return type.isArray()
        ? isFloating(type.getComponentType())
        : Set.of(double.class, float.class, Double.class, Float.class).contains(type);
  }
}
