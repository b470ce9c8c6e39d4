package io.omnicommerce.core.checkout;

import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.delivery.Sourcer;
import io.omnicommerce.core.delivery.SourcingAsk;
import io.omnicommerce.core.inventory.PromisedGoods;
import io.omnicommerce.core.inventory.StockSource;
import io.omnicommerce.core.inventory.Waiting;
import io.omnicommerce.core.order.SourceParts;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.order.AllocatedPart;
import io.omnicommerce.order.Allocation;
import io.omnicommerce.order.ImportedOrder;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import java.time.Instant;
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
 * @param queueing the places in the queue of what is promised and not there
 * @param missing what is neither there nor promised
 */
record GoodsTaken(
    List<Leg> legs,
    Map<LineId, List<Allocation>> allocations,
    List<DocumentWrite<Waiting>> queueing,
    List<Refusal> missing) {

  GoodsTaken {
    legs = List.copyOf(legs);
    allocations = Collections.unmodifiableMap(allocations);
    queueing = List.copyOf(queueing);
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
    return taking.taken(session.now());
  }

  /** Takes line after line. */
  private static final class Taking {

    private final String group;
    private final ImportedOrder.Stock mode;
    private final List<LocationId> sources;
    private final List<Leg> legs = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Refusal> missing = new ArrayList<>();

    Taking(String group, ImportedOrder.Stock mode, List<LocationId> sources) {
      this.group = group;
      this.mode = mode;
      this.sources = sources;
    }

    /** What of a line comes from where; of what has no stock, no source. */
    private record Part(LineId line, Optional<StockSource> source, Allocation allocation) {}

    void without(Wanted line) {
      Allocation none = Allocation.of(preferred(), group, List.of(), line.goods().quantity());
      parts.add(new Part(line.line(), Optional.empty(), none));
    }

    void take(LineId line, StockSource source) {
      boolean taken = isTaken(source);
      if (!taken && mode != ImportedOrder.Stock.FORCED) {
        missing.add(source.refusal());
        return;
      }
      LocationId from = taken ? source.location().orElseThrow() : preferred();
      List<AllocatedPart> goods = SourceParts.goods(source, legs.size() + 1);
      legs.addAll(taken ? source.goods() : source.factFrom(preferred()));
      parts.add(
          new Part(
              line,
              Optional.of(source).filter(one -> taken),
              Allocation.of(from, group, goods, source.quantity())));
    }

    /** Only who has to have them all is content with what is promised and not there. */
    private boolean isTaken(StockSource source) {
      return source.isCovered() && (source.isThere() || mode == ImportedOrder.Stock.REQUIRED);
    }

    private LocationId preferred() {
      return sources.get(0);
    }

    GoodsTaken taken(Instant now) {
      Map<LineId, List<Allocation>> allocations = new LinkedHashMap<>();
      for (Part part : parts) {
        Allocation from =
            part.source().map(source -> bounded(part, source)).orElse(part.allocation());
        allocations.computeIfAbsent(part.line(), any -> new ArrayList<>()).add(from);
      }
      List<StockSource> held = parts.stream().flatMap(part -> part.source().stream()).toList();
      return new GoodsTaken(legs, allocations, PromisedGoods.queueing(group, held, now), missing);
    }

    /** What bounds a sale beside the shelves stands behind all goods. */
    private Allocation bounded(Part part, StockSource source) {
      List<AllocatedPart> bounds = SourceParts.bounds(source, legs.size() + 1);
      legs.addAll(source.bounds());
      return part.allocation().withBounds(bounds).awaiting(source.supply());
    }
  }
}
