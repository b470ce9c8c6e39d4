package io.omnicommerce.core.tax;

import io.omnicommerce.money.Apportion;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes what is to be taxed apart into amounts with the rates that apply to them, as columns. */
final class TaxParts {

  private static final String EXEMPT = "";

  private final TaxTable table;
  private final boolean discountsApart;
  private final Taxables of;

  /** The first part of each thing, and behind the last one all parts; none if each has one. */
  private final int[] firsts;

  private CategoryRates[] rates;
  private long[] amounts;

  /** Where the taxes of each part begin among all taxes. */
  private int[] begins;

  private int size;

  private @Nullable String lastCategory;
  private CategoryRates lastRates = CategoryRates.NONE;

  private TaxParts(TaxTable table, boolean discountsApart, boolean byGoods, Taxables of) {
    this.table = table;
    this.discountsApart = discountsApart;
    this.of = of;
    firsts = new int[discountsApart || byGoods ? of.size() + 1 : 0];
    rates = new CategoryRates[of.size()];
    amounts = new long[of.size()];
    begins = new int[of.size() + 1];
  }

  /**
   * @param byGoods whether delivery has the rates of the goods
   */
  static TaxParts of(TaxTable table, boolean discountsApart, boolean byGoods, Taxables of) {
    TaxParts parts = new TaxParts(table, discountsApart, byGoods, of);
    SortedMap<String, Long> goods = byGoods ? goods(of) : new TreeMap<>();
    for (int place = 0; place < of.size(); place++) {
      if (goods.isEmpty() || of.kind(place) != Taxables.Kind.SHIPPING || of.isExempt(place)) {
        parts.add(of.category(place), of.isExempt(place), of.amount(place), of.discount(place));
      } else {
        parts.addByGoods(of.amount(place), of.discount(place), goods);
      }
      parts.end(place);
    }
    return parts;
  }

  private void end(int place) {
    if (firsts.length > 0) {
      firsts[place + 1] = size;
    }
  }

  int size() {
    return size;
  }

  /** The first part of a thing. */
  int first(int place) {
    return firsts.length == 0 ? place : firsts[place];
  }

  CategoryRates rates(int part) {
    return rates[part];
  }

  /** In minor units; below zero what is taken off. */
  long amount(int part) {
    return amounts[part];
  }

  /** Where the taxes of a part begin among all taxes; behind the last part how many there are. */
  int begin(int part) {
    return begins[part];
  }

  /** One for each tax of each part. */
  long[] column() {
    return new long[begins[size]];
  }

  /** How many units a thing is of. */
  long units(int place) {
    return of.units(place);
  }

  private void add(CategoryRates at, long amount) {
    if (size == amounts.length) {
      grow();
    }
    rates[size] = at;
    amounts[size] = amount;
    begins[size + 1] = begins[size] + at.count();
    size++;
  }

  private void grow() {
    rates = Arrays.copyOf(rates, size * 2);
    amounts = Arrays.copyOf(amounts, size * 2);
    begins = Arrays.copyOf(begins, size * 2 + 1);
  }

  private void add(String category, boolean exempt, long amount, long discount) {
    CategoryRates at = exempt ? CategoryRates.NONE : rates(category);
    if (discountsApart && discount != 0) {
      add(at, amount);
      add(at, -discount);
    } else {
      add(at, TaxRounding.plus(amount, -discount));
    }
  }

  /** Most goods of a cart are of one category. */
  private CategoryRates rates(String category) {
    if (!category.equals(lastCategory)) {
      lastCategory = category;
      lastRates = table.rates(category);
    }
    return lastRates;
  }

  /** Delivery at the rates of the goods, in proportion to what remains of their amounts. */
  private void addByGoods(long amount, long discount, SortedMap<String, Long> goods) {
    long[] weights = goods.values().stream().mapToLong(Long::longValue).toArray();
    long[] shares = Apportion.byLargestRemainder(amount, weights);
    long[] discounts = Apportion.byLargestRemainder(discount, weights);
    int i = 0;
    for (String category : goods.keySet()) {
      add(category, category.equals(EXEMPT), shares[i], discounts[i]);
      i++;
    }
  }

  /** Whether something of goods remains that delivery can follow. */
  static boolean hasGoods(Taxables of) {
    return !goods(of).isEmpty();
  }

  /** What remains of the goods by category, of those that cost something. */
  private static SortedMap<String, Long> goods(Taxables of) {
    SortedMap<String, Long> goods = new TreeMap<>();
    for (int place = 0; place < of.size(); place++) {
      if (of.kind(place) == Taxables.Kind.GOODS && of.total(place) > 0) {
        goods.merge(
            of.isExempt(place) ? EXEMPT : of.category(place), of.total(place), TaxRounding::plus);
      }
    }
    return goods;
  }
}
