package io.omnicommerce.money;

import static io.omnicommerce.money.Exact.assertExactOrRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.InvalidInputException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ExchangeRateProperties {

  @Property
  void L10_a_conversion_is_exact_and_rounded_once(
      @ForAll long minor, @ForAll("rates") ExchangeRate rate, @ForAll Rounding rounding) {
    Money source = Money.ofMinor(minor, rate.from());
    BigInteger digits = Exact.big(minor).multiply(rate.rate().unscaledValue());
    int scale = rate.rate().scale() + rate.from().getDefaultFractionDigits();
    int moved = rate.to().getDefaultFractionDigits();

    assertExactOrRefused(
        () -> rate.convert(source, rounding).target(),
        Exact.rounded(new BigDecimal(digits, scale), moved, rounding));
  }

  @Property
  void L10_the_stored_rate_gives_the_stored_amount_again(
      @ForAll short minor, @ForAll("rates") ExchangeRate rate, @ForAll Rounding rounding) {
    Conversion stored = rate.convert(Money.ofMinor(minor, rate.from()), rounding);
    ExchangeRate read =
        new ExchangeRate(
            rate.id(), rate.from(), rate.to(), new BigDecimal(rate.rate().toPlainString()));

    assertThat(read.convert(stored.source(), stored.rounding())).isEqualTo(stored);
    assertThat(stored.rate().id()).isEqualTo(rate.id());
  }

  @Property
  void L10_an_amount_that_does_not_follow_from_its_rate_is_refused(
      @ForAll short minor, @ForAll("rates") ExchangeRate rate, @ForAll("errors") int error) {
    Conversion right = rate.convert(Money.ofMinor(minor, rate.from()), Rounding.HALF_UP);
    Money wrong = Money.ofMinor(right.target().minor() + error, rate.to());

    assertThatThrownBy(() -> new Conversion(rate, right.source(), wrong, Rounding.HALF_UP))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(wrong.toString());
  }

  @Property
  void equal_rates_are_equal_however_they_were_written(@ForAll("rates") ExchangeRate rate) {
    BigDecimal wider = rate.rate().setScale(rate.rate().scale() + 40);

    assertThat(new ExchangeRate(rate.id(), rate.from(), rate.to(), wider)).isEqualTo(rate);
  }

  @Property
  void L3_an_amount_in_another_currency_is_not_converted(
      @ForAll long minor, @ForAll("rates") ExchangeRate rate) {
    Money swiss = Money.ofMinor(minor, Currency.getInstance("CHF"));

    assertThatThrownBy(() -> rate.convert(swiss, Rounding.HALF_UP))
        .isInstanceOf(CurrencyMismatchException.class)
        .hasMessageContaining("CHF")
        .hasMessageContaining(rate.from().getCurrencyCode());
  }

  @Provide
  Arbitrary<Integer> errors() {
    return Arbitraries.integers().between(-1_000, 1_000).filter(error -> error != 0);
  }

  @Provide
  Arbitrary<ExchangeRate> rates() {
    Arbitrary<BigDecimal> values =
        Combinators.combine(
                Arbitraries.longs().between(1, 1_000_000_000L),
                Arbitraries.integers().between(0, 34))
            .as(BigDecimal::valueOf);
    return Combinators.combine(currencies(), currencies(), values)
        .as((from, to, value) -> new ExchangeRate("ecb-1", from, to, value));
  }

  private static Arbitrary<Currency> currencies() {
    return Arbitraries.of("JPY", "EUR", "KWD", "USD").map(Currency::getInstance);
  }
}
