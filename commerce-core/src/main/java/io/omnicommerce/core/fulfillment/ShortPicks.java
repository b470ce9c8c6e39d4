package io.omnicommerce.core.fulfillment;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.inventory.StockAccounts;
import io.omnicommerce.core.order.AllocationRules;
import io.omnicommerce.core.order.OrderRules;
import io.omnicommerce.fulfillment.Failure;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentAction;
import io.omnicommerce.fulfillment.FulfillmentLine;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.fulfillment.FulfillmentStep;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.order.AllocatedPart;
import io.omnicommerce.order.Allocation;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.pricing.LineId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What becomes of a job, its order and the shelf when goods are not where they should be. */
final class ShortPicks {

  private ShortPicks() {}

  /**
   * @param named which components of a bundle are gone, if somebody says so
   * @param entries of what is missing
   */
  static Outbound shortPick(
      Flow flow,
      Fulfillment job,
      Order order,
      LineId id,
      Quantity missing,
      Optional<List<SkuQuantity>> named,
      String reason,
      Entries entries,
      CallContext context,
      Instant now) {
    FulfillmentRules.checkConfirmed(order);
    checkStep(job);
    OutboundRules.checkQuantities(job, Map.of(id, missing));
    OutboundRules.checkArrived(job, order, Map.of(id, missing));
    OrderLine line = order.line(id).orElseThrow();
    AllocationRules.Moved moved = AllocationRules.missing(line, job.location(), missing);
    List<LedgerStep> steps = new ArrayList<>(moved.steps());
    List<SkuQuantity> held = givenBack(line, moved.line());
    gone(job, MissingParts.of(line, held, missing, named), entries).ifPresent(steps::add);
    return new Outbound(
        shortened(flow, job, id, missing, reason, now),
        OrderRules.progressed(
            order, List.of(moved.line()), "short_picked", job.id().value(), context, now),
        steps);
  }

  private static void checkStep(Fulfillment job) {
    if (job.step().isEnded() || job.step() == FulfillmentStep.READY) {
      throw new RefusedException(
          FulfillmentService.ILLEGAL_TRANSITION,
          "Nothing is picked any more for a job in the state " + job.step() + ".",
          Facts.of("from", job.step(), "action", "SHORT_PICK")
              .with("allowed", "until it is packed"));
    }
  }

  private static Fulfillment shortened(
      Flow flow, Fulfillment job, LineId id, Quantity missing, String reason, Instant now) {
    List<FulfillmentLine> lines =
        job.lines().stream()
            .map(line -> line.line().equals(id) ? without(line, missing) : line)
            .filter(line -> !line.quantity().isZero())
            .toList();
    boolean nothingLeft = lines.stream().allMatch(line -> line.open().isZero());
    Failure failure =
        new Failure(
            Failure.Kind.SHORT_PICK,
            Optional.empty(),
            Optional.of(new Failure.Missing(id, missing)),
            reason,
            now);
    JobChange change = JobChange.of(job).lines(lines).failure(failure);
    return nothingLeft ? change.step(end(flow, job)).changed() : change.changed();
  }

  /** A job of which some has left before ends as shipped. */
  private static FulfillmentStep end(Flow flow, Fulfillment job) {
    FulfillmentAction action =
        job.shipments().isEmpty() ? FulfillmentAction.CANCEL : FulfillmentAction.SHIP;
    return FulfillmentRules.fire(flow, job, action);
  }

  private static FulfillmentLine without(FulfillmentLine line, Quantity missing) {
    return new FulfillmentLine(line.line(), line.quantity().minus(missing), line.done());
  }

  /** A fact about the shelf, whatever it leaves there. */
  private static Optional<LedgerStep> gone(
      Fulfillment job, List<SkuQuantity> missing, Entries entries) {
    List<Leg> legs = new ArrayList<>();
    for (SkuQuantity part : missing) {
      AccountId shelf = StockAccounts.stock(part.sku(), job.location());
      CatalogEntry entry = entries.of(part.sku());
      legs.add(
          StockAccounts.leg(shelf, StockAccounts.SHRINKAGE, entry, part.quantity()).asForced());
    }
    BatchId id = BatchId.of("short-pick/" + job.id() + "/" + job.version().next());
    return legs.isEmpty() ? Optional.empty() : Optional.of(new LedgerStep.Post(Batch.of(id, legs)));
  }

  /** The goods that were held for what is missing, however a bundle was made up at the time. */
  private static List<SkuQuantity> givenBack(OrderLine before, OrderLine after) {
    Map<Sku, Quantity> held = new TreeMap<>();
    for (int i = 0; i < before.allocations().size(); i++) {
      Allocation was = before.allocations().get(i);
      Quantity missing = after.allocations().get(i).released().minus(was.released());
      for (AllocatedPart part : missing.isZero() ? List.<AllocatedPart>of() : was.parts()) {
        held.merge(part.sku(), part.of(missing), Quantity::plus);
      }
    }
    return held.entrySet().stream()
        .map(part -> SkuQuantity.of(part.getKey(), part.getValue()))
        .toList();
  }

  /** All that a line takes at the job's location, in whatever composition it was ordered. */
  static List<AllocatedPart> parts(Fulfillment job, OrderLine line) {
    return line.allocations().stream()
        .filter(from -> from.source().equals(job.location()))
        .flatMap(from -> from.parts().stream())
        .toList();
  }
}
