package io.omnicommerce.core.fulfillment;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentAction;
import io.omnicommerce.fulfillment.FulfillmentEvent;
import io.omnicommerce.fulfillment.FulfillmentId;
import io.omnicommerce.fulfillment.FulfillmentStep;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.order.AllocatedPart;
import io.omnicommerce.pricing.LineId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Work in the house: goods are picked and packed, or are not where they should be. */
final class Picking {

  private static final String SHORT_PICK = "fulfillment.short_pick";

  private final Jobs jobs;
  private final Flow flow;

  Picking(Jobs jobs, Flow flow) {
    this.jobs = jobs;
    this.flow = flow;
  }

  Fulfillment pick(CallContext context, FulfillmentId id) {
    return move(
        context,
        id,
        FulfillmentAction.PICK,
        FulfillmentStep.PICKED,
        job -> new FulfillmentEvent.GoodsPicked(id, job.order(), job.location()));
  }

  Fulfillment pack(CallContext context, FulfillmentId id) {
    return move(
        context,
        id,
        FulfillmentAction.PACK,
        FulfillmentStep.PACKED,
        job -> new FulfillmentEvent.GoodsPacked(id, job.order(), job.location()));
  }

  /** What is at the step already stays as it is. */
  private Fulfillment move(
      CallContext context,
      FulfillmentId id,
      FulfillmentAction action,
      FulfillmentStep to,
      Function<Fulfillment, FulfillmentEvent> told) {
    return jobs.change(
        context, id, work -> work.job().step() == to ? work.job() : moved(work, action, told));
  }

  private Fulfillment moved(
      JobWork work, FulfillmentAction action, Function<Fulfillment, FulfillmentEvent> told) {
    Fulfillment moved = FulfillmentRules.moved(flow, work.job(), work.order(), action);
    return work.changed(moved, told.apply(moved));
  }

  /**
   * @param gone which components of a bundle are missing, if somebody says so
   */
  Fulfillment shortPick(
      CallContext context,
      FulfillmentId id,
      LineId line,
      Quantity missing,
      Optional<List<SkuQuantity>> gone,
      String reason,
      IdempotencyKey key) {
    String named = gone.map(some -> "\n" + some).orElse("");
    String content = id + "\n" + line + "\n" + missing + "\n" + reason + named;
    return jobs.change(
        context,
        id,
        new Once(SHORT_PICK, key, content),
        work -> shortPick(work, line, missing, gone, reason));
  }

  private Fulfillment shortPick(
      JobWork work,
      LineId line,
      Quantity missing,
      Optional<List<SkuQuantity>> gone,
      String reason) {
    Outbound left =
        ShortPicks.shortPick(
            flow,
            work.job(),
            work.order(),
            line,
            missing,
            gone,
            reason,
            entries(work, line),
            work.context(),
            work.now());
    Fulfillment job = left.job();
    return work.changed(
        left,
        "short_picked",
        new FulfillmentEvent.ShortPicked(job.id(), job.order(), job.location(), line, missing));
  }

  /** The entries of what a line takes at the job's location. */
  private static Entries entries(JobWork work, LineId line) {
    List<AllocatedPart> parts =
        work.order()
            .line(line)
            .map(ordered -> ShortPicks.parts(work.job(), ordered))
            .orElse(List.of());
    return CatalogDocuments.require(
        work.session(), parts.stream().map(AllocatedPart::sku).toList());
  }
}
