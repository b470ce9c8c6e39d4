package io.omnicommerce.core.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.price.PriceService;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Price lists by id, and their entries by list and SKU. */
public final class PriceDocuments {

  public static final DocumentType<PriceList> LIST =
      DocumentType.of("price_list", Json.codec(PriceList.class));
  public static final DocumentType<PriceEntry> ENTRY =
      DocumentType.of("price_entry", Json.codec(PriceEntry.class));

  /** The most entries that are looked at to price one cart: SKUs times lists that apply. */
  public static final int ENTRIES_LOADED_MAX = 50_000;

  private PriceDocuments() {}

  /**
   * The id of an entry. The length comes first because both ids may hold any character, so that
   * nothing put between them would keep "a/b" and "c" apart from "a" and "b/c".
   */
  static String entryId(PriceListId list, Sku sku) {
    return list.value().length() + ":" + list + '/' + sku;
  }

  static List<PriceList> lists(Session session) {
    return session.documents().listSmall(LIST).stream().map(Stored::value).toList();
  }

  /** What is needed to find the prices of some SKUs: two round trips, however many they are. */
  public static PriceFacts facts(Session session, PriceQuestion question, Collection<Sku> skus) {
    return PriceFacts.of(
        question, book(session, PriceRules.applying(lists(session), question), skus));
  }

  /** These lists with their entries for some SKUs. */
  static PriceBook book(Session session, List<PriceList> lists, Collection<Sku> skus) {
    List<String> ids = ids(lists, new LinkedHashSet<>(skus));
    return PriceBook.of(
        lists,
        session.documents().findAll(ENTRY, ids).values().stream().map(Stored::value).toList());
  }

  private static List<String> ids(List<PriceList> lists, Set<Sku> skus) {
    if ((long) lists.size() * skus.size() > ENTRIES_LOADED_MAX) {
      throw new LimitExceededException(
          PriceService.LIMIT_EXCEEDED,
          "entriesLoadedMax",
          ENTRIES_LOADED_MAX,
          "Price fewer SKUs at once, or let fewer price lists apply here.");
    }
    List<String> ids = new ArrayList<>(lists.size() * skus.size());
    for (PriceList list : lists) {
      skus.forEach(sku -> ids.add(entryId(list.id(), sku)));
    }
    return ids;
  }
}
