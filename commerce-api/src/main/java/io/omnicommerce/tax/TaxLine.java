package io.omnicommerce.tax;

import io.omnicommerce.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The tax of one rate on one line.
 *
 * @param code the name of the rate
 * @param percent its percentage
 * @param base the net amount it was computed on
 * @param tax the tax
 * @param included whether the line's amount contains it already
 */
public record TaxLine(String code, BigDecimal percent, Money base, Money tax, boolean included) {

  private static final Comparator<TaxLine> BY_RATE =
      Comparator.comparing((TaxLine line) -> !line.included())
          .thenComparing(TaxLine::code)
          .thenComparing(TaxLine::percent);

  public TaxLine {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(percent, "percent");
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(tax, "tax");
  }

  /** Whether both are of one rate: the same code and percentage, and both included or neither. */
  public boolean isSameRate(TaxLine other) {
    Objects.requireNonNull(other, "other");
    return included == other.included
        && code.equals(other.code)
        && percent.compareTo(other.percent) == 0;
  }

  /**
   * The tax of the same rate on both together.
   *
   * @throws io.omnicommerce.money.CurrencyMismatchException if the currencies differ
   * @throws io.omnicommerce.money.ArithmeticOverflowException if a sum cannot be held
   */
  public TaxLine plus(TaxLine other) {
    Objects.requireNonNull(other, "other");
    if (!isSameRate(other)) {
      throw new IllegalArgumentException(code + " is not the rate of " + other.code);
    }
    return new TaxLine(code, percent, base.plus(other.base), tax.plus(other.tax), included);
  }

  /**
   * The sums of each rate, as an invoice states them: included rates first, then by code and
   * percentage.
   */
  public static List<TaxLine> byRate(Iterable<TaxLine> lines) {
    Objects.requireNonNull(lines, "lines");
    List<TaxLine> sums = new ArrayList<>(2);
    for (TaxLine line : lines) {
      add(sums, line);
    }
    sums.sort(BY_RATE);
    return List.copyOf(sums);
  }

  private static void add(List<TaxLine> sums, TaxLine line) {
    for (int i = 0; i < sums.size(); i++) {
      if (sums.get(i).isSameRate(line)) {
        sums.set(i, sums.get(i).plus(line));
        return;
      }
    }
    sums.add(line);
  }
}
