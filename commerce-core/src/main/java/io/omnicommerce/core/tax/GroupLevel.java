package io.omnicommerce.core.tax;

import io.omnicommerce.tax.TaxRate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Everything of one name is rounded once, and given back to the lines by largest remainder. */
record GroupLevel(TaxRounding rounding, Function<TaxRate, Object> name) implements Level {

  /** Taxes out of different sums of included rates have no common denominator. */
  private record Key(Object name, boolean included, long denominator) {}

  /** All of one percentage. */
  static GroupLevel byRate(TaxRounding rounding) {
    return new GroupLevel(rounding, TaxRate::percent);
  }

  /** All of one code. */
  static GroupLevel byCode(TaxRounding rounding) {
    return new GroupLevel(rounding, TaxRate::code);
  }

  @Override
  public long[][] taxes(TaxParts parts) {
    Map<Key, TaxGroup> groups = new LinkedHashMap<>();
    long[][] taxes = new long[parts.size()][];
    long[] nets = new long[taxes.length];
    for (int i = 0; i < taxes.length; i++) {
      taxes[i] = join(groups, i, parts.rates(i), parts.amount(i));
      nets[i] = net(parts.rates(i), parts.amount(i), taxes[i]);
    }
    groups.values().forEach(group -> group.settle(taxes, nets, rounding));
    return taxes;
  }

  private long[] join(Map<Key, TaxGroup> groups, int index, CategoryRates rates, long amount) {
    long[] below = new long[rates.count()];
    for (int rate = 0; rate < below.length; rate++) {
      below[rate] = group(groups, rates, rate).add(index, rate, amount, rates.numerator(rate));
    }
    return below;
  }

  private TaxGroup group(Map<Key, TaxGroup> groups, CategoryRates rates, int rate) {
    boolean included = rates.isIncluded(rate);
    long denominator = rates.denominator(rate);
    return groups.computeIfAbsent(
        new Key(name.apply(rates.rate(rate)), included, denominator),
        key -> new TaxGroup(included, denominator));
  }

  /** What an amount can still give to included taxes; what is taken off can give anything. */
  private static long net(CategoryRates rates, long amount, long[] taxes) {
    return amount < 0 ? Long.MAX_VALUE : rates.net(amount, taxes);
  }
}
