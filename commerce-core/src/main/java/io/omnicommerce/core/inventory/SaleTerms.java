package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Channel;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.catalog.BundlePart;
import io.omnicommerce.core.catalog.Bundles;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.inventory.StockDemand;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.HoldGroup;
import io.omnicommerce.ledger.HoldLine;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.storage.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The shelves as a channel sees them: what lies there, and on which terms it may take of it. Read
 * at once, and the same for what is shown and for what is held.
 *
 * @param books the accounts of shelves and terms, those that there are
 * @param bundles what those of the goods consist of that are bundles
 * @param feeds how far it is believed what others count
 */
public record SaleTerms(
    ChannelId channel,
    boolean inStore,
    Map<AccountId, Balance> books,
    Map<Sku, List<BundlePart>> bundles,
    FeedBuffers feeds) {

  /** Without bundles and without feeds. */
  SaleTerms(ChannelId channel, boolean inStore, Map<AccountId, Balance> books) {
    this(channel, inStore, books, Map.of(), FeedBuffers.NONE);
  }

  /** Of a channel for some goods at some places. */
  public static SaleTerms read(
      Session session,
      Channel channel,
      Collection<CatalogEntry> entries,
      Collection<LocationId> locations) {
    boolean inStore = channel.kind() == Channel.Kind.STORE;
    Map<Sku, List<BundlePart>> bundles = Bundles.of(session, entries);
    Set<AccountId> accounts = new LinkedHashSet<>();
    for (CatalogEntry entry : goods(entries, bundles)) {
      accounts.add(TermAccounts.allotment(channel.id(), entry.sku()));
      for (LocationId location : locations) {
        accounts.add(StockAccounts.stock(entry.sku(), location));
        if (!inStore) {
          accounts.add(TermAccounts.walkIn(entry.sku(), location));
        }
      }
    }
    if (!inStore) {
      for (LocationId location : locations) {
        accounts.add(TermAccounts.walkIn(location));
        accounts.add(TermAccounts.fed(location));
      }
    }
    Map<AccountId, Balance> books = session.ledger().balancesWithoutDue(accounts);
    FeedBuffers feeds = FeedBuffers.read(session, locations, books.keySet());
    return new SaleTerms(channel.id(), inStore, books, bundles, feeds);
  }

  /** What is sold, and what it consists of. */
  private static Set<CatalogEntry> goods(
      Collection<CatalogEntry> entries, Map<Sku, List<BundlePart>> bundles) {
    Set<CatalogEntry> goods = new LinkedHashSet<>(entries);
    bundles.values().forEach(parts -> parts.forEach(part -> goods.add(part.entry())));
    return goods;
  }

  /** Entries with those of the parts of bundles. */
  Entries withParts(Entries entries) {
    if (bundles.isEmpty()) {
      return entries;
    }
    Map<Sku, CatalogEntry> all = new HashMap<>(entries.bySku());
    bundles
        .values()
        .forEach(parts -> parts.forEach(part -> all.put(part.entry().sku(), part.entry())));
    return new Entries(all);
  }

  /** Goods with what those of them consist of that are bundles. */
  public Collection<CatalogEntry> withParts(Collection<CatalogEntry> entries) {
    return bundles.isEmpty() ? entries : goods(entries, bundles);
  }

  /** What one of some goods takes from shelves: itself, or what a bundle consists of. */
  public List<BundlePart> parts(CatalogEntry entry) {
    return entry.isBundle()
        ? bundles.getOrDefault(entry.sku(), List.of())
        : List.of(new BundlePart(entry, 1));
  }

  /** Of the session's channel, for goods that are asked for shelf by shelf. */
  static SaleTerms bounds(Session session, List<StockDemand> lines, Entries entries) {
    ChannelId channel = session.context().channel();
    Map<Sku, List<BundlePart>> bundles = Bundles.of(session, entries.bySku().values());
    Set<AccountId> accounts = new LinkedHashSet<>();
    for (StockDemand line : lines) {
      accounts.add(TermAccounts.allotment(channel, line.sku()));
      accounts.add(TermAccounts.walkIn(line.location()));
      accounts.add(TermAccounts.fed(line.location()));
      for (CatalogEntry entry : goods(List.of(entries.of(line.sku())), bundles)) {
        accounts.add(TermAccounts.allotment(channel, entry.sku()));
        accounts.add(TermAccounts.walkIn(entry.sku(), line.location()));
      }
    }
    Map<AccountId, Balance> books = session.ledger().balances(accounts);
    Set<LocationId> locations = new LinkedHashSet<>();
    lines.forEach(line -> locations.add(line.location()));
    FeedBuffers feeds = FeedBuffers.read(session, locations, books.keySet());
    return new SaleTerms(channel, isInStore(session, books), books, bundles, feeds);
  }

  /** Asked only where it matters. */
  private static boolean isInStore(Session session, Map<AccountId, Balance> books) {
    return books.keySet().stream().anyMatch(TermAccounts::isOfOthers)
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
    return new SaleTerms(channel, inStore, then, bundles, feeds);
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

  /** What the channel has to leave on a shelf: the highest of what bounds it there. */
  OptionalLong leave(CatalogEntry entry, LocationId location) {
    if (inStore) {
      return OptionalLong.empty();
    }
    OptionalLong buffer = feeds.pieces(location);
    OptionalLong walkIn = walkIn(entry, location);
    if (buffer.isEmpty()) {
      return walkIn;
    }
    long units = units(buffer.getAsLong(), entry.unit().decimals());
    return OptionalLong.of(Math.max(units, walkIn.orElse(units)));
  }

  private OptionalLong walkIn(CatalogEntry entry, LocationId location) {
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

  /**
   * The goods' way off a shelf and out of the house, as far as the channel may go there; of a
   * bundle one leg a part.
   */
  List<Leg> sale(CatalogEntry entry, LocationId from, Quantity quantity) {
    long units = quantity.toUnits(entry.unit().decimals());
    List<Leg> legs = new ArrayList<>(1);
    for (BundlePart part : parts(entry)) {
      legs.add(sale(part.entry(), from, Math.multiplyExact(units, part.each())));
    }
    return legs;
  }

  private Leg sale(CatalogEntry entry, LocationId from, long units) {
    Leg sale =
        Leg.of(
            StockAccounts.stock(entry.sku(), from),
            StockAccounts.SHIPPED,
            units,
            entry.unit().countedIn());
    OptionalLong leave = leave(entry, from);
    return leave.isPresent() ? sale.leaving(leave.getAsLong()) : sale;
  }

  /** What a demand takes, from the shelf or of what may be promised. */
  List<Leg> take(CatalogEntry entry, StockDemand demand) {
    return switch (demand.supply().kind()) {
      case ON_HAND -> sale(entry, demand.location(), demand.quantity());
      case BACKORDER ->
          promise(TermAccounts.backorder(demand.sku(), demand.location()), entry, demand);
      case INBOUND ->
          promise(
              TermAccounts.inbound(demand.supply().inbound().orElseThrow(), demand.sku()),
              entry,
              demand);
    };
  }

  private static List<Leg> promise(AccountId from, CatalogEntry entry, StockDemand demand) {
    return List.of(StockAccounts.leg(from, TermAccounts.PROMISED, entry, demand.quantity()));
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

  /** What a sale takes of the channel's allotments, of the goods and of what they consist of. */
  List<Leg> allotments(CatalogEntry entry, Quantity quantity) {
    long units = quantity.toUnits(entry.unit().decimals());
    List<Leg> legs = new ArrayList<>(0);
    if (entry.isBundle()) {
      addAllotment(legs, entry, units);
    }
    for (BundlePart part : parts(entry)) {
      addAllotment(legs, part.entry(), Math.multiplyExact(units, part.each()));
    }
    return legs;
  }

  private void addAllotment(List<Leg> legs, CatalogEntry entry, long units) {
    AccountId allotment = TermAccounts.allotment(channel, entry.sku());
    if (books.containsKey(allotment)) {
      legs.add(Leg.of(allotment, TermAccounts.ALLOTTED, units, entry.unit().countedIn()));
    }
  }

  /** What the channel may still take of some goods in all, if that is counted. */
  OptionalLong allotted(CatalogEntry entry) {
    @Nullable Balance allotment = books.get(TermAccounts.allotment(channel, entry.sku()));
    return allotment == null ? OptionalLong.empty() : OptionalLong.of(allotment.available());
  }
}
