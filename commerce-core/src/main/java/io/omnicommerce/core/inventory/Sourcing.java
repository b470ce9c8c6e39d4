package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.HoldGroup;
import io.omnicommerce.ledger.HoldLine;
import io.omnicommerce.ledger.HoldState;
import io.omnicommerce.storage.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the goods of a cart come from, the same for a reservation and for a checkout. */
public final class Sourcing {

  private Sourcing() {}

  /**
   * A source for each line, in the order of the lines. What nobody carries, such as a download, is
   * not to be asked for here: it has no stock.
   *
   * @param sources the locations in the order in which they are preferred
   * @param own a group that is going to be released in the same decision, so that what it holds can
   *     be taken
   */
  public static List<StockSource> choose(
      Session session,
      List<SkuQuantity> lines,
      Entries entries,
      List<LocationId> sources,
      Optional<BatchId> own) {
    return SourcingRules.choose(
        lines, entries, sources, shelves(session, skus(lines), sources, held(session, own)));
  }

  /**
   * What each location has left of some goods once the lines are taken, in the order of the
   * locations; of what nobody carries nothing is said. Asks for the shelves of these goods only.
   *
   * @param sources as for {@link #choose}
   * @param own as for {@link #choose}
   */
  public static Map<Sku, List<Quantity>> spare(
      Session session,
      Entries of,
      List<SkuQuantity> lines,
      List<LocationId> sources,
      Optional<BatchId> own) {
    List<CatalogEntry> carried = new ArrayList<>();
    Set<Sku> skus = new LinkedHashSet<>();
    for (CatalogEntry entry : of.bySku().values()) {
      if (entry.shippable() && skus.add(entry.sku())) {
        carried.add(entry);
      }
    }
    if (carried.isEmpty()) {
      return Map.of();
    }
    List<SkuQuantity> before = lines.stream().filter(line -> skus.contains(line.sku())).toList();
    Map<AccountId, Long> shelves = shelves(session, skus, sources, held(session, own));
    return SourcingRules.spare(carried, before, of, sources, shelves);
  }

  /** What a group that is still alive holds of each account. */
  public static Map<AccountId, Long> held(Session session, Optional<BatchId> own) {
    if (own.isEmpty()) {
      return Map.of();
    }
    Map<AccountId, Long> held = new HashMap<>();
    own.flatMap(id -> session.ledger().batch(id))
        .filter(group -> isAlive(group, session))
        .ifPresent(
            group -> {
              for (HoldLine line : group.lines()) {
                held.merge(line.from(), line.open(), Long::sum);
              }
            });
    return held;
  }

  /** What may be sold of each SKU over some locations, with what the caller's own group holds. */
  public static Map<Sku, Quantity> available(
      Session session, Entries entries, List<LocationId> locations, Optional<BatchId> own) {
    Map<AccountId, Long> held = held(session, own);
    Map<Sku, Quantity> available = new LinkedHashMap<>();
    StockLevels.available(session, entries, locations)
        .forEach(
            (sku, quantity) -> {
              long mine = 0;
              for (LocationId location : locations) {
                mine = Counts.sum(mine, held.getOrDefault(StockAccounts.stock(sku, location), 0L));
              }
              int decimals = entries.of(sku).unit().decimals();
              available.put(
                  sku, Counts.quantity(Counts.sum(quantity.toUnits(decimals), mine), decimals));
            });
    return available;
  }

  /** A group that is due counts as given back: its stock is in the balances already. */
  private static boolean isAlive(HoldGroup group, Session session) {
    return group.state() == HoldState.CONFIRMED
        || (group.state() == HoldState.HELD
            && group.expiresAt().map(session.now()::isBefore).orElse(true));
  }

  private static Set<Sku> skus(List<SkuQuantity> lines) {
    Set<Sku> skus = new LinkedHashSet<>();
    for (SkuQuantity line : lines) {
      skus.add(line.sku());
    }
    return skus;
  }

  private static Map<AccountId, Long> shelves(
      Session session, Set<Sku> skus, List<LocationId> sources, Map<AccountId, Long> held) {
    Set<AccountId> accounts = new LinkedHashSet<>();
    for (Sku sku : skus) {
      for (LocationId source : sources) {
        accounts.add(StockAccounts.stock(sku, source));
      }
    }
    Map<AccountId, Long> shelves = new HashMap<>();
    session
        .ledger()
        .balancesWithoutDue(accounts)
        .forEach(
            (account, balance) ->
                shelves.put(account, balance.available() + held.getOrDefault(account, 0L)));
    return shelves;
  }
}
