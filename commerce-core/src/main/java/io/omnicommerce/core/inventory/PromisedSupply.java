package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Convention.Allocation;
import io.omnicommerce.channel.Convention.LineSplit;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.channel.ChannelSettings;
import io.omnicommerce.inventory.Supply;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.storage.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Serves lines whole that no shelf serves: by what is there, then by what is expected, the soonest
 * first, then by backorders. Where a line may not be split it comes from one place, and from one
 * that needs no backorder if there is such a place. Of a bundle nothing is promised.
 */
public final class PromisedSupply {

  private final Promises promises;
  private final Map<Sku, Long> taken;
  private final Map<AccountId, Long> used = new HashMap<>();

  private PromisedSupply(Promises promises, Map<Sku, Long> taken) {
    this.promises = promises;
    this.taken = new HashMap<>(taken);
  }

  /**
   * Reads what may be promised.
   *
   * @param left what the shelves have
   * @param places from where, in the order in which they are preferred
   * @param taken what other lines take of shelves
   */
  public static PromisedSupply read(
      Session session,
      ChannelSettings settings,
      Entries entries,
      Remaining left,
      Collection<CatalogEntry> goods,
      List<LocationId> places,
      Map<Sku, Long> taken) {
    PromisedStock promised =
        goods.isEmpty() ? PromisedStock.NONE : PromisedStock.read(session, goods, places);
    return new PromisedSupply(
        new Promises(settings, entries, places, left.terms(), promised, left.own()), taken);
  }

  /** So much by one supply of one place. */
  private record Part(
      Supply supply,
      LocationId location,
      AccountId account,
      long units,
      Optional<Instant> expected) {

    Part atMost(long wanted) {
      return new Part(supply, location, account, Math.min(units, wanted), expected);
    }
  }

  /**
   * From where a whole line comes; what it takes is gone for the lines after it.
   *
   * @param there what it could take off the shelf of a place
   * @return nothing if it cannot be had
   */
  public List<StockSource> whole(
      CatalogEntry entry, Quantity asked, ToLongFunction<LocationId> there) {
    long wanted = asked.toUnits(entry.unit().decimals());
    if (!entry.isBundle() && wanted <= inAll(entry)) {
      for (boolean backorders : List.of(false, true)) {
        for (List<LocationId> places : choices(there)) {
          List<Part> parts = parts(entry, wanted, places, backorders, there);
          if (sum(parts) == wanted) {
            return take(entry, asked, parts);
          }
        }
      }
    }
    return List.of();
  }

  /** How much of a line could be had instead. */
  public Quantity most(CatalogEntry entry, Quantity asked, ToLongFunction<LocationId> there) {
    int decimals = entry.unit().decimals();
    long bound = Math.min(inAll(entry), asked.toUnits(decimals) - 1);
    long most = 0;
    for (List<LocationId> places : choices(there)) {
      most = Math.max(most, sum(parts(entry, Math.max(0, bound), places, true, there)));
    }
    return Counts.quantity(entry.isBundle() ? 0 : most, decimals);
  }

  private long inAll(CatalogEntry entry) {
    return promises.available(entry) - taken.getOrDefault(entry.sku(), 0L);
  }

  private boolean splits() {
    return promises.settings().conventions().get(Convention.LINE_SPLIT) == LineSplit.ALLOW;
  }

  /** The places that may serve a line together. */
  private List<List<LocationId>> choices(ToLongFunction<LocationId> there) {
    return splits() ? List.of(promises.sources()) : inOrder(there).stream().map(List::of).toList();
  }

  private List<LocationId> inOrder(ToLongFunction<LocationId> there) {
    return promises.settings().conventions().get(Convention.ALLOCATION) == Allocation.PRIORITY
        ? promises.sources()
        : promises.sources().stream().sorted(Comparator.comparingLong(there).reversed()).toList();
  }

  private List<Part> parts(
      CatalogEntry entry,
      long wanted,
      List<LocationId> places,
      boolean backorders,
      ToLongFunction<LocationId> there) {
    List<Part> parts = new ArrayList<>();
    long open = wanted;
    for (Part offer : offers(entry, places, backorders, there)) {
      Part part = offer.atMost(open);
      if (part.units() > 0) {
        parts.add(part);
        open -= part.units();
      }
    }
    return parts;
  }

  private List<Part> offers(
      CatalogEntry entry,
      List<LocationId> places,
      boolean backorders,
      ToLongFunction<LocationId> there) {
    List<Part> offers = new ArrayList<>();
    for (LocationId place : inOrder(there)) {
      if (places.contains(place)) {
        offers.add(shelf(entry, place, there.applyAsLong(place)));
      }
    }
    for (ExpectedStock delivery : promises.promised().deliveries(entry.sku())) {
      if (places.contains(delivery.location())) {
        offers.add(delivery(delivery));
      }
    }
    if (backorders) {
      places.forEach(place -> offers.add(backorder(entry, place)));
    }
    return offers;
  }

  /** Where lines may be split, what each takes off shelves was chosen for each. */
  private Part shelf(CatalogEntry entry, LocationId place, long there) {
    AccountId account = StockAccounts.stock(entry.sku(), place);
    long units = splits() ? there : there - used.getOrDefault(account, 0L);
    return new Part(Supply.ON_HAND, place, account, units, Optional.empty());
  }

  private Part delivery(ExpectedStock delivery) {
    return new Part(
        Supply.inbound(delivery.delivery()),
        delivery.location(),
        delivery.account(),
        left(delivery.account()),
        Optional.of(delivery.at()));
  }

  private Part backorder(CatalogEntry entry, LocationId place) {
    AccountId account = TermAccounts.backorder(entry.sku(), place);
    return new Part(Supply.BACKORDER, place, account, left(account), Optional.empty());
  }

  private long left(AccountId account) {
    return promises.left(account) - used.getOrDefault(account, 0L);
  }

  private static long sum(List<Part> parts) {
    return parts.stream().mapToLong(Part::units).sum();
  }

  private List<StockSource> take(CatalogEntry entry, Quantity asked, List<Part> parts) {
    List<StockSource> sources = new ArrayList<>(parts.size());
    for (Part part : parts) {
      used.merge(part.account(), part.units(), Long::sum);
      taken.merge(entry.sku(), part.units(), Long::sum);
      Quantity quantity =
          parts.size() == 1 ? asked : Quantity.ofUnits(part.units(), entry.unit().decimals());
      sources.add(
          new StockSource(
              entry,
              quantity,
              Optional.of(part.location()),
              quantity,
              promises.shelves(),
              part.supply(),
              part.expected()));
    }
    return sources;
  }
}
