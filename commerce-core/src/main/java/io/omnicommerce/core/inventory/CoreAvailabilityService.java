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
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.inventory.Allotment;
import io.omnicommerce.inventory.AvailabilityService;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import java.util.List;
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
          CatalogEntry entry = entry(session, sku);
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
