package io.omnicommerce.core.pricing;

import io.omnicommerce.core.pricing.LinePrices.Chosen;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricingLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * What is sold before promotions and tax, in the order of its ids: each line with its price and its
 * amount, rounded once; and what is charged beside.
 */
final class Goods {

  private final List<PricingLine> lines;
  private final List<Chosen> chosen;
  private final long[] amounts;
  private final List<Charge> charges;

  private Goods(
      List<PricingLine> lines, List<Chosen> chosen, long[] amounts, List<Charge> charges) {
    this.lines = lines;
    this.chosen = chosen;
    this.amounts = amounts;
    this.charges = charges;
  }

  /**
   * @throws io.omnicommerce.money.CurrencyMismatchException if a price is in another currency than
   *     the promotions
   */
  static Goods of(PricingTerms terms, List<Charge> charges, LinePrices prices) {
    List<PricingLine> lines = prices.lines();
    List<Chosen> chosen = new ArrayList<>(lines.size());
    long[] amounts = new long[lines.size()];
    for (int i = 0; i < amounts.length; i++) {
      Chosen of = prices.of(i);
      chosen.add(of);
      amounts[i] = amount(terms, of, lines.get(i));
    }
    return new Goods(lines, chosen, amounts, sorted(charges, Charge::id));
  }

  private static long amount(PricingTerms terms, Chosen chosen, PricingLine line) {
    Money amount = chosen.price().times(line.quantity(), terms.rounding());
    return Sums.minor(amount, terms.promotions().buyer().currency());
  }

  List<PricingLine> lines() {
    return lines;
  }

  List<Chosen> chosen() {
    return chosen;
  }

  /** What a line comes to, in minor units. */
  long amount(int line) {
    return amounts[line];
  }

  /** What all lines come to, in minor units. */
  long amount() {
    long all = 0;
    for (long amount : amounts) {
      all = Sums.plus(all, amount);
    }
    return all;
  }

  List<Charge> charges() {
    return charges;
  }

  /** In the order of ids. */
  static <T> List<T> sorted(List<T> list, Function<T, LineId> id) {
    if (isSorted(list, id)) {
      return list;
    }
    List<T> sorted = new ArrayList<>(list);
    sorted.sort(Comparator.comparing(id));
    return sorted;
  }

  private static <T> boolean isSorted(List<T> list, Function<T, LineId> id) {
    for (int i = 1; i < list.size(); i++) {
      if (id.apply(list.get(i - 1)).compareTo(id.apply(list.get(i))) > 0) {
        return false;
      }
    }
    return true;
  }
}
