package io.omnicommerce.core.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What all lists offer for some SKUs, as a market compares rows: for whomever, whenever and however
 * much. Immutable.
 *
 * @param lists those that sell
 */
public record PriceOffers(
    List<PriceList> lists, Map<Sku, SkuOffers> offers, Conventions conventions) {

  /** The offers of rows that are loaded. */
  public static PriceOffers of(
      Collection<PriceList> lists, Collection<PriceEntry> entries, Conventions conventions) {
    return of(PriceBook.of(lists, entries), conventions);
  }

  static PriceOffers of(PriceBook book, Conventions conventions) {
    List<PriceList> selling =
        book.lists().values().stream().filter(list -> list.kind() != PriceList.Kind.COST).toList();
    Comparator<Offer> order = Selection.of(conventions).rows();
    Map<Sku, SkuOffers> offers = new HashMap<>();
    book.skus().forEach(sku -> offers.put(sku, SkuOffers.of(book, selling, sku, order)));
    return new PriceOffers(selling, offers, conventions);
  }
}
