package io.omnicommerce.core.fulfillment;

import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.channel.ChannelSettings;
import io.omnicommerce.core.delivery.Sourced;
import io.omnicommerce.core.delivery.Sourcer;
import io.omnicommerce.core.delivery.SourcingAsk;
import io.omnicommerce.core.inventory.StockSource;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.order.AllocatedPart;
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
   * @param pickup where they are to come from, if they are picked up
   * @param group the name of the ledger's group that is to hold them
   */
  public static Resourcing of(
      Session session,
      Sourcer sourcer,
      Order order,
      List<OrderLine> wanting,
      Optional<LocationId> pickup,
      String group) {
    Entries entries =
        CatalogDocuments.require(
            session, wanting.stream().map(line -> line.priced().sku()).toList());
    List<OrderLine> goods =
        wanting.stream().filter(line -> entries.of(line.priced().sku()).shippable()).toList();
    List<Sourced> sourced = sourcer.some(session, ask(session, order, goods, entries, pickup));
    return of(goods, sourced, group);
  }

  private static SourcingAsk ask(
      Session session,
      Order order,
      List<OrderLine> goods,
      Entries entries,
      Optional<LocationId> pickup) {
    ChannelSettings settings = ChannelDocuments.settings(session, order.channel());
    return new SourcingAsk(
        settings,
        goods.stream()
            .map(line -> SkuQuantity.of(line.priced().sku(), line.unallocated()))
            .toList(),
        entries,
        pickup.map(List::of).orElseGet(() -> settings.channel().sources()),
        order.delivery().address(),
        pickup,
        Optional.empty());
  }

  private static Resourcing of(List<OrderLine> goods, List<Sourced> sourced, String group) {
    List<List<Allocation>> more = new ArrayList<>();
    goods.forEach(line -> more.add(new ArrayList<>(line.allocations())));
    List<StockSource> sources = new ArrayList<>();
    for (Sourced one : sourced) {
      sources.add(one.source());
      more.get(one.line()).add(allocation(one, sources.size(), group));
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

  private static Allocation allocation(Sourced one, int number, String group) {
    StockSource source = one.source();
    Quantity quantity = source.quantity();
    return Allocation.of(
        source.location().orElseThrow(),
        group,
        List.of(AllocatedPart.of(number, source.entry().sku(), source.entry().unit().decimals())),
        quantity);
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
