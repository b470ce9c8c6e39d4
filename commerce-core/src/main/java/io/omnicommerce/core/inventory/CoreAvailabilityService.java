package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.ChannelService;
import io.omnicommerce.channel.Location;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Reference;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.inventory.Addable;
import io.omnicommerce.inventory.Allotment;
import io.omnicommerce.inventory.AvailabilityService;
import io.omnicommerce.inventory.Inbound;
import io.omnicommerce.inventory.InboundId;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.SellableStock;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.SupplyPlan;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The service of what may be promised. */
public final class CoreAvailabilityService implements AvailabilityService {

  private static final String PIECE = "piece";

  private final Storage storage;

  public CoreAvailabilityService(Storage storage) {
    this.storage = storage;
  }

  @Override
  public void allot(CallContext context, ChannelId channel, Sku sku, Quantity max) {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(max, "max");
    set(
        context,
        session -> {
          CatalogEntry entry = allotted(session, channel, sku);
          return TermAccounts.set(
              TermAccounts.allotment(channel, sku), entry, max.toUnits(entry.unit().decimals()));
        });
  }

  @Override
  public void allotFreely(CallContext context, ChannelId channel, Sku sku) {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(sku, "sku");
    set(
        context,
        session ->
            TermAccounts.set(
                TermAccounts.allotment(channel, sku),
                allotted(session, channel, sku),
                TermAccounts.UNBOUNDED));
  }

  @Override
  public Optional<Allotment> allotment(CallContext context, ChannelId channel, Sku sku) {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(sku, "sku");
    context.actor().require(InventoryService.MANAGE);
    AccountId account = TermAccounts.allotment(channel, sku);
    return storage.inTransaction(
        context,
        session -> {
          CatalogEntry entry = entry(session, sku);
          return Optional.ofNullable(
                  session.ledger().balancesWithoutDue(List.of(account)).get(account))
              .map(balance -> allotment(channel, entry, balance));
        });
  }

  @Override
  public void protect(CallContext context, LocationId store, Sku sku, Quantity left) {
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(left, "left");
    set(
        context,
        session -> {
          requireStore(session, store);
          CatalogEntry entry = goods(session, sku);
          return TermAccounts.set(
              TermAccounts.walkIn(sku, store), entry, left.toUnits(entry.unit().decimals()));
        });
  }

  @Override
  public void protect(CallContext context, LocationId store, Quantity left) {
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(left, "left");
    set(
        context,
        session -> {
          requireStore(session, store);
          return TermAccounts.set(TermAccounts.walkIn(store), PIECE, left.toUnits(0));
        });
  }

  @Override
  public void backorder(CallContext context, LocationId location, Sku sku, Quantity max) {
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(max, "max");
    set(context, session -> backorder(session, location, sku, Optional.of(max)));
  }

  @Override
  public void backorderFreely(CallContext context, LocationId location, Sku sku) {
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(sku, "sku");
    set(context, session -> backorder(session, location, sku, Optional.empty()));
  }

  private static LedgerStep backorder(
      Session session, LocationId location, Sku sku, Optional<Quantity> max) {
    ChannelDocuments.location(session, location);
    CatalogEntry entry = goods(session, sku);
    long units =
        max.map(most -> most.toUnits(entry.unit().decimals())).orElse(TermAccounts.UNBOUNDED);
    return TermAccounts.set(TermAccounts.backorder(sku, location), entry, units);
  }

  @Override
  public void expect(CallContext context, Inbound inbound) {
    Objects.requireNonNull(inbound, "inbound");
    context.actor().require(InventoryService.MANAGE);
    InventoryRules.checkCount(inbound.lines(), SKUS_MAX, "linesMax");
    Expectations.checkOnce(inbound);
    storage.inTransaction(
        context,
        session -> {
          ChannelDocuments.location(session, inbound.location());
          Entries entries =
              CatalogDocuments.require(
                  session, inbound.lines().stream().map(Inbound.Line::sku).toList());
          InventoryRules.checkNoBundles(entries);
          Results.commit(session, Expectations.told(session, inbound, entries));
          return inbound;
        });
  }

