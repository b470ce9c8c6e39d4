package io.omnicommerce.core.checkout;

import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.delivery.Sourcer;
import io.omnicommerce.core.delivery.SourcingAsk;
import io.omnicommerce.core.inventory.StockSource;
import io.omnicommerce.core.order.SourceParts;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.order.AllocatedPart;
import io.omnicommerce.order.Allocation;
import io.omnicommerce.order.ImportedOrder;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.storage.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Goods for lines that no checkout has held.
 *
 * @param legs what is taken, by the numbers of their lines in the group
 * @param allocations by line; a line that is missing has no goods
 * @param missing what is not there
 */
record GoodsTaken(
    List<Leg> legs, Map<LineId, List<Allocation>> allocations, List<Refusal> missing) {

  GoodsTaken {
    legs = List.copyOf(legs);
    allocations = Collections.unmodifiableMap(allocations);
    missing = List.copyOf(missing);
  }

  /** Of which line how much of what. */
  record Wanted(LineId line, SkuQuantity goods) {}

  /**
   * Chooses where each line comes from.
   *
   * @param ask from where they may come, without lines
   */
  static GoodsTaken of(
      Sourcer sourcer,
      Session session,
      SourcingAsk ask,
      List<Wanted> wanted,
      String group,
      ImportedOrder.Stock mode) {
    Taking taking = new Taking(group, mode, ask.sources());
    List<Wanted> goods = new ArrayList<>();
    for (Wanted line : wanted) {
      if (ask.entries().of(line.goods().sku()).shippable()) {
        goods.add(line);
      } else {
        taking.without(line);
      }
    }
    List<StockSource> chosen =
        sourcer.choose(session, ask.withLines(goods.stream().map(Wanted::goods).toList()));
    int next = 0;
    for (Wanted line : goods) {
      Quantity left = line.goods().quantity();
      while (!left.isZero()) {
        StockSource source = chosen.get(next++);
        taking.take(line.line(), source);
        left = left.minus(source.quantity());
      }
    }
    return taking.taken();
  }

  /** Takes line after line. */
  private static final class Taking {

    private final String group;
    private final boolean forced;
    private final List<LocationId> sources;
    private final List<Leg> legs = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Refusal> missing = new ArrayList<>();

    Taking(String group, ImportedOrder.Stock mode, List<LocationId> sources) {
      this.group = group;
      this.forced = mode == ImportedOrder.Stock.FORCED;
      this.sources = sources;
    }

    /** What of a line comes from where; of what has no stock, no source. */
    private record Part(LineId line, Optional<StockSource> source, Allocation allocation) {}

    void without(Wanted line) {
      Allocation none = Allocation.of(preferred(), group, List.of(), line.goods().quantity());
      parts.add(new Part(line.line(), Optional.empty(), none));
    }

    void take(LineId line, StockSource source) {
      if (!source.isCovered() && !forced) {
        missing.add(source.refusal());
        return;
      }
      LocationId from = source.isCovered() ? source.location().orElseThrow() : preferred();
      List<AllocatedPart> goods = SourceParts.goods(source, legs.size() + 1);
      legs.addAll(source.isCovered() ? source.goods() : source.factFrom(preferred()));
      parts.add(
          new Part(
              line,
              Optional.of(source).filter(StockSource::isCovered),
              Allocation.of(from, group, goods, source.quantity())));
    }

    private LocationId preferred() {
      return sources.get(0);
    }

    GoodsTaken taken() {
      Map<LineId, List<Allocation>> allocations = new LinkedHashMap<>();
      for (Part part : parts) {
        Allocation from =
            part.source().map(source -> bounded(part, source)).orElse(part.allocation());
        allocations.computeIfAbsent(part.line(), any -> new ArrayList<>()).add(from);
      }
      return new GoodsTaken(legs, allocations, missing);
    }

    /** What bounds a sale beside the shelves stands behind all goods. */
    private Allocation bounded(Part part, StockSource source) {
      List<AllocatedPart> bounds = SourceParts.bounds(source, legs.size() + 1);
      legs.addAll(source.bounds());
      return part.allocation().withBounds(bounds);
    }
  }
}
