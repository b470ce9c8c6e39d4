package io.omnicommerce.core.tax;

import io.omnicommerce.money.Apportion;
import io.omnicommerce.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes what is to be taxed apart into amounts with the rates that apply to them. */
final class TaxParts {

  private static final String EXEMPT = "";

  private final TaxTable table;
  private final boolean discountsApart;
  private final List<TaxPart> parts;

  TaxParts(TaxTable table, boolean discountsApart, int count) {
    this.table = table;
    this.discountsApart = discountsApart;
    parts = new ArrayList<>(count);
  }

  List<TaxPart> parts() {
    return parts;
  }

  void add(int index, Taxable taxable) {
    CategoryRates rates = taxable.exempt() ? CategoryRates.NONE : table.rates(taxable.category());
    if (discountsApart && !taxable.discount().isZero()) {
      parts.add(new TaxPart(index, rates, taxable.amount().minor(), taxable.units()));
      parts.add(new TaxPart(index, rates, taxable.discount().negated().minor(), taxable.units()));
    } else {
      parts.add(new TaxPart(index, rates, taxable.total().minor(), taxable.units()));
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
