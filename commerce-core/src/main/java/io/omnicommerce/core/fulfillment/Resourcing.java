package io.omnicommerce.core.fulfillment;

import io.omnicommerce.common.LocationId;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.channel.ChannelSettings;
import io.omnicommerce.core.delivery.SourceLocations;
import io.omnicommerce.core.delivery.Sourced;
import io.omnicommerce.core.delivery.Sourcer;
import io.omnicommerce.core.delivery.SourcingAsk;
import io.omnicommerce.core.inventory.StockSource;
import io.omnicommerce.core.order.SourceParts;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.order.Allocation;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.storage.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Goods for lines of an order that have none.
 *
 * @param lines the lines with what is meant for them now
 * @param steps what holds it
 * @param complete whether nothing is missing
 */
public record Resourcing(List<OrderLine> lines, List<LedgerStep> steps, boolean complete) {

  public Resourcing {
    lines = List.copyOf(lines);
    steps = List.copyOf(steps);
  }

  /**
   * @param wanting the lines of which what is unallocated is to be had
   * @param pickup where they are picked up, if they are
   * @param own groups of the order of which all that is open is given back in the same decision
   * @param group the name of the ledger's group that is to hold them
   */
  public static Resourcing of(
      Session session,
      Sourcer sourcer,
      Order order,
      List<OrderLine> wanting,
      Optional<LocationId> pickup,
      List<BatchId> own,
      String group) {
    Entries entries =
        CatalogDocuments.require(
            session, wanting.stream().map(line -> line.priced().sku()).toList());
    List<OrderLine> goods =
        wanting.stream().filter(line -> entries.of(line.priced().sku()).shippable()).toList();
    SourcingAsk ask = ask(session, order, goods, entries, pickup, own);
    Resourcing found = of(goods, sourcer.some(session, ask), group);
    return found.with(
        wanting.stream()
            .filter(line -> !goods.contains(line))
            .map(line -> withoutStock(line, ask.sources().get(0), group))
            .toList());
  }

  private Resourcing with(List<OrderLine> others) {
    List<OrderLine> all = new ArrayList<>(lines);
    all.addAll(others);
    return new Resourcing(all, steps, complete);
  }

  /** What nobody carries is done where the goods are. */
  private static OrderLine withoutStock(OrderLine line, LocationId at, String group) {
    List<Allocation> all = new ArrayList<>(line.allocations());
    all.add(Allocation.of(at, group, List.of(), line.unallocated()));
    return line.withAllocations(all);
  }

  private static SourcingAsk ask(
      Session session,
      Order order,
      List<OrderLine> goods,
      Entries entries,
      Optional<LocationId> pickup,
      List<BatchId> own) {
    ChannelSettings settings = ChannelDocuments.settings(session, order.channel());
    return new SourcingAsk(
        settings,
        goods.stream()
            .map(line -> SkuQuantity.of(line.priced().sku(), line.unallocated()))
            .toList(),
        entries,
        SourceLocations.of(session, settings, pickup),
        order.delivery().address(),
        pickup,
        own);
  }

  private static Resourcing of(List<OrderLine> goods, List<Sourced> sourced, String group) {
    List<List<Allocation>> more = new ArrayList<>();
    goods.forEach(line -> more.add(new ArrayList<>(line.allocations())));
    List<StockSource> sources = new ArrayList<>();
    int goodsLegs = sourced.stream().mapToInt(one -> one.source().parts().size()).sum();
    int next = 1;
    int nextBound = goodsLegs + 1;
    for (Sourced one : sourced) {
      StockSource source = one.source();
      sources.add(source);
      more.get(one.line()).add(allocation(source, next, nextBound, group));
      next += source.parts().size();
      nextBound += source.bounds().size();
    }
    List<OrderLine> lines = new ArrayList<>();
    boolean complete = true;
    for (int i = 0; i < goods.size(); i++) {
      OrderLine line = goods.get(i).withAllocations(more.get(i));
      complete = complete && line.unallocated().isZero();
      if (!line.equals(goods.get(i))) {
        lines.add(line);
      }
    }
    return new Resourcing(lines, steps(sources, group), complete);
  }

  /** What bounds the goods stands behind all of them. */
  private static Allocation allocation(
      StockSource source, int first, int firstBound, String group) {
    return Allocation.of(
            source.location().orElseThrow(),
            group,
            SourceParts.goods(source, first),
            source.quantity())
        .withBounds(SourceParts.bounds(source, firstBound));
  }

  private static List<LedgerStep> steps(List<StockSource> sources, String group) {
    BatchId id = BatchId.of(group);
    return sources.isEmpty()
        ? List.of()
        : List.of(
            new LedgerStep.Hold(Batch.of(id, StockSource.legs(sources)), Optional.empty()),
            new LedgerStep.Confirm(id));
  }
}
