package io.omnicommerce.core.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceExplanation;
import io.omnicommerce.price.PriceList;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Why each of some SKUs has its price, or none, in the order of SKUs. Pure. */
public final class PriceExplanations {

  private PriceExplanations() {}

  /**
   * @param lists every list, whether it applies or not
   * @param entries theirs for the SKUs
   */
  public static Map<Sku, PriceExplanation> of(
      Collection<PriceList> lists,
      Collection<PriceEntry> entries,
      PriceQuestion question,
      Map<Sku, Quantity> quantities) {
    return of(PriceBook.of(lists, entries), question, quantities);
  }

  static Map<Sku, PriceExplanation> of(
      PriceBook book, PriceQuestion question, Map<Sku, Quantity> quantities) {
    PriceFacts facts = PriceFacts.of(question, book);
    Map<Sku, PriceExplanation> explained = new TreeMap<>();
    quantities.forEach(
        (sku, quantity) ->
            explained.put(sku, ExplanationRules.explain(book, facts, question, sku, quantity)));
    return Collections.unmodifiableMap(explained);
  }
}
