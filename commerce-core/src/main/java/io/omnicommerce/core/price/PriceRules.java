package io.omnicommerce.core.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Which lists and rows count for somebody, somewhere, at a time. */
final class PriceRules {

  private PriceRules() {}

  static List<PriceList> applying(Collection<PriceList> lists, PriceQuestion question) {
    List<PriceList> applying = new ArrayList<>();
    for (PriceList list : lists) {
      if (applies(list, question)) {
        applying.add(list);
      }
    }
    return applying;
  }

  private static boolean applies(PriceList list, PriceQuestion question) {
    return list.currency().equals(question.currency())
        && list.window().contains(question.at())
        && ConditionRules.hold(list.conditions(), question);
  }

  /** What a list that applies offers for a SKU, for whatever quantity. */
  static List<Offer> offers(PriceBook book, PriceList list, Sku sku, PriceQuestion question) {
    PriceEntry entry = book.entry(list.id(), sku);
    if (entry == null) {
      return List.of();
    }
    List<Offer> offers = new ArrayList<>(entry.rows().size());
    for (PriceRow row : entry.rows()) {
      if (row.window().contains(question.at()) && ConditionRules.hold(row.conditions(), question)) {
        offers.add(Offer.of(list, row, entry.floor()));
      }
    }
    return offers;
  }

  /** Every row that a list has for a SKU, whether it counts or not. */
  static List<Offer> everything(PriceBook book, PriceList list, Sku sku) {
    PriceEntry entry = book.entry(list.id(), sku);
    List<Offer> offers = new ArrayList<>();
    if (entry != null) {
      entry.rows().forEach(row -> offers.add(Offer.of(list, row, entry.floor())));
    }
    return offers;
  }
}
