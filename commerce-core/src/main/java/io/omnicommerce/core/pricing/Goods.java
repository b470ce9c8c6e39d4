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
record Goods(
    List<PricingLine> lines, List<Chosen> chosen, List<Money> amounts, List<Charge> charges) {

  static Goods of(PricingTerms terms, List<Charge> charges, LinePrices prices) {
    List<PricingLine> lines = prices.lines();
    List<Chosen> chosen = new ArrayList<>(lines.size());
    List<Money> amounts = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      Chosen of = prices.of(i);
      chosen.add(of);
      amounts.add(of.price().times(lines.get(i).quantity(), terms.rounding()));
    }
    return new Goods(lines, chosen, amounts, sorted(charges, Charge::id));
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
