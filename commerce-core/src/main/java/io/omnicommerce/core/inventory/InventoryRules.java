package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.CatalogService;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.inventory.Disposition;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockAdjustment;
import io.omnicommerce.inventory.StockBucket;
import io.omnicommerce.inventory.StockDemand;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.ledger.Opening;
import io.omnicommerce.ledger.Shortfall;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which movements a command means. */
final class InventoryRules {

  private InventoryRules() {}

  static Batch receive(BatchId id, LocationId location, List<SkuQuantity> lines, Entries entries) {
    checkLines(lines);
    return Batch.of(
        id,
        lines.stream()
            .map(
                line ->
                    leg(
                        StockAccounts.RECEIVED,
                        StockAccounts.stock(line.sku(), location),
                        line,
                        entries))
            .toList());
  }

  /** Goods that somebody waits for stand apart at first. */
  static Batch arrive(BatchId id, LocationId location, List<SkuQuantity> lines, Entries entries) {
    checkLines(lines);
    return Batch.of(
        id,
        lines.stream()
            .map(
                line ->
                    leg(
                        StockAccounts.RECEIVED,
                        TermAccounts.arrived(line.sku(), location),
                        line,
                        entries))
            .toList());
  }

  static Batch adjust(
      BatchId id, LocationId location, List<StockAdjustment> lines, Entries entries) {
    checkLines(lines);
    return Batch.of(
        id,
        lines.stream().map(line -> adjustment(line, location, entries.of(line.sku()))).toList());
  }

  /** A bundle lies nowhere: its parts do. */
  static void checkNoBundles(Entries entries) {
    entries.bySku().values().stream()
        .filter(CatalogEntry::isBundle)
        .findFirst()
        .ifPresent(
            bundle -> {
              throw new RefusedException(
                  CatalogService.INVALID_BUNDLE,
                  "The bundle " + bundle.sku() + " has no stock of its own; name its components.",
                  Facts.of("sku", bundle.sku(), "problem", "no_stock"));
            });
  }

  private static Leg adjustment(StockAdjustment line, LocationId location, CatalogEntry entry) {
    AccountId stock = StockAccounts.stock(line.sku(), location);
    return line.direction() == StockAdjustment.Direction.FOUND
        ? StockAccounts.leg(StockAccounts.SHRINKAGE, stock, entry, line.quantity())
        : StockAccounts.leg(stock, StockAccounts.SHRINKAGE, entry, line.quantity()).asForced();
  }

  /** The SKUs of which a count takes more than there is to be sold. */
  static List<Sku> oversold(Batch count, Map<AccountId, Balance> shelves) {
    return count.legs().stream()
        .filter(leg -> StockAccounts.isStock(leg.from()))
        .filter(leg -> leg.amount() > available(shelves.get(leg.from())))
        .map(leg -> StockAccounts.sku(leg.from()))
        .distinct()
        .toList();
  }

  private static long available(@Nullable Balance shelf) {
    return shelf == null ? 0 : shelf.available();
  }

  /**
   * No shelf is to have more than can be said; what takes from it can still be booked.
   *
   * @throws LimitExceededException {@code inventory.limit_exceeded}
   */
  static void checkShelves(Batch goods, Map<AccountId, Balance> shelves) {
    Map<AccountId, Long> more = new HashMap<>();
    for (Leg leg : goods.legs()) {
      if (leg.to().book().equals(StockAccounts.STOCK)) {
        more.merge(leg.to(), leg.amount(), Counts::sum);
      }
    }
    more.forEach((shelf, units) -> checkShelf(units, shelves.get(shelf)));
  }

  /** A batch that knows which shelves it is the first to fill. */
  static Batch opening(Batch goods, Set<AccountId> shelves) {
    List<Opening> openings = new ArrayList<>();
    for (Leg leg : goods.legs()) {
      if (!shelves.contains(leg.to())) {
        openings.add(new Opening(leg.to(), 0));
      }
    }
    return new Batch(goods.id(), goods.legs(), openings);
  }

  private static void checkShelf(long more, @Nullable Balance shelf) {
    long posted = shelf == null ? 0 : Math.max(0, shelf.posted());
    if (Counts.sum(posted, more) > InventoryService.SHELF_MAX) {
      throw new LimitExceededException(
          InventoryService.LIMIT_EXCEEDED,
          "shelfMax",
          InventoryService.SHELF_MAX,
          "No location can have more of one SKU, counted in its smallest unit.");
    }
  }

