package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Channel;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.HoldGroup;
import io.omnicommerce.ledger.HoldLine;
import io.omnicommerce.ledger.HoldState;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.storage.Session;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be sold, and what a group holds, the same for a reservation and for a checkout. */
public final class Sourcing {

  private Sourcing() {}

  /**
   * What a group that was lost held of stock and of its bounds, on the terms of today.
   *
   * @param channel the one it was made for
   */
  public static List<Leg> again(Session session, Channel channel, HoldGroup lost, Entries entries) {
    Set<LocationId> locations = new LinkedHashSet<>();
    for (HoldLine line : lost.lines()) {
      if (StockAccounts.isStock(line.from())) {
        locations.add(StockAccounts.location(line.from()));
      }
    }
    SaleTerms terms = SaleTerms.read(session, channel, entries.bySku().values(), locations);
    return lost.lines().stream()
        .filter(line -> StockAccounts.isStock(line.from()) || TermAccounts.isTerm(line.from()))
        .map(line -> terms.again(line, entries))
        .toList();
  }

  /** What a group that is still alive holds of each account. */
  public static Map<AccountId, Long> held(Session session, Optional<BatchId> own) {
    if (own.isEmpty()) {
      return Map.of();
    }
    return held(session, List.of(own.get()));
  }

  /** What groups that are still alive hold of each account together. */
  static Map<AccountId, Long> held(Session session, Collection<BatchId> own) {
    Map<AccountId, Long> held = new HashMap<>();
    for (BatchId id : own) {
      session
          .ledger()
          .batch(id)
          .filter(group -> isAlive(group, session))
          .ifPresent(
              group -> {
                for (HoldLine line : group.lines()) {
                  held.merge(line.from(), line.open(), Long::sum);
                }
              });
    }
    return held;
  }

  /** What may be sold of each SKU over some locations. */
  static Map<Sku, Quantity> available(
      Session session, Channel channel, Entries entries, List<LocationId> locations) {
    SaleTerms terms = SaleTerms.read(session, channel, entries.bySku().values(), locations);
    Remaining left = new Remaining(terms, Map.of());
    Map<Sku, Quantity> available = new LinkedHashMap<>();
    entries
        .bySku()
        .forEach(
            (sku, entry) ->
                available.put(
                    sku, Counts.quantity(left.over(entry, locations), entry.unit().decimals())));
    return available;
  }

  /** What may be sold of a SKU at each location, in their order. */
  static Map<LocationId, Quantity> byLocation(
      Session session, Channel channel, CatalogEntry entry, List<LocationId> locations) {
    Remaining left =
        new Remaining(SaleTerms.read(session, channel, List.of(entry), locations), Map.of());
    Map<LocationId, Quantity> available = new LinkedHashMap<>();
    for (LocationId location : locations) {
      available.put(location, Counts.quantity(left.at(entry, location), entry.unit().decimals()));
    }
    return available;
  }

  /** A group that is due counts as given back: its stock is in the balances already. */
  private static boolean isAlive(HoldGroup group, Session session) {
    return group.state() == HoldState.CONFIRMED
        || (group.state() == HoldState.HELD
            && group.expiresAt().map(session.now()::isBefore).orElse(true));
  }
}
