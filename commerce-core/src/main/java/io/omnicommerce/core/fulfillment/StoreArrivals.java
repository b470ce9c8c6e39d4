package io.omnicommerce.core.fulfillment;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Reference;
import io.omnicommerce.core.inventory.StockAccounts;
import io.omnicommerce.core.inventory.TransferPurpose;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.order.OrderRules;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.inventory.Transfer;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.HoldLine;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.order.AllocatedPart;
import io.omnicommerce.order.Allocation;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderEvent;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was sent for an order is held for it where it arrives, as far as it still wants it. What can
 * no longer arrive leaves its line without goods.
 */
public final class StoreArrivals implements TransferPurpose {

  @Override
  public SetAside arrived(Session session, Decision.Builder decision, Arrived arrived) {
    OrderId id = OrderId.of(arrived.transfer().purpose().map(Reference::id).orElseThrow());
    Stored<Order> stored =
        OrderDocuments.find(session, id).orElseThrow(() -> OrderDocuments.notFound(id));
    Arriving arriving = new Arriving(session, arrived);
    List<OrderLine> changed = new ArrayList<>();
    for (OrderLine line : stored.value().lines()) {
      OrderLine after = arriving.line(line);
      if (!after.equals(line)) {
        changed.add(after);
      }
    }
    if (!changed.isEmpty()) {
      save(session, decision, stored, changed, arriving);
    }
    return arriving.setAside();
  }

  private static void save(
      Session session,
      Decision.Builder decision,
      Stored<Order> stored,
      List<OrderLine> changed,
      Arriving arriving) {
    String what = arriving.missing.isEmpty() ? "arrived" : "arrived_short";
    Order after =
        OrderRules.progressed(
            stored.value(),
            changed,
            what,
            arriving.arrived.transfer().id().value(),
            session.context(),
            session.now());
    decision
        .save(DocumentWrite.update(OrderDocuments.TYPE, stored, after))
        .event(OrderDocuments.event(after, new OrderEvent.OrderProgressed(after.id(), what)));
    for (Stored<Fulfillment> job : FulfillmentDocuments.ofOrder(session, after.id())) {
      if (job.value().location().equals(arriving.arrived.transfer().to())) {
        FulfillmentRules.reduced(job.value(), arriving.missing)
            .ifPresent(less -> arriving.reduce(decision, job, less));
      }
    }
  }

  /** Gives what has arrived to lines, one after the other. */
  private static final class Arriving {

    private final Session session;
    private final Arrived arrived;
    private final Map<Sku, Long> good;
    private final Map<Sku, Long> coming = new HashMap<>();
    private final Map<Sku, Long> aside = new HashMap<>();
    private final List<Leg> holds = new ArrayList<>();
    private final List<LedgerStep> steps = new ArrayList<>();
    private final Map<LineId, Quantity> missing = new TreeMap<>();

    Arriving(Session session, Arrived arrived) {
      this.session = session;
      this.arrived = arrived;
      good = new HashMap<>(arrived.good());
    }

    SetAside setAside() {
      return new SetAside(aside, holds, steps);
    }

    OrderLine line(OrderLine line) {
      List<Allocation> after = new ArrayList<>();
      List<Allocation> there = new ArrayList<>();
      for (Allocation from : line.allocations()) {
        boolean comes =
            from.transit().filter(arrived.transfer().id()::equals).isPresent()
                && !from.open().isZero();
        after.add(comes ? take(line, from, there) : from);
      }
      after.addAll(there);
      return line.withAllocations(after);
    }

    private Allocation take(OrderLine line, Allocation from, List<Allocation> there) {
      long open = from.open().toUnits(line.decimals());
      long now = most(line, from, good, open);
      long later = most(line, from, coming(from), open - now);
      takeFrom(good, line, from, now);
      takeFrom(coming, line, from, later);
      long lost = open - now - later;
      if (now > 0) {
        there.add(hold(from, Quantity.ofUnits(now, line.decimals())));
      }
      if (lost > 0) {
        missing.merge(line.priced().id(), Quantity.ofUnits(lost, line.decimals()), Quantity::plus);
      }
      return now + lost == 0 ? from : release(from, Quantity.ofUnits(now + lost, line.decimals()));
    }

