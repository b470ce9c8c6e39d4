package io.omnicommerce.core.tax;

import io.omnicommerce.money.Apportion;
import io.omnicommerce.money.Money;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes what is to be taxed apart into amounts with the rates that apply to them, as columns. */
final class TaxParts {

  private static final String EXEMPT = "";

  private final TaxTable table;
  private final boolean discountsApart;
  private int[] taxables;
  private CategoryRates[] rates;
  private long[] amounts;
  private long[] units;
  private int size;

  TaxParts(TaxTable table, boolean discountsApart, int count) {
    this.table = table;
    this.discountsApart = discountsApart;
    taxables = new int[count];
    rates = new CategoryRates[count];
    amounts = new long[count];
    units = new long[count];
  }

  int size() {
    return size;
  }

  /** To which of the things to be taxed a part belongs. */
  int taxable(int part) {
    return taxables[part];
  }

  CategoryRates rates(int part) {
    return rates[part];
  }

  /** In minor units; below zero what is taken off. */
  long amount(int part) {
    return amounts[part];
  }

  /** How many units it is for. */
  long units(int part) {
    return units[part];
  }

  private void add(int taxable, CategoryRates at, long amount, long forUnits) {
    if (size == amounts.length) {
      grow();
    }
    taxables[size] = taxable;
    rates[size] = at;
    amounts[size] = amount;
    units[size++] = forUnits;
  }

  private void grow() {
    taxables = Arrays.copyOf(taxables, size * 2);
    rates = Arrays.copyOf(rates, size * 2);
    amounts = Arrays.copyOf(amounts, size * 2);
    units = Arrays.copyOf(units, size * 2);
  }

  void add(int index, Taxable taxable) {
    CategoryRates at = taxable.exempt() ? CategoryRates.NONE : table.rates(taxable.category());
    if (discountsApart && !taxable.discount().isZero()) {
      add(index, at, taxable.amount().minor(), taxable.units());
      add(index, at, taxable.discount().negated().minor(), taxable.units());
    } else {
      add(index, at, taxable.total().minor(), taxable.units());
    }
  }

  /** Delivery at the rates of the goods, in proportion to what remains of their amounts. */
  void addByGoods(int index, Taxable delivery, SortedMap<String, Long> goods) {
    long[] weights = goods.values().stream().mapToLong(Long::longValue).toArray();
    long[] amounts = Apportion.byLargestRemainder(delivery.amount().minor(), weights);
    long[] discounts = Apportion.byLargestRemainder(delivery.discount().minor(), weights);
    int i = 0;
    for (String category : goods.keySet()) {
      add(
          index,
          new Taxable(
              delivery.kind(),
              category,
              category.equals(EXEMPT),
              Money.ofMinor(amounts[i], delivery.amount().currency()),
              Money.ofMinor(discounts[i], delivery.amount().currency()),
              delivery.quantity()));
      i++;
    }
  }

  /** What remains of the goods by category, of those that cost something. */
  static SortedMap<String, Long> goods(List<Taxable> taxables) {
    SortedMap<String, Long> goods = new TreeMap<>();
    for (Taxable taxable : taxables) {
      if (taxable.kind() == Taxable.Kind.GOODS && taxable.total().isPositive()) {
        goods.merge(
            taxable.exempt() ? EXEMPT : taxable.category(),
            taxable.total().minor(),
            TaxRounding::plus);
      }
    }
    return goods;
  }
}