  static Batch releaseQuarantine(
      BatchId id,
      LocationId location,
      List<SkuQuantity> lines,
      Disposition disposition,
      Entries entries) {
    checkLines(lines);
    if (disposition == Disposition.QUARANTINE) {
      throw new InvalidInputException(
          InvalidInputException.OUT_OF_RANGE,
          "disposition",
          disposition.name(),
          "must lead out of quarantine: RESTOCK or SCRAP");
    }
    return Batch.of(
        id,
        lines.stream()
            .map(
                line ->
                    leg(
                        StockAccounts.quarantine(line.sku(), location),
                        disposition == Disposition.RESTOCK
                            ? StockAccounts.stock(line.sku(), location)
                            : StockAccounts.SCRAPPED,
                        line,
                        entries))
            .toList());
  }

  /**
   * @param packed whether parts become kits, or kits parts
   */
  static Batch kit(
      BatchId id,
      LocationId location,
      SkuQuantity kits,
      List<SkuQuantity> parts,
      boolean packed,
      Entries entries) {
    checkLines(parts);
    List<Leg> legs = new ArrayList<>();
    legs.add(kitted(kits, location, !packed, entries));
    parts.forEach(part -> legs.add(kitted(part, location, packed, entries)));
    return Batch.of(id, legs);
  }

  private static Leg kitted(SkuQuantity line, LocationId location, boolean gone, Entries entries) {
    AccountId shelf = StockAccounts.stock(line.sku(), location);
    return gone
        ? leg(shelf, StockAccounts.KITTING, line, entries)
        : leg(StockAccounts.KITTING, shelf, line, entries);
  }

  static Batch move(
      BatchId id,
      LocationId location,
      List<SkuQuantity> lines,
      StockBucket from,
      StockBucket to,
      Entries entries) {
    checkLines(lines);
    if (from == to || from == StockBucket.SCRAPPED) {
      throw new InvalidInputException(
          InvalidInputException.OUT_OF_RANGE,
          "from",
          from.name(),
          "must be another bucket than the one moved to, and one that goods can come out of");
    }
    return Batch.of(
        id, lines.stream().map(line -> moved(line, location, from, to, entries)).toList());
  }

  /** What cannot be sold any more is so whether somebody waits for it or not. */
  private static Leg moved(
      SkuQuantity line, LocationId location, StockBucket from, StockBucket to, Entries entries) {
    Leg leg =
        leg(
            StockAccounts.of(from, line.sku(), location),
            StockAccounts.of(to, line.sku(), location),
            line,
            entries);
    return from == StockBucket.SELLABLE ? leg.asForced() : leg;
  }

  /** What does not lie there cannot be put elsewhere, whoever it is spoken for. */
  static void checkOnHand(Batch goods, Map<AccountId, Balance> shelves, Entries entries) {
    Map<AccountId, Long> taken = new HashMap<>();
    for (Leg leg : goods.legs()) {
      if (StockAccounts.isStock(leg.from())) {
        taken.merge(leg.from(), leg.amount(), Long::sum);
      }
    }
    List<Shortfall> missing = new ArrayList<>();
    taken.forEach(
        (shelf, units) -> {
          long there = shelves.containsKey(shelf) ? shelves.get(shelf).posted() : 0;
          if (units > there) {
            missing.add(new Shortfall(shelf, units, Math.max(0, there)));
          }
        });
    if (!missing.isEmpty()) {
      throw new RefusedException(StockRefusals.of(missing, entries).get(0));
    }
  }

  static Batch reserve(BatchId id, List<StockDemand> lines, Entries entries, SaleTerms terms) {
    checkLines(lines);
    List<Leg> legs = new ArrayList<>(lines.size());
    for (StockDemand line : lines) {
      positive(line.quantity());
      legs.addAll(terms.take(entries.of(line.sku()), line));
    }
    for (StockDemand line : lines) {
      legs.addAll(terms.allotments(entries.of(line.sku()), line.quantity()));
    }
    return Batch.of(id, legs);
  }

  private static Leg leg(AccountId from, AccountId to, SkuQuantity line, Entries entries) {
    return StockAccounts.leg(from, to, entries.of(line.sku()), positive(line.quantity()));
  }

  static Quantity positive(Quantity quantity) {
    if (quantity.isZero()) {
      throw new InvalidInputException(Quantity.INVALID, "quantity", "0", "must be above 0");
    }
    return quantity;
  }

  static void checkLines(Collection<?> lines) {
    if (lines.isEmpty()) {
      throw new InvalidInputException(
          InvalidInputException.EMPTY, "lines", "none", "must name at least one SKU");
    }
    checkCount(lines, InventoryService.LINES_MAX, "linesMax");
  }

  static void checkCount(Collection<?> things, int max, String limit) {
    if (things.size() > max) {
      throw new LimitExceededException(
          InventoryService.LIMIT_EXCEEDED, limit, max, "Split the call.");
    }
  }
}
