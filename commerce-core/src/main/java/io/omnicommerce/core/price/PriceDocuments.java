package io.omnicommerce.core.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceExplanation;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.price.PriceService;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Price lists by id, and their entries by list and SKU; each with its editions. */
public final class PriceDocuments {

  public static final DocumentType<StoredList> LIST =
      DocumentType.of(DerivationRules.KIND, Json.codec(StoredList.class));
  public static final DocumentType<StoredEntry> ENTRY =
      DocumentType.of("price_entry", Json.codec(StoredEntry.class));
  public static final DocumentType<StoredList> PAST_LIST =
      DocumentType.of("price_list_past", Json.codec(StoredList.class));
  public static final DocumentType<StoredEntry> PAST_ENTRY =
      DocumentType.of("price_entry_past", Json.codec(StoredEntry.class));

  static final Kept<PriceList, ListEdition, StoredList> LISTS =
      new Kept<>(LIST, PAST_LIST, StoredList::editions, StoredList::new, ListEdition::new);
  static final Kept<PriceEntry, EntryEdition, StoredEntry> ENTRIES =
      new Kept<>(ENTRY, PAST_ENTRY, StoredEntry::editions, StoredEntry::new, EntryEdition::new);

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

  /** The lists that there are at an instant. */
  static List<PriceList> lists(Session session, Instant at) {
    return values(LISTS.all(session, isPast(session, at)), at);
  }

  /** What lists are called; those that are unknown are left out. */
  public static Map<PriceListId, String> titles(
      Session session, Collection<PriceListId> ids, Instant at) {
    Map<PriceListId, String> titles = new TreeMap<>();
    for (PriceList list : lists(session, at)) {
      if (ids.contains(list.id())) {
        titles.put(list.id(), list.title());
      }
    }
    return titles;
  }

  /** What is needed to find the prices of some SKUs: two round trips, however many they are. */
  public static PriceFacts facts(Session session, PriceQuestion question, Collection<Sku> skus) {
    Collection<PriceList> needed = PriceRules.needed(lists(session, question.at()), question);
    return PriceFacts.of(question, book(session, needed, skus, question.at()));
  }

  /** These lists with their entries for some SKUs at an instant. */
  static PriceBook book(
      Session session, Collection<PriceList> lists, Collection<Sku> skus, Instant at) {
    List<String> ids = ids(lists.stream().map(PriceList::id).toList(), skus);
    return PriceBook.of(lists, values(ENTRIES.find(session, ids, isPast(session, at)), at));
  }

  /** Everything that was, is and is planned of all lists, and of their entries for some SKUs. */
  static PriceHistory history(Session session, Collection<Sku> skus) {
    Map<String, List<ListEdition>> lists = LISTS.all(session, true);
    List<PriceListId> named = lists.keySet().stream().map(PriceListId::of).toList();
    return new PriceHistory(
        List.copyOf(lists.values()),
        List.copyOf(ENTRIES.find(session, ids(named, skus), true).values()));
  }

  /** Why each of some SKUs has its price, or none, in the order of SKUs. */
  public static List<PriceExplanation> explain(
      Session session, PriceQuestion question, Map<Sku, Quantity> quantities) {
    return PriceExplanations.of(
        book(session, lists(session, question.at()), quantities.keySet(), question.at()),
        question,
        quantities);
  }

  private static boolean isPast(Session session, Instant at) {
    return at.isBefore(session.now().minus(EditionRules.KEPT));
  }

  static <T, E extends Edition<T>> List<T> values(Map<String, List<E>> editions, Instant at) {
    List<T> values = new ArrayList<>(editions.size());
    for (List<E> of : editions.values()) {
      Optional<E> found = EditionRules.at(of, at);
      if (found.isPresent()) {
        values.add(found.get().value());
      }
    }
    return values;
  }

  private static List<String> ids(Collection<PriceListId> lists, Collection<Sku> skus) {
    Set<Sku> distinct = new LinkedHashSet<>(skus);
    if ((long) lists.size() * distinct.size() > ENTRIES_LOADED_MAX) {
      throw new LimitExceededException(
          PriceService.LIMIT_EXCEEDED,
          "entriesLoadedMax",
          ENTRIES_LOADED_MAX,
          "Price fewer SKUs at once, or let fewer price lists apply here.");
    }
    List<String> ids = new ArrayList<>(lists.size() * distinct.size());
    for (PriceListId list : lists) {
      distinct.forEach(sku -> ids.add(entryId(list, sku)));
    }
    return ids;
  }
}
