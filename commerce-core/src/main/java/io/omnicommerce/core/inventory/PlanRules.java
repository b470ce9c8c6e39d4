package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Convention.Allocation;
import io.omnicommerce.channel.Convention.PartialAllocation;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.PlannedLine;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockDemand;
import io.omnicommerce.inventory.Supply;
import io.omnicommerce.inventory.SupplyPlan;
import io.omnicommerce.ledger.AccountId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Divides demands over shelves, deliveries and backorders; what one line takes is gone. */
final class PlanRules {

  private final Entries entries;
  private final List<LocationId> sources;
  private final Conventions conventions;
  private final Remaining shelves;
  private final PromisedStock promised;
  private final ToLongFunction<CatalogEntry> available;
  private final Map<AccountId, Long> promisedNow = new HashMap<>();
  private final Map<Sku, Long> taken = new HashMap<>();

  /**
   * @param available what may be had of an entry over everything
   */
  PlanRules(
      Entries entries,
      List<LocationId> sources,
      Conventions conventions,
      Remaining shelves,
      PromisedStock promised,
      ToLongFunction<CatalogEntry> available) {
    this.entries = entries;
    this.sources = sources;
    this.conventions = conventions;
    this.shelves = shelves;
    this.promised = promised;
    this.available = available;
  }

  SupplyPlan plan(List<SkuQuantity> lines) {
    return new SupplyPlan(lines.stream().map(this::plan).toList());
  }

  private PlannedLine plan(SkuQuantity line) {
    CatalogEntry entry = entries.of(line.sku());
    Optional<Refusal> unfit = QuantityLimits.refusal(entry, line.quantity());
    return unfit.isPresent()
        ? new PlannedLine(line, List.of(), line.quantity(), unfit)
        : plan(line, entry);
  }

  private PlannedLine plan(SkuQuantity line, CatalogEntry entry) {
    long wanted = line.quantity().toUnits(entry.unit().decimals());
    List<Part> parts = parts(entry, Math.min(wanted, Math.max(0, inAll(entry))));
    long shortage = wanted - parts.stream().mapToLong(Part::units).sum();
    if (shortage > 0 && isWholeOnly()) {
      parts = List.of();
    }
    parts.forEach(part -> take(entry, part));
    return new PlannedLine(
        line,
        parts.stream().map(part -> part.demand(entry)).toList(),
        Counts.quantity(shortage, entry.unit().decimals()),
        missing(entry, line.quantity(), wanted, shortage));
  }

  /** What the channel may still have, over everything. */
  private long inAll(CatalogEntry entry) {
    long left = available.applyAsLong(entry) - taken.getOrDefault(entry.sku(), 0L);
    return Math.min(left, shelves.inAll(entry));
  }

  private boolean isWholeOnly() {
    return conventions.get(Convention.PARTIAL_ALLOCATION) == PartialAllocation.FORBID;
  }

  /** So much from one place, by one supply. */
  private record Part(Supply supply, LocationId location, AccountId account, long units) {
    StockDemand demand(CatalogEntry entry) {
      return new StockDemand(
          entry.sku(), location, Quantity.ofUnits(units, entry.unit().decimals()), supply);
    }
  }

  private List<Part> parts(CatalogEntry entry, long wanted) {
    List<Part> parts = new ArrayList<>();
    long open = wanted;
    for (Part offer : offers(entry)) {
      long units = Math.min(open, offer.units());
      if (units > 0) {
        parts.add(new Part(offer.supply(), offer.location(), offer.account(), units));
        open -= units;
      }
    }
    return parts;
  }

  /** What there is, in the order in which it is taken. */
  private List<Part> offers(CatalogEntry entry) {
    List<Part> offers = new ArrayList<>(onHand(entry));
    if (entry.isBundle()) {
      return offers;
    }
    for (ExpectedStock delivery : promised.deliveries(entry.sku())) {
      offers.add(
          offer(Supply.inbound(delivery.delivery()), delivery.location(), delivery.account()));
    }
    for (LocationId source : sources) {
      offers.add(offer(Supply.BACKORDER, source, TermAccounts.backorder(entry.sku(), source)));
    }
    return offers;
  }

  private List<Part> onHand(CatalogEntry entry) {
    List<Part> shelves = new ArrayList<>();
    long bound = this.shelves.over(entry, sources);
    for (LocationId source : inOrder(entry)) {
      long units = Math.min(bound, Math.max(0, this.shelves.at(entry, source)));
      AccountId shelf = StockAccounts.stock(entry.sku(), source);
      shelves.add(new Part(Supply.ON_HAND, source, shelf, units));
      bound -= units;
    }
    return shelves;
  }

  private List<LocationId> inOrder(CatalogEntry entry) {
    return conventions.get(Convention.ALLOCATION) == Allocation.PRIORITY
        ? sources
        : sources.stream()
            .sorted(
                Comparator.comparingLong((LocationId source) -> shelves.at(entry, source))
                    .reversed())
            .toList();
  }

  private Part offer(Supply supply, LocationId location, AccountId account) {
    long left = promised.left(account) - promisedNow.getOrDefault(account, 0L);
    return new Part(supply, location, account, left);
  }

  private void take(CatalogEntry entry, Part part) {
    taken.merge(entry.sku(), part.units(), Long::sum);
    if (part.supply().equals(Supply.ON_HAND)) {
      shelves.take(entry, part.location(), part.units());
    } else {
      shelves.takeInAll(entry, part.units());
      promisedNow.merge(part.account(), part.units(), Long::sum);
    }
  }

  private static Optional<Refusal> missing(
      CatalogEntry entry, Quantity asked, long wanted, long shortage) {
    if (shortage <= 0) {
      return Optional.empty();
    }
    Quantity available = Counts.quantity(wanted - shortage, entry.unit().decimals());
    return Optional.of(
        Refusal.of(
            InventoryService.OUT_OF_STOCK,
            available.isZero()
                ? entry.sku() + " is sold out."
                : "Only " + available + " of " + entry.sku() + " can be had; asked: " + asked + ".",
            Facts.of("sku", entry.sku(), "wanted", asked).with("available", available)));
  }
}