    /** What is still on its way. */
    private Map<Sku, Long> coming(Allocation from) {
      for (AllocatedPart part : from.parts()) {
        coming.computeIfAbsent(part.sku(), sku -> inTransit(sku, part.decimals()));
      }
      return coming;
    }

    private long inTransit(Sku sku, int decimals) {
      return arrived.transfer().lines().stream()
          .filter(line -> line.sku().equals(sku))
          .map(Transfer.Line::inTransit)
          .mapToLong(quantity -> quantity.toUnits(decimals))
          .sum();
    }

    /** For how much of a line there are all parts. */
    private static long most(OrderLine line, Allocation from, Map<Sku, Long> of, long wanted) {
      long most = wanted;
      for (AllocatedPart part : from.parts()) {
        most = Math.min(most, of.getOrDefault(part.sku(), 0L) / each(line, part));
      }
      return most;
    }

    private static long each(OrderLine line, AllocatedPart part) {
      return part.units(Quantity.ofUnits(1, line.decimals()));
    }

    private static void takeFrom(
        Map<Sku, Long> of, OrderLine line, Allocation from, long quantity) {
      from.parts().forEach(part -> of.merge(part.sku(), -quantity * each(line, part), Long::sum));
    }

    private Allocation release(Allocation from, Quantity quantity) {
      BatchId group = BatchId.of(from.group());
      for (AllocatedPart part : from.parts()) {
        steps.add(new LedgerStep.ReleaseLine(group, part.line(), part.units(quantity)));
      }
      for (AllocatedPart bound : from.bounds()) {
        steps.add(new LedgerStep.ReleaseLine(group, bound.line(), bound.units(quantity)));
      }
      return from.plusReleased(quantity);
    }

    private Allocation hold(Allocation from, Quantity quantity) {
      List<AllocatedPart> goods = new ArrayList<>();
      for (AllocatedPart part : from.parts()) {
        aside.merge(part.sku(), part.units(quantity), Long::sum);
        AccountId shelf = StockAccounts.stock(part.sku(), arrived.transfer().to());
        goods.add(hold(part, quantity, held(from, part), shelf));
      }
      List<AllocatedPart> bounds = new ArrayList<>();
      for (AllocatedPart bound : from.bounds()) {
        HoldLine held = held(from, bound);
        bounds.add(hold(bound, quantity, held, held.from()));
      }
      return Allocation.of(from.source(), arrived.group(), goods, quantity).withBounds(bounds);
    }

    private AllocatedPart hold(AllocatedPart part, Quantity quantity, HoldLine as, AccountId from) {
      holds.add(Leg.of(from, as.to(), part.units(quantity), as.unit()));
      return new AllocatedPart(holds.size(), part.sku(), part.perUnit(), part.decimals());
    }

    private HoldLine held(Allocation from, AllocatedPart part) {
      return session.ledger().batch(BatchId.of(from.group())).orElseThrow().lines().stream()
          .filter(line -> line.line() == part.line())
          .findFirst()
          .orElseThrow();
    }

    /** What one job takes off no other does. */
    void reduce(Decision.Builder decision, Stored<Fulfillment> job, Fulfillment less) {
      FulfillmentDocuments.reduce(decision, job, less);
      for (int i = 0; i < less.lines().size(); i++) {
        Quantity was = job.value().lines().get(i).quantity();
        Quantity taken = was.minus(less.lines().get(i).quantity());
        missing.computeIfPresent(less.lines().get(i).line(), (line, all) -> all.minus(taken));
      }
    }
  }
}
