package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.channel.Channel;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.core.catalog.BundlePart;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.storage.Session;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a channel can have, with what is given back in the same decision. */
public final class Remaining {

  private final SaleTerms terms;
  private final Map<AccountId, Long> own;
  private final Map<AccountId, Long> spare;

  /**
   * @param own what is given back in the same decision, by account
   */
  Remaining(SaleTerms terms, Map<AccountId, Long> own) {
    this.terms = terms;
    this.own = own;
    this.spare = new HashMap<>(own);
  }

  /**
   * What a channel can have of some goods at some places.
   *
   * @param own groups that are going to be released in the same decision, so that what they hold
   *     can be taken
   */
  public static Remaining of(
      Session session,
      Channel channel,
      Collection<CatalogEntry> entries,
      List<LocationId> sources,
      Collection<BatchId> own) {
    return new Remaining(
        SaleTerms.read(session, channel, entries, sources), Sourcing.held(session, own));
  }

  /** What is given back in the same decision, by account. */
  Map<AccountId, Long> own() {
    return own;
  }

  public SaleTerms terms() {
    return terms;
  }

  /** What can be had from one place; below zero where that is oversold. */
  public long at(CatalogEntry entry, LocationId location) {
    return entry.isBundle() ? bundles(entry, location) : plain(entry, location);
  }

  /** As many as all parts are there for. */
  private long bundles(CatalogEntry bundle, LocationId location) {
    long pieces = inAll(bundle);
    for (BundlePart part : terms.parts(bundle)) {
      pieces = Math.min(pieces, Math.floorDiv(plain(part.entry(), location), part.each()));
    }
    return terms.parts(bundle).isEmpty() ? 0 : pieces;
  }

  private long plain(CatalogEntry entry, LocationId location) {
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

  /** What the channel's allotments leave, of the goods and of what they consist of. */
  public long inAll(CatalogEntry entry) {
    long pieces = allotted(entry);
    if (entry.isBundle()) {
      for (BundlePart part : terms.parts(entry)) {
        pieces = Math.min(pieces, Math.floorDiv(allotted(part.entry()), part.each()));
      }
    }
    return pieces;
  }

  private long allotted(CatalogEntry entry) {
    AccountId allotment = TermAccounts.allotment(terms.channel(), entry.sku());
    return terms.allotted(entry).isPresent()
        ? terms.allotted(entry).getAsLong() + spare(allotment)
        : Long.MAX_VALUE;
  }

  void take(CatalogEntry entry, LocationId location, long units) {
    for (BundlePart part : terms.parts(entry)) {
      AccountId shelf = StockAccounts.stock(part.entry().sku(), location);
      spare.merge(shelf, -units * part.each(), Long::sum);
    }
    takeInAll(entry, units);
  }

  /** What comes from elsewhere counts for the allotment as well. */
  void takeInAll(CatalogEntry entry, long units) {
    spare.merge(TermAccounts.allotment(terms.channel(), entry.sku()), -units, Long::sum);
    if (entry.isBundle()) {
      for (BundlePart part : terms.parts(entry)) {
        AccountId allotment = TermAccounts.allotment(terms.channel(), part.entry().sku());
        spare.merge(allotment, -units * part.each(), Long::sum);
      }
    }
  }

  private long spare(AccountId account) {
    return spare.getOrDefault(account, 0L);
  }
}
