package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.LocationId;
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

  /** The balances of some SKUs at a location, those that exist. */
  static Map<AccountId, Balance> shelves(Session session, Entries entries, LocationId location) {
    return session.ledger().balancesWithoutDue(accounts(entries.skus(), List.of(location)));
  }

  /** Everything that is known of some SKUs at a location. */
  static Map<Sku, StockLevel> levels(Session session, Entries entries, LocationId location) {
    List<AccountId> stock = accounts(entries.skus(), List.of(location));
    List<AccountId> all = new ArrayList<>(stock);
    entries
        .skus()
        .forEach(
            sku -> {
              all.add(StockAccounts.quarantine(sku, location));
              all.add(StockAccounts.damaged(sku, location));
            });
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
    AccountId damaged = StockAccounts.damaged(entry.sku(), location);
    Balance stock = balances.getOrDefault(account, Balance.none(account, entry.unit().countedIn()));
    Balance apart =
        balances.getOrDefault(quarantine, Balance.none(quarantine, entry.unit().countedIn()));
    Balance broken =
        balances.getOrDefault(damaged, Balance.none(damaged, entry.unit().countedIn()));
    long allocated = confirmed.getOrDefault(account, 0L);
    int decimals = entry.unit().decimals();
    return new StockLevel(
        entry.sku(),
        location,
        Counts.quantity(stock.posted(), decimals),
        Counts.quantity(stock.held() - allocated, decimals),
        Counts.quantity(allocated, decimals),
        Counts.quantity(apart.posted(), decimals),
        Counts.quantity(broken.posted(), decimals),
        Counts.quantity(stock.floorAt(), decimals),
        Counts.quantity(stock.available(), decimals),
        Counts.quantity(-stock.available(), decimals));
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
