package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.storage.Session;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be promised of goods that are not there.
 *
 * @param expected deliveries by SKU, the soonest first, to locations that are asked about
 * @param books the accounts of deliveries and backorders, those that there are
 */
record PromisedStock(Map<Sku, List<ExpectedStock>> expected, Map<AccountId, Balance> books) {

  static final PromisedStock NONE = new PromisedStock(Map.of(), Map.of());

  static PromisedStock read(
      Session session, Collection<CatalogEntry> entries, Collection<LocationId> locations) {
    Map<Sku, List<ExpectedStock>> expected = new HashMap<>();
    Set<AccountId> accounts = new LinkedHashSet<>();
    for (CatalogEntry entry : entries) {
      List<ExpectedStock> deliveries =
          InboundDocuments.of(session, entry.sku()).stream()
              .filter(delivery -> locations.contains(delivery.location()))
              .toList();
      expected.put(entry.sku(), deliveries);
      deliveries.forEach(delivery -> accounts.add(delivery.account()));
      locations.forEach(location -> accounts.add(TermAccounts.backorder(entry.sku(), location)));
    }
    return new PromisedStock(expected, session.ledger().balancesWithoutDue(accounts));
  }

  List<ExpectedStock> deliveries(Sku sku) {
    return expected.getOrDefault(sku, List.of());
  }

  /** What may still be promised on an account; below zero where more was than may be today. */
  long left(AccountId account) {
    @Nullable Balance balance = books.get(account);
    return balance == null ? 0 : balance.available();
  }

  long held(AccountId account) {
    @Nullable Balance balance = books.get(account);
    return balance == null ? 0 : balance.held();
  }

  /** What deliveries until an instant bring that may still be promised. */
  long expectedBy(Sku sku, Instant by) {
    long units = 0;
    for (ExpectedStock delivery : deliveries(sku)) {
      if (!delivery.at().isAfter(by)) {
        units = Counts.sum(units, Math.max(0, left(delivery.account())));
      }
    }
    return units;
  }
}
