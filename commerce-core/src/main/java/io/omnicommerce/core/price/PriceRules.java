package io.omnicommerce.core.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.price.Derivation;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.price.PriceRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  static boolean applies(PriceList list, PriceQuestion question) {
    return list.kind() != PriceList.Kind.COST
        && list.currency().equals(question.currency())
        && list.window().contains(question.at())
        && ConditionRules.hold(list.conditions(), question);
  }

  /** The lists that apply, and those from which they are computed. */
  static Collection<PriceList> needed(Collection<PriceList> lists, PriceQuestion question) {
    Map<PriceListId, PriceList> all = new LinkedHashMap<>();
    for (PriceList list : lists) {
      all.put(list.id(), list);
    }
    Map<PriceListId, PriceList> needed = new LinkedHashMap<>();
    for (PriceList list : applying(lists, question)) {
      PriceList next = list;
      while (next != null && needed.putIfAbsent(next.id(), next) == null) {
        next = next.derivation().isPresent() ? all.get(next.derivation().get().source()) : null;
      }
    }
    return needed.values();
  }

  /**
   * What a list offers for a SKU, whenever, for whomever and for whatever quantity: its own rows,
   * then what it computes from its source; each in the order in which they count.
   */
  static List<Offer> everything(PriceBook book, PriceList list, Sku sku, Comparator<Offer> order) {
    return everything(book, list, sku, order, 0);
  }

  /** Whether a row counts here and now. */
  static boolean counts(PriceRow row, PriceQuestion question) {
    return row.window().contains(question.at()) && ConditionRules.hold(row.conditions(), question);
  }

  // The depth was checked when the list was saved; here it keeps damaged data from looping.
  private static List<Offer> everything(
      PriceBook book, PriceList list, Sku sku, Comparator<Offer> order, int depth) {
    List<Offer> offers = own(list, book.entry(list.id(), sku));
    offers.sort(order);
    if (list.derivation().isPresent() && depth < Derivation.DEPTH_MAX) {
      Derivation derivation = list.derivation().get();
      PriceList source = book.lists().get(derivation.source());
      if (source != null) {
        for (Offer offer : everything(book, source, sku, order, depth + 1)) {
          offers.add(offer.derived(list, derivation));
        }
      }
    }
    return offers;
  }

  private static List<Offer> own(PriceList list, @Nullable PriceEntry entry) {
    if (entry == null) {
      return new ArrayList<>(0);
    }
    List<Offer> own = new ArrayList<>(entry.rows().size());
    for (PriceRow row : entry.rows()) {
      own.add(Offer.of(list, row, entry.floor()));
    }
    return own;
  }
}
