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
  public long[] taxes(TaxParts parts) {
    Map<Key, TaxGroup> groups = new LinkedHashMap<>();
    long[] taxes = parts.column();
    long[] nets = new long[parts.size()];
    for (int part = 0; part < nets.length; part++) {
      join(groups, part, parts, taxes);
      nets[part] = net(parts.rates(part), parts.amount(part), taxes, parts.begin(part));
    }
    groups.values().forEach(group -> group.settle(taxes, nets, rounding));
    return taxes;
  }

  private void join(Map<Key, TaxGroup> groups, int part, TaxParts parts, long[] taxes) {
    CategoryRates rates = parts.rates(part);
    for (int rate = 0; rate < rates.count(); rate++) {
      int place = parts.begin(part) + rate;
      taxes[place] =
          group(groups, rates, rate).add(part, place, parts.amount(part), rates.numerator(rate));
    }
  }

  private TaxGroup group(Map<Key, TaxGroup> groups, CategoryRates rates, int rate) {
    boolean included = rates.isIncluded(rate);
    long denominator = rates.denominator(rate);
    return groups.computeIfAbsent(
        new Key(name.apply(rates.rate(rate)), included, denominator),
        key -> new TaxGroup(included, denominator));
  }

  /** What an amount can still give to included taxes; what is taken off can give anything. */
  private static long net(CategoryRates rates, long amount, long[] taxes, int begin) {
    return amount < 0 ? Long.MAX_VALUE : rates.net(amount, taxes, begin);
  }
}
