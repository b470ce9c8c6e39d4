package io.omnicommerce.core.fulfillment;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Reference;
import io.omnicommerce.core.inventory.StockAccounts;
import io.omnicommerce.core.inventory.TransferDocuments;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.order.OrderRules;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.inventory.Transfer;
import io.omnicommerce.inventory.TransferId;
import io.omnicommerce.inventory.TransferStatus;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.HoldGroup;
import io.omnicommerce.ledger.HoldLine;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.order.AllocatedPart;
import io.omnicommerce.order.Allocation;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.pricing.LineId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Goods that leave for where the customer fetches them: they go from the shelf onto the account of
 * a transfer, and are held for the order there as they were on the shelf.
 */
final class Sending {

  private final Fulfillment job;
  private final LocationId to;
  private final TransferId id;
  private final Function<String, HoldGroup> groups;
  private final List<Leg> holds = new ArrayList<>();
  private final Map<Sku, Long> units = new LinkedHashMap<>();
  private final Map<Sku, AllocatedPart> parts = new LinkedHashMap<>();
  private final Map<Sku, String> counted = new LinkedHashMap<>();
  private final List<LedgerStep> released = new ArrayList<>();

  private Sending(Fulfillment job, Function<String, HoldGroup> groups) {
    this.job = job;
    this.groups = groups;
    to = job.to().orElseThrow();
    id = TransferId.of(job.id() + "-" + job.shipments().size());
  }

  /** What has left, and the transfer by which it goes. */
  record Sent(Outbound outbound, Transfer transfer) {}

  /**
   * @param job when so much of it has left
   * @param groups what the ledger holds, by the names of groups
   */
  static Sent of(
      Fulfillment job,
      Order order,
      Map<LineId, Quantity> quantities,
      Function<String, HoldGroup> groups,
      CallContext context,
      Instant now) {
    Sending sending = new Sending(job, groups);
    List<OrderLine> changed = new ArrayList<>();
    quantities.forEach(
        (line, quantity) -> changed.add(sending.sent(order.line(line).orElseThrow(), quantity)));
    Order after = OrderRules.progressed(order, changed, "sent", sending.id.value(), context, now);
    return new Sent(new Outbound(job, after, sending.steps()), sending.transfer());
  }

  private OrderLine sent(OrderLine line, Quantity quantity) {
    quantity.toUnits(line.decimals());
    List<Allocation> after = new ArrayList<>();
    List<Allocation> more = new ArrayList<>();
    Quantity left = quantity;
    for (Allocation from : line.allocations()) {
      boolean here = from.source().equals(job.location()) && from.isThere();
      Quantity taken = here ? smaller(left, from.open()) : Quantity.ZERO;
      if (taken.isZero()) {
        after.add(from);
      } else {
        after.add(from.plusReleased(taken));
        more.add(onTheWay(from, taken));
        left = left.minus(taken);
      }
    }
    after.addAll(more);
    return line.withAllocations(after);
  }

  private static Quantity smaller(Quantity one, Quantity other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private Allocation onTheWay(Allocation from, Quantity taken) {
    List<AllocatedPart> goods = new ArrayList<>();
    for (AllocatedPart part : from.parts()) {
      HoldLine held = held(from, part, taken);
      units.merge(part.sku(), part.units(taken), Long::sum);
      parts.putIfAbsent(part.sku(), part);
      counted.putIfAbsent(part.sku(), held.unit());
      goods.add(hold(part, taken, held, StockAccounts.transit(id, part.sku())));
    }
    List<AllocatedPart> bounds = new ArrayList<>();
    for (AllocatedPart bound : from.bounds()) {
      HoldLine held = held(from, bound, taken);
      bounds.add(hold(bound, taken, held, held.from()));
    }
    Allocation there = Allocation.of(to, group(), goods, taken).withBounds(bounds);
    return goods.isEmpty() ? there : there.comingBy(id);
  }

  /** What was held for it, and is not any more. */
  private HoldLine held(Allocation from, AllocatedPart part, Quantity taken) {
    released.add(
        new LedgerStep.ReleaseLine(BatchId.of(from.group()), part.line(), part.units(taken)));
    return groups.apply(from.group()).lines().stream()
        .filter(line -> line.line() == part.line())
        .findFirst()
        .orElseThrow();
  }

  private AllocatedPart hold(AllocatedPart part, Quantity taken, HoldLine as, AccountId from) {
    holds.add(Leg.of(from, as.to(), part.units(taken), as.unit()));
    return new AllocatedPart(holds.size(), part.sku(), part.perUnit(), part.decimals());
  }

  private String group() {
    return TransferDocuments.group(id).value();
  }

  /** What is held stands first, and what leaves the shelf behind it is posted at once. */
  private List<LedgerStep> steps() {
    if (holds.isEmpty()) {
      return released;
    }
    BatchId batch = TransferDocuments.group(id);
    List<Leg> legs = new ArrayList<>(holds);
    List<LedgerStep> posted = new ArrayList<>();
    units.forEach(
        (sku, amount) -> {
          legs.add(
              Leg.of(
                  StockAccounts.stock(sku, job.location()),
                  StockAccounts.transit(id, sku),
                  amount,
                  Objects.requireNonNull(counted.get(sku))));
          posted.add(new LedgerStep.PostLine(batch, legs.size(), amount));
        });
    List<LedgerStep> steps = new ArrayList<>();
    steps.add(new LedgerStep.Hold(Batch.of(batch, legs), Optional.empty()));
    steps.add(new LedgerStep.Confirm(batch));
    steps.addAll(posted);
    steps.addAll(released);
    return steps;
  }

  private Transfer transfer() {
    List<Transfer.Line> lines = new ArrayList<>();
    Quantity none = Quantity.ZERO;
    parts.forEach(
        (sku, part) -> {
          long amount = units.getOrDefault(sku, 0L);
          Quantity left = Quantity.ofUnits(amount, part.decimals());
          lines.add(new Transfer.Line(sku, left, left, none, none, none));
        });
    return new Transfer(
        id,
        job.location(),
        to,
        TransferStatus.IN_TRANSIT,
        lines,
        Optional.of(Reference.of(OrderDocuments.TYPE.name(), job.order().value())));
  }
}
