package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.channel.Channel;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.inventory.StockDemand;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.HoldGroup;
import io.omnicommerce.ledger.HoldLine;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.storage.Session;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The shelves as a channel sees them: what lies there, and on which terms it may take of it. Read
 * at once, and the same for what is shown and for what is held.
 *
 * @param books the accounts of shelves and terms, those that there are
 */
public record SaleTerms(ChannelId channel, boolean inStore, Map<AccountId, Balance> books) {

  /** Of a channel for some goods at some places. */
  public static SaleTerms read(
      Session session,
      Channel channel,
      Collection<CatalogEntry> entries,
      Collection<LocationId> locations) {
    boolean inStore = channel.kind() == Channel.Kind.STORE;
    Set<AccountId> accounts = new LinkedHashSet<>();
    for (CatalogEntry entry : entries) {
      accounts.add(TermAccounts.allotment(channel.id(), entry.sku()));
      for (LocationId location : locations) {
        accounts.add(StockAccounts.stock(entry.sku(), location));
        if (!inStore) {
          accounts.add(TermAccounts.walkIn(entry.sku(), location));
        }
      }
    }
    if (!inStore) {
      locations.forEach(location -> accounts.add(TermAccounts.walkIn(location)));
    }
    return new SaleTerms(channel.id(), inStore, session.ledger().balancesWithoutDue(accounts));
  }

  /** Of the session's channel, for goods that are asked for shelf by shelf. */
  static SaleTerms bounds(Session session, List<StockDemand> lines) {
    ChannelId channel = session.context().channel();
    Set<AccountId> accounts = new LinkedHashSet<>();
    for (StockDemand line : lines) {
      accounts.add(TermAccounts.allotment(channel, line.sku()));
      accounts.add(TermAccounts.walkIn(line.sku(), line.location()));
      accounts.add(TermAccounts.walkIn(line.location()));
    }
    Map<AccountId, Balance> books = session.ledger().balances(accounts);
    return new SaleTerms(channel, isInStore(session, books), books);
  }

  /** Asked only where it matters. */
  private static boolean isInStore(Session session, Map<AccountId, Balance> books) {
    return books.keySet().stream().anyMatch(TermAccounts::isWalkIn)
        && ChannelDocuments.find(session, session.context().channel())
            .filter(channel -> channel.kind() == Channel.Kind.STORE)
            .isPresent();
  }

  /** The terms on which a group was made, as far as they are legs of it. */
  SaleTerms asOf(HoldGroup group) {
    Set<AccountId> held = new HashSet<>();
    group.lines().forEach(line -> held.add(line.from()));
    Map<AccountId, Balance> then = new HashMap<>(books);
    then.keySet().removeIf(account -> TermAccounts.isAllotment(account) && !held.contains(account));
    return new SaleTerms(channel, inStore, then);
  }

  /** What the channel may take from a shelf; below zero where that is oversold. */
  long available(CatalogEntry entry, LocationId location) {
    @Nullable Balance shelf = books.get(StockAccounts.stock(entry.sku(), location));
    if (shelf == null) {
      return 0;
    }
    long above = above(shelf, leave(entry, location));
    return Math.min(shelf.available(), above);
  }

  private static long above(Balance shelf, OptionalLong leave) {
    return leave.isPresent()
        ? shelf.posted() - shelf.held() - leave.getAsLong()
        : shelf.available();
  }

  /** What the channel has to leave on a shelf. */
  OptionalLong leave(CatalogEntry entry, LocationId location) {
    if (inStore) {
      return OptionalLong.empty();
    }
    @Nullable Balance own = books.get(TermAccounts.walkIn(entry.sku(), location));
    if (own != null) {
      return OptionalLong.of(TermAccounts.bound(own));
    }
    @Nullable Balance all = books.get(TermAccounts.walkIn(location));
    return all == null
        ? OptionalLong.empty()
        : OptionalLong.of(units(TermAccounts.bound(all), entry.unit().decimals()));
  }

  private static long units(long pieces, int decimals) {
    long units = pieces;
    for (int i = 0; i < decimals; i++) {
      units = Math.multiplyExact(units, 10);
    }
    return units;
  }

  /** The goods' way off a shelf and out of the house, as far as the channel may go there. */
  Leg sale(CatalogEntry entry, LocationId from, Quantity quantity) {
    Leg sale = StockAccounts.sale(entry, from, quantity);
    OptionalLong leave = leave(entry, from);
    return leave.isPresent() ? sale.leaving(leave.getAsLong()) : sale;
  }

  /** A line as it was held before, as far as the channel may go today. */
  Leg again(HoldLine line, Entries entries) {
    Leg leg = Leg.of(line.from(), line.to(), line.amount(), line.unit());
    if (!StockAccounts.isStock(line.from())) {
      return leg;
    }
    CatalogEntry entry = entries.of(StockAccounts.sku(line.from()));
    OptionalLong leave = leave(entry, StockAccounts.location(line.from()));
    return leave.isPresent() ? leg.leaving(leave.getAsLong()) : leg;
  }

  /** What a sale takes of the channel's allotment, if there is one. */
  Optional<Leg> allotment(CatalogEntry entry, Quantity quantity) {
    AccountId allotment = TermAccounts.allotment(channel, entry.sku());
    return books.containsKey(allotment)
        ? Optional.of(StockAccounts.leg(allotment, TermAccounts.ALLOTTED, entry, quantity))
        : Optional.empty();
  }

  /** What the channel may still take of some goods in all, if that is counted. */
  OptionalLong allotted(CatalogEntry entry) {
    @Nullable Balance allotment = books.get(TermAccounts.allotment(channel, entry.sku()));
    return allotment == null ? OptionalLong.empty() : OptionalLong.of(allotment.available());
  }
}
