package io.omnicommerce.core.tax;

import io.omnicommerce.money.Apportion;
import io.omnicommerce.tax.TaxRate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The rates that apply to one category: the included ones first, then in the order of their codes,
 * so that it does not matter how the zone lists them. Worked out once, used for every line.
 */
final class CategoryRates {

  /** A hundred percent, in the finest percentage that a rate can have. */
  static final long WHOLE = 1_000_000;

  private static final int DECIMALS = 4;

  private static final Comparator<TaxRate> ORDER =
      Comparator.comparing((TaxRate rate) -> !rate.included())
          .thenComparing(TaxRate::code)
          .thenComparing(TaxRate::percent);

  /** Where no rate applies. */
  static final CategoryRates NONE = new CategoryRates(List.of());

  private final List<TaxRate> rates;
  private final long[] units;
  private final long[] includedUnits;
  private final long includedSum;

  CategoryRates(Collection<TaxRate> given) {
    rates = given.stream().sorted(ORDER).toList();
    units = rates.stream().mapToLong(CategoryRates::units).toArray();
    includedUnits =
        rates.stream().filter(TaxRate::included).mapToLong(CategoryRates::units).toArray();
    long sum = 0;
    for (long part : includedUnits) {
      sum += part;
    }
    includedSum = sum;
  }

  private static long units(TaxRate rate) {
    return rate.percent().movePointRight(DECIMALS).longValueExact();
  }

  List<TaxRate> all() {
    return rates;
  }

  int count() {
    return units.length;
  }

  TaxRate rate(int index) {
    return rates.get(index);
  }

  boolean isIncluded(int index) {
    return index < includedUnits.length;
  }

  /** A rate's part of {@link #denominator}: the tax of an amount is their quotient of it. */
  long numerator(int index) {
    return units[index];
  }

  long denominator(int index) {
    return isIncluded(index) ? gross() : WHOLE;
  }

  /** What an amount of a hundred percent is with its included taxes. */
  long gross() {
    return WHOLE + includedSum;
  }

  /** How many of the rates are included in prices; they come first. */
  int includedCount() {
    return includedUnits.length;
  }

  /** The taxes on one amount, by rate. */
  long[] taxes(long amount, TaxRounding rounding) {
    long[] taxes = new long[units.length];
    setTaxes(taxes, 0, amount, rounding);
    return taxes;
  }

  /** The same, in a column from a place on. */
  void setTaxes(long[] column, int begin, long amount, TaxRounding rounding) {
    if (includedUnits.length > 0) {
      setIncluded(column, begin, amount, rounding);
    }
    for (int i = includedUnits.length; i < units.length; i++) {
      column[begin + i] = rounding.added(amount, units[i]);
    }
  }

  /** Included taxes are taken out together, so that what remains is the net of all of them. */
  private void setIncluded(long[] column, int begin, long amount, TaxRounding rounding) {
    long inside = rounding.included(amount, includedSum, gross());
    if (includedUnits.length == 1) {
      column[begin] = inside;
    } else {
      long[] shares = Apportion.byLargestRemainder(inside, includedUnits);
      System.arraycopy(shares, 0, column, begin, shares.length);
    }
  }

  /** What an amount is without the included ones of its taxes, which a column has from a place. */
  long net(long amount, long[] column, int begin) {
    long net = amount;
    for (int i = 0; i < includedUnits.length; i++) {
      net -= column[begin + i];
    }
    return net;
  }
}
