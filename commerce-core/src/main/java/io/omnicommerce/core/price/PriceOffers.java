package io.omnicommerce.core.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What all lists offer for some SKUs, as a market compares rows: for whomever, whenever and however
 * much. Immutable.
 */
public record PriceOffers(List<ListOffers> lists, Conventions conventions) {

  /** The offers of rows that are loaded. */
  public static PriceOffers of(
      Collection<PriceList> lists, Collection<PriceEntry> entries, Conventions conventions) {
    return of(PriceBook.of(lists, entries), conventions);
  }

  static PriceOffers of(PriceBook book, Conventions conventions) {
    Comparator<Offer> order = Selection.of(conventions).rows();
    Set<Sku> skus = book.skus();
    List<ListOffers> offers = new ArrayList<>(book.lists().size());
    for (PriceList list : book.lists().values()) {
      if (list.kind() != PriceList.Kind.COST) {
        offers.add(ListOffers.of(book, list, skus, order));
      }
    }
    return new PriceOffers(offers, conventions);
  }
}
