package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.ledger.AccountId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What a channel can still have while lines are given their sources one after the other. */
final class Remaining {

  private final SaleTerms terms;
  private final Map<AccountId, Long> spare;

  /**
   * @param own what is given back in the same decision, by account
   */
  Remaining(SaleTerms terms, Map<AccountId, Long> own) {
    this.terms = terms;
    this.spare = new HashMap<>(own);
  }

  SaleTerms terms() {
    return terms;
  }

  /** What can be had from one place; below zero where that is oversold. */
  long at(CatalogEntry entry, LocationId location) {
    long here =
        terms.available(entry, location) + spare(StockAccounts.stock(entry.sku(), location));
    return Math.min(here, inAll(entry));
  }

  /** What can be had from several places together. */
  long over(CatalogEntry entry, Collection<LocationId> locations) {
    long units = 0;
    for (LocationId location : locations) {
      units = Counts.sum(units, Math.max(0, at(entry, location)));
    }
    return Math.min(units, inAll(entry));
  }

  /** What the channel's allotment leaves. */
  private long inAll(CatalogEntry entry) {
    AccountId allotment = TermAccounts.allotment(terms.channel(), entry.sku());
    return terms.allotted(entry).isPresent()
        ? terms.allotted(entry).getAsLong() + spare(allotment)
        : Long.MAX_VALUE;
  }

  void take(CatalogEntry entry, LocationId location, long units) {
    spare.merge(StockAccounts.stock(entry.sku(), location), -units, Long::sum);
    spare.merge(TermAccounts.allotment(terms.channel(), entry.sku()), -units, Long::sum);
  }

  private long spare(AccountId account) {
    return spare.getOrDefault(account, 0L);
  }
}
