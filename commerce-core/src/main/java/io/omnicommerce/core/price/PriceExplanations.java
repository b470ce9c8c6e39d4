package io.omnicommerce.core.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.common.WhenRead;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceExplanation;
import io.omnicommerce.price.PriceList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Why each of some SKUs has its price, or none, in the order of SKUs. Pure. */
public final class PriceExplanations {

  private PriceExplanations() {}

  /**
   * @param lists every list, whether it applies or not
   * @param entries theirs for the SKUs
   */
  public static List<PriceExplanation> of(
      Collection<PriceList> lists,
      Collection<PriceEntry> entries,
      PriceQuestion question,
      Map<Sku, Quantity> quantities) {
    return of(PriceBook.of(lists, entries), question, quantities);
  }

  static List<PriceExplanation> of(
      PriceBook book, PriceQuestion question, Map<Sku, Quantity> quantities) {
    return WhenRead.of(() -> all(book, question, new TreeMap<>(quantities)));
  }

  private static List<PriceExplanation> all(
      PriceBook book, PriceQuestion question, SortedMap<Sku, Quantity> quantities) {
    PriceFacts facts = PriceFacts.of(question, book);
    List<PriceExplanation> explained = new ArrayList<>();
    quantities.forEach(
        (sku, quantity) ->
            explained.add(ExplanationRules.explain(book, facts, question, sku, quantity)));
    return explained;
  }
}
