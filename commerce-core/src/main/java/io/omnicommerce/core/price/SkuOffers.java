package io.omnicommerce.core.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.price.PriceList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each of some lists offers for one SKU: the offers in the order in which they count. */
final class SkuOffers {

  private final Offer[][] byList;

  private SkuOffers(Offer[][] byList) {
    this.byList = byList;
  }

  static SkuOffers of(PriceBook book, List<PriceList> lists, Sku sku, Comparator<Offer> order) {
    Offer[][] byList = new Offer[lists.size()][];
    for (int list = 0; list < byList.length; list++) {
      byList[list] = PriceRules.everything(book, lists.get(list), sku, order).toArray(Offer[]::new);
    }
    return new SkuOffers(byList);
  }

  /**
   * The offer of a list that counts here and now.
   *
   * @param list its place among the lists
   * @param quantity any, if null
   */
  @Nullable Offer first(int list, @Nullable Quantity quantity, PriceQuestion question) {
    for (Offer offer : byList[list]) {
      if ((quantity == null || offer.isFor(quantity)) && offer.counts(question)) {
        return offer;
      }
    }
    return null;
  }
}
