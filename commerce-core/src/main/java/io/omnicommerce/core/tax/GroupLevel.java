package io.omnicommerce.core.tax;

import io.omnicommerce.tax.TaxRate;
import java.util.LinkedHashMap;
import java.util.List;
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
  public long[][] taxes(List<TaxPart> parts) {
    Map<Key, TaxGroup> groups = new LinkedHashMap<>();
    long[][] taxes = new long[parts.size()][];
    long[] nets = new long[taxes.length];
    for (int i = 0; i < taxes.length; i++) {
      taxes[i] = join(groups, i, parts.get(i));
      nets[i] = net(parts.get(i), taxes[i]);
    }
    groups.values().forEach(group -> group.settle(taxes, nets, rounding));
    return taxes;
  }

  private long[] join(Map<Key, TaxGroup> groups, int index, TaxPart part) {
    CategoryRates rates = part.rates();
    long[] below = new long[rates.count()];
    for (int rate = 0; rate < below.length; rate++) {
      below[rate] =
          group(groups, rates, rate).add(index, rate, part.amount(), rates.numerator(rate));
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
  private static long net(TaxPart part, long[] taxes) {
    return part.amount() < 0 ? Long.MAX_VALUE : part.rates().net(part.amount(), taxes);
  }
}