  @Override
  public Optional<Inbound> inbound(CallContext context, InboundId id) {
    Objects.requireNonNull(id, "id");
    context.actor().require(InventoryService.MANAGE);
    return storage.inTransaction(
        context,
        session -> session.documents().find(InboundDocuments.TYPE, id.value()).map(Stored::value));
  }

  @Override
  public Quantity availableToPromise(CallContext context, Sku sku, Instant by) {
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(by, "by");
    return storage.inTransaction(
        context, session -> Promises.read(session, List.of(sku)).by(sku, by));
  }

  @Override
  public Map<Sku, SellableStock> sellable(CallContext context, Collection<Sku> skus) {
    Objects.requireNonNull(skus, "skus");
    InventoryRules.checkCount(skus, SKUS_MAX, "skusMax");
    return storage.inTransaction(context, session -> Promises.read(session, skus).sellable());
  }

  @Override
  public SupplyPlan plan(CallContext context, List<SkuQuantity> lines) {
    Objects.requireNonNull(lines, "lines");
    InventoryRules.checkCount(lines, SKUS_MAX, "linesMax");
    return storage.inTransaction(
        context,
        session ->
            Promises.read(session, lines.stream().map(SkuQuantity::sku).toList())
                .rules()
                .plan(lines));
  }

  @Override
  public Addable addable(CallContext context, Sku sku, Quantity has, Quantity more) {
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(has, "has");
    Objects.requireNonNull(more, "more");
    return storage.inTransaction(
        context, session -> Promises.read(session, List.of(sku)).addable(sku, has, more));
  }

  /** Sets a term: by the floor of its account, so that nothing that is taken meanwhile is lost. */
  private void set(CallContext context, Function<Session, LedgerStep> step) {
    context.actor().require(InventoryService.MANAGE);
    storage.inTransaction(
        context,
        session -> {
          LedgerStep term = step.apply(session);
          Results.commit(session, Decision.of(term));
          return term;
        });
  }

  private static CatalogEntry allotted(Session session, ChannelId channel, Sku sku) {
    if (ChannelDocuments.find(session, channel).isEmpty()) {
      throw NotFoundException.notSetUp(
          ChannelService.UNKNOWN_CHANNEL, Reference.of("channel", channel.value()));
    }
    return entry(session, sku);
  }

  private static CatalogEntry entry(Session session, Sku sku) {
    return CatalogDocuments.require(session, List.of(sku)).of(sku);
  }

  /** What lies on shelves: of a bundle its components do, and it comes and waits nowhere. */
  private static CatalogEntry goods(Session session, Sku sku) {
    Entries entries = CatalogDocuments.require(session, List.of(sku));
    InventoryRules.checkNoBundles(entries);
    return entries.of(sku);
  }

  private static Allotment allotment(ChannelId channel, CatalogEntry entry, Balance balance) {
    int decimals = entry.unit().decimals();
    boolean bounded = TermAccounts.bound(balance) < TermAccounts.UNBOUNDED;
    return new Allotment(
        channel,
        entry.sku(),
        Optional.of(Counts.quantity(TermAccounts.bound(balance), decimals)).filter(max -> bounded),
        Counts.quantity(TermAccounts.taken(balance), decimals),
        Optional.of(Counts.quantity(balance.available(), decimals)).filter(left -> bounded));
  }

  private static void requireStore(Session session, LocationId id) {
    Location location = ChannelDocuments.location(session, id);
    if (location.kind() != Location.Kind.STORE) {
      throw new RefusedException(
          NOT_A_STORE,
          "The location " + id + " has no walk-in customers: only a store can be protected.",
          Facts.of("location", id, "kind", location.kind()));
    }
  }
}
