package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.inventory.StockLevel;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.storage.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what is there and what of it may be sold. */
public final class StockLevels {

  private StockLevels() {}

  /** What may be sold of each SKU over some locations; a shelf that is oversold counts as empty. */
  public static Map<Sku, Quantity> available(
      Session session, Entries entries, Collection<LocationId> locations) {
    Map<AccountId, Balance> balances =
        session.ledger().balancesWithoutDue(accounts(entries.skus(), locations));
    Map<Sku, Quantity> available = new LinkedHashMap<>();
    entries
        .bySku()
        .forEach(
            (sku, entry) -> {
              long units = 0;
              for (LocationId location : locations) {
                units =
                    Counts.sum(units, available(balances.get(StockAccounts.stock(sku, location))));
              }
              available.put(sku, Counts.quantity(units, entry.unit().decimals()));
            });
    return available;
  }

  /** The balances of some SKUs at a location, those that exist. */
  static Map<AccountId, Balance> shelves(Session session, Entries entries, LocationId location) {
    return session.ledger().balancesWithoutDue(accounts(entries.skus(), List.of(location)));
  }

  /** What may be sold of a SKU at each location, in their order. */
  public static Map<LocationId, Quantity> byLocation(
      Session session, CatalogEntry entry, Collection<LocationId> locations) {
    Map<AccountId, Balance> balances =
        session.ledger().balancesWithoutDue(accounts(List.of(entry.sku()), locations));
    Map<LocationId, Quantity> available = new LinkedHashMap<>();
    for (LocationId location : locations) {
      long units = available(balances.get(StockAccounts.stock(entry.sku(), location)));
      available.put(location, Counts.quantity(units, entry.unit().decimals()));
    }
    return available;
  }

  /** Everything that is known of some SKUs at a location. */
  static Map<Sku, StockLevel> levels(Session session, Entries entries, LocationId location) {
    List<AccountId> stock = accounts(entries.skus(), List.of(location));
    List<AccountId> all = new ArrayList<>(stock);
    entries.skus().forEach(sku -> all.add(StockAccounts.quarantine(sku, location)));
    Map<AccountId, Balance> balances = session.ledger().balancesWithoutDue(all);
    Map<AccountId, Long> confirmed = session.ledger().confirmed(stock);
    Map<Sku, StockLevel> levels = new LinkedHashMap<>();
    entries
        .bySku()
        .forEach((sku, entry) -> levels.put(sku, level(entry, location, balances, confirmed)));
    return levels;
  }

  private static StockLevel level(
      CatalogEntry entry,
      LocationId location,
      Map<AccountId, Balance> balances,
      Map<AccountId, Long> confirmed) {
    AccountId account = StockAccounts.stock(entry.sku(), location);
    AccountId quarantine = StockAccounts.quarantine(entry.sku(), location);
    Balance stock = balances.getOrDefault(account, Balance.none(account, entry.unit().countedIn()));
    Balance apart =
        balances.getOrDefault(quarantine, Balance.none(quarantine, entry.unit().countedIn()));
    long allocated = confirmed.getOrDefault(account, 0L);
    int decimals = entry.unit().decimals();
    return new StockLevel(
        entry.sku(),
        location,
        Counts.quantity(stock.posted(), decimals),
        Counts.quantity(stock.held() - allocated, decimals),
        Counts.quantity(allocated, decimals),
        Counts.quantity(apart.posted(), decimals),
        Counts.quantity(stock.floorAt(), decimals),
        Counts.quantity(stock.available(), decimals),
        Counts.quantity(-stock.available(), decimals));
  }

  private static long available(@org.jspecify.annotations.Nullable Balance balance) {
    return balance == null ? 0 : Math.max(0, balance.available());
  }

  private static List<AccountId> accounts(Collection<Sku> skus, Collection<LocationId> locations) {
    List<AccountId> accounts = new ArrayList<>(skus.size() * locations.size());
    for (Sku sku : skus) {
      for (LocationId location : locations) {
        accounts.add(StockAccounts.stock(sku, location));
      }
    }
    return accounts;
  }
}
