package io.omnicommerce.core.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.price.BasePrice;
import io.omnicommerce.price.LowestPrice;
import io.omnicommerce.price.PriceAnswer;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceExplanation;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.price.PriceQuery;
import io.omnicommerce.price.PriceService;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The service of price lists. */
public final class CorePriceService implements PriceService {

  private final Storage storage;

  public CorePriceService(Storage storage) {
    this.storage = storage;
  }

  @Override
  public void save(CallContext context, PriceList list) {
    context.actor().require(EDIT);
    inTransaction(context, session -> PriceSaves.list(session, list, session.now()));
  }

  @Override
  public void save(CallContext context, PriceList list, Instant from) {
    Objects.requireNonNull(from, "from");
    context.actor().require(EDIT);
    inTransaction(context, session -> PriceSaves.list(session, list, from));
  }

  @Override
  public void save(CallContext context, List<PriceEntry> entries) {
    checkSize(context, entries);
    inTransaction(context, session -> PriceSaves.entries(session, entries, session.now()));
  }

  @Override
  public void save(CallContext context, List<PriceEntry> entries, Instant from) {
    Objects.requireNonNull(from, "from");
    checkSize(context, entries);
    inTransaction(context, session -> PriceSaves.entries(session, entries, from));
  }

  private static void checkSize(CallContext context, List<PriceEntry> entries) {
    context.actor().require(EDIT);
    if (entries.size() > ENTRIES_MAX) {
      throw new LimitExceededException(
          LIMIT_EXCEEDED, "entriesMax", ENTRIES_MAX, "Save fewer entries at once.");
    }
  }

  private void inTransaction(CallContext context, Consumer<Session> work) {
    storage.inTransaction(
        context,
        session -> {
          work.accept(session);
          return true;
        });
  }

  @Override
  public List<PriceList> lists(CallContext context) {
    requireView(context.actor());
    return storage.inTransaction(
        context,
        session -> {
          List<PriceList> lists = new ArrayList<>();
          PriceDocuments.LISTS
              .all(session, false)
              .values()
              .forEach(
                  of ->
                      EditionRules.atOrFirst(of, session.now())
                          .ifPresent(edition -> lists.add(edition.value())));
          return Collections.unmodifiableList(lists);
        });
  }

  @Override
  public Optional<PriceEntry> findEntry(CallContext context, PriceListId list, Sku sku) {
    String id = entryId(list, sku);
    requireView(context.actor());
    return storage.inTransaction(
        context,
        session ->
            EditionRules.at(
                    PriceDocuments.ENTRIES
                        .find(session, List.of(id), false)
                        .getOrDefault(id, List.of()),
                    session.now())
                .map(EntryEdition::value));
  }

  @Override
  public SortedMap<Instant, PriceList> changes(CallContext context, PriceListId list) {
    Objects.requireNonNull(list, "list");
    return changes(context, PriceDocuments.LISTS, list.value());
  }

  @Override
  public SortedMap<Instant, PriceEntry> changes(CallContext context, PriceListId list, Sku sku) {
    return changes(context, PriceDocuments.ENTRIES, entryId(list, sku));
  }

  private <T, E extends Edition<T>> SortedMap<Instant, T> changes(
      CallContext context, Kept<T, E, ?> kept, String id) {
    requireView(context.actor());
    SortedMap<Instant, T> changes = new TreeMap<>();
    storage
        .inTransaction(context, session -> kept.find(session, List.of(id), true))
        .getOrDefault(id, List.of())
        .forEach(edition -> changes.put(edition.since(), edition.value()));
    return Collections.unmodifiableSortedMap(changes);
  }

  private static String entryId(PriceListId list, Sku sku) {
    Objects.requireNonNull(list, "list");
    return PriceDocuments.entryId(list, Objects.requireNonNull(sku, "sku"));
  }

  private static void requireView(Actor actor) {
    if (!actor.may(EDIT)) {
      actor.require(VIEW);
    }
  }

  @Override
  public Map<Sku, PriceAnswer> prices(CallContext context, PriceQuery query) {
    Objects.requireNonNull(query, "query");
    return storage.inTransaction(context, session -> PriceLookup.prices(session, query));
  }

  @Override
  public Map<Sku, PriceExplanation> explain(CallContext context, PriceQuery query) {
    Objects.requireNonNull(query, "query");
    requireView(context.actor());
    return storage.inTransaction(context, session -> PriceLookup.explain(session, query));
  }

  @Override
  public Map<Sku, LowestPrice> lowestPrices(CallContext context, PriceQuery query) {
    Objects.requireNonNull(query, "query");
    return storage.inTransaction(
        context, session -> PriceLookup.lowest(session, query, LowestPriceRules::ofReduction));
  }

  @Override
  public Map<Sku, LowestPrice> lowestPricesBefore(CallContext context, PriceQuery query) {
    Objects.requireNonNull(query, "query");
    return storage.inTransaction(
        context, session -> PriceLookup.lowest(session, query, LowestPriceRules::before));
  }

  @Override
  public Map<Sku, BasePrice> basePrices(CallContext context, PriceQuery query) {
    Objects.requireNonNull(query, "query");
    return storage.inTransaction(context, session -> PriceLookup.basePrices(session, query));
  }
}
