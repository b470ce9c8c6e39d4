package io.omnicommerce.core.price;

import io.omnicommerce.common.Facts;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.Reference;
import io.omnicommerce.money.CurrencyMismatchException;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.price.PriceService;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is looked at before lists and entries are saved. */
final class PriceSaves {

  private PriceSaves() {}

  static void list(Session session, PriceList list, Instant from) {
    Map<String, Stored<StoredList>> stored = PriceDocuments.LISTS.stored(session);
    Map<String, List<ListEdition>> known = PriceDocuments.LISTS.editions(stored);
    String id = list.id().value();
    known.getOrDefault(id, List.of()).stream()
        .findFirst()
        .ifPresent(first -> checkCurrency(first.value(), list));
    if (!known.containsKey(id) && known.size() >= PriceService.ENTRIES_MAX) {
      throw new LimitExceededException(
          PriceService.LIMIT_EXCEEDED,
          "listsMax",
          PriceService.ENTRIES_MAX,
          "Change a list that is no longer used.");
    }
    known.put(id, with(known.get(id), new ListEdition(from, list), session.now()));
    checkDerivations(known, list.id(), from);
    PriceDocuments.LISTS.save(session, Map.of(id, list), from, sources(stored, list));
  }

  /**
   * The lists that one is computed from, now or later, and those from theirs: nobody may change
   * them at the same time, or two changes that are right alone would lead in a circle.
   */
  private static List<Stored<StoredList>> sources(
      Map<String, Stored<StoredList>> lists, PriceList of) {
    Map<String, Stored<StoredList>> found = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(of.id().value()));
    of.derivation().ifPresent(from -> open.add(from.source().value()));
    while (!open.isEmpty()) {
      Stored<StoredList> list = lists.get(open.remove());
      if (list != null && found.put(list.id(), list) == null) {
        for (ListEdition edition : list.value().editions()) {
          edition.value().derivation().ifPresent(from -> open.add(from.source().value()));
        }
      }
    }
    found.remove(of.id().value());
    return List.copyOf(found.values());
  }

  private static List<ListEdition> with(
      @Nullable List<ListEdition> known, ListEdition edition, Instant now) {
    return EditionRules.with(known == null ? List.of() : known, edition, now);
  }

  /** At every instant from which some list counts as it does, from this one on. */
  private static void checkDerivations(
      Map<String, List<ListEdition>> lists, PriceListId changed, Instant from) {
    NavigableSet<Instant> turns = new TreeSet<>(Set.of(from));
    for (List<ListEdition> editions : lists.values()) {
      for (ListEdition edition : editions) {
        turns.add(edition.since());
      }
    }
    for (Instant turn : turns.tailSet(from, true)) {
      DerivationRules.check(PriceDocuments.values(lists, turn), changed);
    }
  }

  static void entries(Session session, List<PriceEntry> entries, Instant from) {
    Set<String> ids = new HashSet<>();
    for (PriceEntry entry : entries) {
      ids.add(entry.list().value());
    }
    Map<String, List<ListEdition>> lists = PriceDocuments.LISTS.find(session, ids, false);
    Map<String, PriceEntry> byId = new LinkedHashMap<>();
    for (PriceEntry entry : entries) {
      checkEntry(lists.getOrDefault(entry.list().value(), new ArrayList<>()), entry);
      byId.put(PriceDocuments.entryId(entry.list(), entry.sku()), entry);
    }
    PriceDocuments.ENTRIES.save(session, byId, from, List.of());
  }

  private static void checkEntry(List<ListEdition> list, PriceEntry entry) {
    if (list.isEmpty()) {
      throw new NotFoundException(
          PriceService.UNKNOWN_LIST, Reference.of(DerivationRules.KIND, entry.list().value()));
    }
    checkCurrency(list.get(0).value(), entry);
  }

  private static void checkCurrency(PriceList list, PriceEntry entry) {
    Currency given = entry.rows().get(0).price().currency();
    if (!list.currency().equals(given)) {
      throw new CurrencyMismatchException(
          list.currency(),
          given,
          "The price list "
              + list.id()
              + " is in "
              + list.currency()
              + ", and the price of "
              + entry.sku()
              + " in "
              + given
              + ". Save it to a list in "
              + given
              + ".",
          Facts.of("list", list.id(), "sku", entry.sku()));
    }
  }

  /** A list has one currency for good: its entries stay, and they are in it. */
  private static void checkCurrency(PriceList known, PriceList list) {
    if (!known.currency().equals(list.currency())) {
      throw new CurrencyMismatchException(
          known.currency(),
          list.currency(),
          "The price list "
              + list.id()
              + " is in "
              + known.currency()
              + " for good. Save one in "
              + list.currency()
              + " under another id.",
          Facts.of("list", list.id()));
    }
  }
}
