package io.omnicommerce.core.tax;

import io.omnicommerce.money.Apportion;
import io.omnicommerce.tax.TaxRate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * The rates that apply to one category: the included ones first, then in the order of their codes,
 * so that it does not matter how the zone lists them. Worked out once, used for every line.
 */
final class CategoryRates {

  /** A hundred percent, in the finest percentage that a rate can have. */
  static final long WHOLE = 1_000_000;

  private static final int DECIMALS = 4;

  /** Where no rate applies. */
  static final CategoryRates NONE = new CategoryRates(List.of());

  private final List<TaxRate> rates;
  private final long[] units;
  private final long[] includedUnits;
  private final long includedSum;

  CategoryRates(Collection<TaxRate> given) {
    List<TaxRate> sorted = new ArrayList<>(given);
    sorted.sort(CategoryRates::compare);
    rates = List.copyOf(sorted);
    units = new long[rates.size()];
    int included = 0;
    long sum = 0;
    for (int i = 0; i < units.length; i++) {
      units[i] = units(rates.get(i));
      if (rates.get(i).included()) {
        included++;
        sum += units[i];
      }
    }
    includedUnits = Arrays.copyOf(units, included);
    includedSum = sum;
  }

  private static int compare(TaxRate one, TaxRate other) {
    int order = Boolean.compare(other.included(), one.included());
    order = order != 0 ? order : one.code().compareTo(other.code());
    return order != 0 ? order : one.percent().compareTo(other.percent());
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
