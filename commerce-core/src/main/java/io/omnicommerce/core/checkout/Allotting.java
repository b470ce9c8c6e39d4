package io.omnicommerce.core.checkout;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.catalog.BundlePart;
import io.omnicommerce.core.inventory.PromisedGoods;
import io.omnicommerce.core.inventory.StockAccounts;
import io.omnicommerce.core.inventory.TermAccounts;
import io.omnicommerce.ledger.HoldLine;
import io.omnicommerce.order.AllocatedPart;
import io.omnicommerce.order.Allocation;
import io.omnicommerce.pricing.PricedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells which lines of a hold are meant for which line of an order: those that have stock, in their
 * order, have theirs one after the other, one for each location that serves them.
 */
final class Allotting {

  private final String group;
  private final PromisedGoods promised;
  private final List<HoldLine> goods;
  private final List<HoldLine> bounds;
  private final Map<Sku, List<BundlePart>> bundles;
  private int next;
  private int nextBound;
  private @Nullable LocationId last;

  /**
   * @param held the lines of the group
   * @param promised where those of them will be that are not there
   * @param bundles what those of the order's SKUs consist of that are bundles
   */
  Allotting(
      String group,
      List<HoldLine> held,
      PromisedGoods promised,
      Map<Sku, List<BundlePart>> bundles) {
    this.group = group;
    this.promised = promised;
    this.goods = held.stream().filter(line -> TermAccounts.isSupply(line.from())).toList();
    this.bounds = held.stream().filter(line -> TermAccounts.isAllotment(line.from())).toList();
    this.bundles = bundles;
  }

  /** What is held for the next line of the order; nothing for what has no stock. */
  List<Allocation> next(PricedLine line, int decimals) {
    List<Allocation> allocations = new ArrayList<>(1);
    long left = line.quantity().toUnits(decimals);
    while (left > 0 && isFor(line)) {
      Allocation allocation = allocation(line, decimals);
      allocations.add(allocation);
      left -= allocation.quantity().toUnits(decimals);
    }
    boolean begun = !allocations.isEmpty();
    if (left < 0 || (begun && left > 0)) {
      throw new IllegalStateException("The hold " + group + " does not fit the line " + line.id());
    }
    return allocations;
  }

  private boolean isFor(PricedLine line) {
    return next < goods.size() && sku(goods.get(next)).equals(first(line.sku()));
  }

  /** The SKU whose line comes first of those that are held for one of another. */
  private Sku first(Sku sku) {
    List<BundlePart> parts = bundles.getOrDefault(sku, List.of());
    return parts.isEmpty() ? sku : parts.get(0).entry().sku();
  }

  private static Sku sku(HoldLine line) {
    return TermAccounts.sku(line.from());
  }

  private Allocation allocation(PricedLine line, int decimals) {
    HoldLine hold = goods.get(next);
    List<BundlePart> of = bundles.getOrDefault(line.sku(), List.of());
    long units = of.isEmpty() ? hold.amount() : hold.amount() / of.get(0).each();
    boolean whole = units == line.quantity().toUnits(decimals);
    Allocation allocation =
        Allocation.of(
                location(hold),
                group,
                of.isEmpty() ? List.of(plain(line.sku(), decimals)) : parts(of),
                whole ? line.quantity() : Quantity.ofUnits(units, decimals))
            .awaiting(TermAccounts.supply(hold.from()));
    List<AllocatedPart> bounds = bounds(line.sku(), decimals, of);
    return bounds.isEmpty() ? allocation : allocation.withBounds(bounds);
  }

  private AllocatedPart plain(Sku sku, int decimals) {
    return AllocatedPart.of(goods.get(next++).line(), sku, decimals);
  }

  private List<AllocatedPart> parts(List<BundlePart> of) {
    return of.stream().map(part -> part(goods.get(next++), part)).toList();
  }

  private static AllocatedPart part(HoldLine hold, BundlePart part) {
    int decimals = part.entry().unit().decimals();
    return new AllocatedPart(
        hold.line(), part.entry().sku(), Quantity.ofUnits(part.each(), decimals), decimals);
  }

  /** The allotments of the SKU and of what it consists of, as far as there are any. */
  private List<AllocatedPart> bounds(Sku sku, int decimals, List<BundlePart> of) {
    if (bounds.isEmpty()) {
      return List.of();
    }
    List<AllocatedPart> held = new ArrayList<>();
    bound(sku).ifPresent(line -> held.add(AllocatedPart.of(line.line(), sku, decimals)));
    for (BundlePart part : of) {
      bound(part.entry().sku()).ifPresent(line -> held.add(part(line, part)));
    }
    return held;
  }

  private Optional<HoldLine> bound(Sku sku) {
    return nextBound < bounds.size() && TermAccounts.sku(bounds.get(nextBound).from()).equals(sku)
        ? Optional.of(bounds.get(nextBound++))
        : Optional.empty();
  }

  /** Mostly the same for all lines: held once. */
  private LocationId location(HoldLine hold) {
    LocationId location =
        TermAccounts.isPromise(hold.from())
            ? promised.location(hold).orElseThrow()
            : StockAccounts.location(hold.from());
    LocationId known = last;
    if (known != null && known.equals(location)) {
      return known;
    }
    last = location;
    return location;
  }
}
