package io.omnicommerce.money;

import static io.omnicommerce.money.Exact.assertExactOrRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class UnitPriceProperties {

  @Property
  void L2_and_L5_a_price_times_a_quantity_is_exact_rounded_once_or_refused(
      @ForAll("prices") UnitPrice price,
      @ForAll("quantities") Quantity quantity,
      @ForAll Rounding rounding) {
    BigDecimal exact =
        new BigDecimal(
            Exact.big(price.units()).multiply(Exact.big(quantity.unscaled())),
            price.scale() + quantity.scale());
    int digits = price.currency().getDefaultFractionDigits();

    assertExactOrRefused(
        () -> price.times(quantity, rounding), Exact.rounded(exact, digits, rounding));
  }

  @Property
  void L3_prices_of_two_currencies_have_no_order(
      @ForAll("prices") UnitPrice a, @ForAll("prices") UnitPrice b) {
    if (!a.currency().equals(b.currency())) {
      assertThatThrownBy(() -> a.compareTo(b))
          .isInstanceOf(CurrencyMismatchException.class)
          .hasMessageContaining(a.currency().getCurrencyCode())
          .hasMessageContaining(b.currency().getCurrencyCode());
    }
  }

  @Property
  void L9_reading_undoes_writing(@ForAll("prices") UnitPrice price) {
    assertThat(UnitPrice.parse(price.toString())).isEqualTo(price);
    assertThat(UnitPrice.of(price.toBigDecimal(), price.currency())).isEqualTo(price);
  }

  @Property
  void L9_decimals_are_taken_exactly_or_refused(
      @ForAll BigInteger unscaled, @ForAll short scale, @ForAll("currencies") Currency currency) {
    BigDecimal major = new BigDecimal(unscaled, scale);

    try {
      assertThat(UnitPrice.of(major, currency).toBigDecimal()).isEqualByComparingTo(major);
    } catch (InvalidInputException refused) {
      assertThat(major.signum() < 0 || major.stripTrailingZeros().scale() > UnitPrice.SCALE_MAX)
          .isTrue();
    } catch (ArithmeticOverflowException tooLarge) {
      assertThat(major.movePointRight(UnitPrice.SCALE_MAX).abs())
          .isGreaterThan(BigDecimal.valueOf(Long.MAX_VALUE));
    }
  }

  @Property
  void equal_prices_are_equal_however_they_were_written(
      @ForAll("prices") UnitPrice price, @ForAll("extraZeros") int zeros) {
    BigDecimal wider = price.toBigDecimal().setScale(price.scale() + zeros);

    assertThat(UnitPrice.of(wider, price.currency()))
        .isEqualTo(price)
        .hasSameHashCodeAs(price)
        .hasToString(price.toString());
  }

  @Property
  void the_order_is_that_of_the_numbers_and_agrees_with_equality(
      @ForAll("euroPrices") UnitPrice a, @ForAll("euroPrices") UnitPrice b) {
    assertThat(Integer.signum(a.compareTo(b)))
        .isEqualTo(a.toBigDecimal().compareTo(b.toBigDecimal()));
    assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
  }

  @Property
  void an_amount_that_can_be_paid_is_a_price_and_comes_back(
      @ForAll("minors") long minor,
      @ForAll("currencies") Currency currency,
      @ForAll Rounding rounding) {
    Money money = Money.ofMinor(minor, currency);

    assertThat(UnitPrice.of(money).toMoney(rounding)).isEqualTo(money);
  }

  @Provide
  Arbitrary<Long> minors() {
    return Arbitraries.longs().greaterOrEqual(0);
  }

  @Provide
  Arbitrary<Integer> extraZeros() {
    return Arbitraries.integers().between(0, 60);
  }

  @Provide
  Arbitrary<Currency> currencies() {
    return Arbitraries.of("JPY", "EUR", "KWD").map(Currency::getInstance);
  }

  @Provide
  Arbitrary<UnitPrice> prices() {
    return Combinators.combine(minors(), scales(), currencies()).as(UnitPrice::new);
  }

  @Provide
  Arbitrary<UnitPrice> euroPrices() {
    Arbitrary<Long> units = Arbitraries.oneOf(minors(), Arbitraries.longs().between(0, 2_000));
    return Combinators.combine(units, scales())
        .as((u, scale) -> new UnitPrice(u, scale, Currency.getInstance("EUR")));
  }

  @Provide
  Arbitrary<Quantity> quantities() {
    Arbitrary<Long> unscaled = Arbitraries.longs().between(0, Quantity.UNSCALED_MAX);
    return Combinators.combine(unscaled, scales()).as(Quantity::new);
  }

  private static Arbitrary<Integer> scales() {
    return Arbitraries.integers().between(0, 6);
  }
}
