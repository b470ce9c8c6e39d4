package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.catalog.BundlePart;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.inventory.AwaitedGoods;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.StockDemand;
import io.omnicommerce.inventory.Supply;
import io.omnicommerce.ledger.Leg;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * From where a line of goods is to come.
 *
 * @param location the location; if none has enough, the one that has most; empty if there is none
 * @param available what that location had for the line
 * @param terms on which it is taken
 * @param supply whether the goods are there
 * @param expected when they are, if they are expected
 */
public record StockSource(
    CatalogEntry entry,
    Quantity quantity,
    Optional<LocationId> location,
    Quantity available,
    SaleTerms terms,
    Supply supply,
    Optional<Instant> expected) {

  /** From a shelf. */
  public StockSource(
      CatalogEntry entry,
      Quantity quantity,
      Optional<LocationId> location,
      Quantity available,
      SaleTerms terms) {
    this(entry, quantity, location, available, terms, Supply.ON_HAND, Optional.empty());
  }

  /** Whether the whole line can come from there. */
  public boolean isCovered() {
    return location.isPresent() && available.compareTo(quantity) >= 0;
  }

  /** The line's way out of the house, of a bundle one a part; only of a line that is covered. */
  public List<Leg> goods() {
    return terms.take(entry, demand());
  }

  private StockDemand demand() {
    return new StockDemand(entry.sku(), location.orElseThrow(), quantity, supply);
  }

  /** Whether the goods are on a shelf. */
  public boolean isThere() {
    return supply.equals(Supply.ON_HAND);
  }

  /** What is promised of it and not there; only of a line that is covered. */
  public Optional<AwaitedGoods> awaited() {
    return isThere() ? Optional.empty() : Optional.of(new AwaitedGoods(demand(), expected));
  }

  /** As {@link #goods}, from somewhere, whether it is there or not: a fact. */
  public List<Leg> factFrom(LocationId from) {
    return terms.sale(entry, from, quantity).stream()
        .map(
            leg ->
                new Leg(leg.from(), leg.to(), leg.amount(), leg.unit(), OptionalLong.empty(), true))
        .toList();
  }

  /** What else bounds the line, and is held with it. */
  public List<Leg> bounds() {
    return terms.allotments(entry, quantity);
  }

  /** The same of which at least so much could be had. */
  public StockSource withAtLeast(Quantity most) {
    return most.compareTo(available) <= 0
        ? this
        : new StockSource(entry, quantity, location, most, terms, supply, expected);
  }

  /** What one of the line takes from shelves: itself, or what a bundle consists of. */
  public List<BundlePart> parts() {
    return terms.parts(entry);
  }

  /**
   * The ways of several lines out of the house, one a line in their order, and behind them what
   * else bounds them.
   */
  public static List<Leg> legs(Collection<StockSource> sources) {
    List<Leg> legs = new ArrayList<>();
    for (StockSource source : sources) {
      legs.addAll(source.goods());
    }
    for (StockSource source : sources) {
      legs.addAll(source.bounds());
    }
    return legs;
  }

  /** Entries with those of the parts of bundles among the sources. */
  public static Entries withParts(Entries entries, Collection<StockSource> sources) {
    Entries all = entries;
    for (StockSource source : sources) {
      all = source.terms.withParts(all);
    }
    return all;
  }

  /** Why the line cannot be had. */
  public Refusal refusal() {
    String where = location.map(LocationId::value).orElse("");
    return Refusal.of(
        InventoryService.OUT_OF_STOCK,
        available.isZero()
            ? entry.sku() + " is sold out."
            : "Only " + available + " of " + entry.sku() + " can be had; asked: " + quantity + ".",
        Facts.of("sku", entry.sku(), "location", where)
            .with("wanted", quantity)
            .with("available", available));
  }
}
