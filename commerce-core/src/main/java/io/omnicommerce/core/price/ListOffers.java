package io.omnicommerce.core.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.price.PriceList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one list offers for some SKUs: of each the offers in the order in which they count. */
record ListOffers(PriceList list, Map<Sku, List<Offer>> offers) {

  static ListOffers of(PriceBook book, PriceList list, Set<Sku> skus, Comparator<Offer> order) {
    Map<Sku, List<Offer>> offers = new HashMap<>();
    for (Sku sku : skus) {
      List<Offer> found = PriceRules.everything(book, list, sku, order);
      if (!found.isEmpty()) {
        offers.put(sku, found);
      }
    }
    return new ListOffers(list, offers);
  }

  /**
   * The offer that counts here and now.
   *
   * @param quantity any, if null
   */
  @Nullable Offer first(Sku sku, @Nullable Quantity quantity, PriceQuestion question) {
    List<Offer> found = offers.get(sku);
    for (int i = 0; found != null && i < found.size(); i++) {
      Offer offer = found.get(i);
      if ((quantity == null || offer.isFor(quantity)) && offer.counts(question)) {
        return offer;
      }
    }
    return null;
  }
}
