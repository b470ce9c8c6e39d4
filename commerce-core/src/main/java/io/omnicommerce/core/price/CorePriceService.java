package io.omnicommerce.core.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.Reference;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.channel.ChannelSettings;
import io.omnicommerce.core.customer.CustomerDocuments;
import io.omnicommerce.core.storage.Saves;
import io.omnicommerce.customer.Buyer;
import io.omnicommerce.money.CurrencyMismatchException;
import io.omnicommerce.price.PriceAnswer;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceExplanation;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.price.PriceQuery;
import io.omnicommerce.price.PriceService;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The service of price lists. */
public final class CorePriceService implements PriceService {

  private final Storage storage;

  public CorePriceService(Storage storage) {
    this.storage = storage;
  }

  @Override
  public void save(CallContext context, PriceList list) {
    context.actor().require(EDIT);
    storage.inTransaction(
        context,
        session -> {
          checkList(PriceDocuments.lists(session), list);
          return Saves.replace(
              session, PriceDocuments.LIST, List.of(list), same -> same.id().value());
        });
  }

  private static void checkList(List<PriceList> known, PriceList list) {
    Optional<PriceList> before =
        known.stream().filter(other -> other.id().equals(list.id())).findFirst();
    // Its entries stay, and they are in the currency it had.
    before
        .filter(same -> !same.currency().equals(list.currency()))
        .ifPresent(
            same -> {
              throw new CurrencyMismatchException(same.currency(), list.currency());
            });
    if (before.isEmpty() && known.size() >= ENTRIES_MAX) {
      throw new LimitExceededException(
          LIMIT_EXCEEDED, "listsMax", ENTRIES_MAX, "Change a list that is no longer used.");
    }
  }

  @Override
  public void save(CallContext context, List<PriceEntry> entries) {
    context.actor().require(EDIT);
    if (entries.size() > ENTRIES_MAX) {
      throw new LimitExceededException(
          LIMIT_EXCEEDED, "entriesMax", ENTRIES_MAX, "Save fewer entries at once.");
    }
    storage.inTransaction(
        context,
        session -> {
          checkEntries(session, entries);
          return Saves.replace(
              session,
              PriceDocuments.ENTRY,
              entries,
              entry -> PriceDocuments.entryId(entry.list(), entry.sku()));
        });
  }

  private static void checkEntries(Session session, List<PriceEntry> entries) {
    Set<String> ids =
        entries.stream().map(entry -> entry.list().value()).collect(Collectors.toSet());
    Map<String, Stored<PriceList>> lists = session.documents().findAll(PriceDocuments.LIST, ids);
    entries.forEach(entry -> checkEntry(lists.get(entry.list().value()), entry));
  }

  private static void checkEntry(@Nullable Stored<PriceList> list, PriceEntry entry) {
    if (list == null) {
      throw new NotFoundException(
          UNKNOWN_LIST, Reference.of(PriceDocuments.LIST.name(), entry.list().value()));
    }
    Currency currency = entry.rows().get(0).price().currency();
    if (!currency.equals(list.value().currency())) {
      throw new CurrencyMismatchException(list.value().currency(), currency);
    }
  }

  @Override
  public List<PriceList> lists(CallContext context) {
    requireView(context.actor());
    return storage.inTransaction(context, PriceDocuments::lists);
  }

  @Override
  public Optional<PriceEntry> findEntry(CallContext context, PriceListId list, Sku sku) {
    Objects.requireNonNull(sku, "sku");
    requireView(context.actor());
    return storage.inTransaction(
        context,
        session ->
            session
                .documents()
                .find(PriceDocuments.ENTRY, PriceDocuments.entryId(list, sku))
                .map(Stored::value));
  }

  private static void requireView(Actor actor) {
    if (!actor.may(EDIT)) {
      actor.require(VIEW);
    }
  }

  @Override
  public Map<Sku, PriceAnswer> prices(CallContext context, PriceQuery query) {
    Objects.requireNonNull(query, "query");
    return storage.inTransaction(context, session -> prices(session, query));
  }

  private static Map<Sku, PriceAnswer> prices(Session session, PriceQuery query) {
    PriceFacts facts =
        PriceDocuments.facts(session, question(session, query), query.quantities().keySet());
    Map<Sku, PriceAnswer> found = new TreeMap<>();
    query
        .quantities()
        .forEach(
            (sku, quantity) ->
                facts.price(sku, quantity).ifPresent(price -> found.put(sku, price)));
    return Collections.unmodifiableMap(found);
  }

  @Override
  public Map<Sku, PriceExplanation> explain(CallContext context, PriceQuery query) {
    Objects.requireNonNull(query, "query");
    requireView(context.actor());
    return storage.inTransaction(context, session -> explain(session, query));
  }

  private static Map<Sku, PriceExplanation> explain(Session session, PriceQuery query) {
    PriceQuestion question = question(session, query);
    PriceBook book =
        PriceDocuments.book(session, PriceDocuments.lists(session), query.quantities().keySet());
    PriceFacts facts = PriceFacts.of(question, book);
    Map<Sku, PriceExplanation> told = new TreeMap<>();
    query
        .quantities()
        .forEach(
            (sku, quantity) ->
                told.put(sku, ExplanationRules.explain(book, facts, question, sku, quantity)));
    return Collections.unmodifiableMap(told);
  }

  /** The currency is checked before any price is looked at (L4); who else it is for, as well. */
  private static PriceQuestion question(Session session, PriceQuery query) {
    ChannelSettings settings = ChannelDocuments.settings(session);
    settings.market().checkCurrency(query.currency());
    return PriceQuestion.of(
        settings,
        session.context(),
        buyer(session, query.buyer()),
        query.destination(),
        query.currency(),
        query.at().orElse(session.now()));
  }

  private static Buyer buyer(Session session, Buyer asked) {
    Actor caller = session.context().actor();
    Buyer own = CustomerDocuments.buyer(session, caller.customer());
    if (!asked.isWithin(own)) {
      caller.require(ASSIST);
    }
    return asked.and(own);
  }
}
