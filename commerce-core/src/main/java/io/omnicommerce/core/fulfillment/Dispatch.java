package io.omnicommerce.core.fulfillment;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.inventory.TransferDocuments;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentEvent;
import io.omnicommerce.fulfillment.FulfillmentId;
import io.omnicommerce.fulfillment.FulfillmentLine;
import io.omnicommerce.fulfillment.FulfillmentStep;
import io.omnicommerce.fulfillment.Shipment;
import io.omnicommerce.inventory.Transfer;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.order.Order;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Stored;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Goods that leave with a carrier, to the customer or to where the customer fetches them, and what
 * becomes of their parcels.
 */
final class Dispatch {

  private static final String SHIP = "fulfillment.ship";
  private static final String DELIVERY_FAILED = "fulfillment.delivery_failed";
  private static final DeliveryMethod.Kind PICKUP = DeliveryMethod.Kind.PICKUP;

  private final Jobs jobs;
  private final Flow flow;

  Dispatch(Jobs jobs, Flow flow) {
    this.jobs = jobs;
    this.flow = flow;
  }

  /**
   * @param wanted how much of which lines; all that is open if empty
   */
  Fulfillment ship(
      CallContext context,
      FulfillmentId id,
      Optional<Map<LineId, Quantity>> wanted,
      Optional<String> tracking,
      IdempotencyKey key) {
    String content = id + "\n" + wanted.map(Object::toString).orElse("all") + "\n" + tracking;
    return jobs.change(
        context,
        id,
        new Once(SHIP, key, content),
        work -> ship(work, wanted.orElseGet(() -> OutboundRules.open(work.job())), tracking));
  }

  private Fulfillment ship(
      JobWork work, Map<LineId, Quantity> quantities, Optional<String> tracking) {
    return work.job().to().isPresent()
        ? toPlace(work, quantities, tracking)
        : toCustomer(work, quantities, tracking);
  }

  private Fulfillment toCustomer(
      JobWork work, Map<LineId, Quantity> quantities, Optional<String> tracking) {
    Outbound left =
        OutboundRules.ship(
            flow, work.job(), work.order(), quantities, tracking, work.context(), work.now());
    return work.changed(left, "shipped", shipped(left.job()));
  }

  private Fulfillment toPlace(
      JobWork work, Map<LineId, Quantity> quantities, Optional<String> tracking) {
    Sending.Sent sent =
        Sending.of(
            OutboundRules.left(flow, work.job(), work.order(), quantities, tracking, work.now()),
            work.order(),
            quantities,
            group -> work.session().ledger().batch(BatchId.of(group)).orElseThrow(),
            work.context(),
            work.now());
    Outbound left = sent.outbound();
    Fulfillment job = work.changed(left, "sent", shipped(left.job()));
    TransferDocuments.create(work.decision(), sent.transfer());
    expect(work, left.order(), sent.transfer());
    return job;
  }

  private static FulfillmentEvent shipped(Fulfillment job) {
    Shipment parcel = job.shipments().get(job.shipments().size() - 1);
    return new FulfillmentEvent.GoodsShipped(
        job.id(), job.order(), parcel.number(), parcel.tracking());
  }

  /** Where it goes somebody has to do with it from now on. */
  private static void expect(JobWork work, Order order, Transfer transfer) {
    List<Stored<Fulfillment>> known = FulfillmentDocuments.ofOrder(work.session(), order.id());
    Optional<Stored<Fulfillment>> waiting =
        known.stream().filter(job -> waits(job.value(), transfer.to())).findFirst();
    String group = TransferDocuments.group(transfer.id()).value();
    FulfillmentRules.request(order, PICKUP, known.size(), group, work.now())
        .forEach(
            job ->
                waiting.ifPresentOrElse(
                    pickup -> extend(work, pickup, job.lines()),
                    () -> FulfillmentDocuments.request(work.decision(), job)));
  }

  /** A pickup that is not ready yet. */
  private static boolean waits(Fulfillment job, LocationId at) {
    boolean open = !job.step().isEnded() && job.step() != FulfillmentStep.READY;
    return open && job.kind() == PICKUP && job.location().equals(at);
  }

  private static void extend(JobWork work, Stored<Fulfillment> pickup, List<FulfillmentLine> more) {
    Fulfillment extended = FulfillmentRules.extended(pickup.value(), more);
    work.decision().save(DocumentWrite.update(FulfillmentDocuments.TYPE, pickup, extended));
  }

  Fulfillment delivered(CallContext context, FulfillmentId id, int parcel) {
    return jobs.change(
        context,
        id,
        work ->
            PickupRules.shipment(work.job(), parcel).deliveredAt().isPresent()
                ? work.job()
                : delivered(work, parcel));
  }

  private static Fulfillment delivered(JobWork work, int parcel) {
    Fulfillment job = PickupRules.delivered(work.job(), parcel, work.now());
    return work.changed(job, new FulfillmentEvent.ParcelDelivered(job.id(), job.order(), parcel));
  }

  Fulfillment deliveryFailed(
      CallContext context, FulfillmentId id, int parcel, String reason, IdempotencyKey key) {
    return jobs.change(
        context,
        id,
        new Once(DELIVERY_FAILED, key, id + "\n" + parcel + "\n" + reason),
        work ->
            work.changed(
                PickupRules.notDelivered(work.job(), parcel, reason, work.now()),
                new FulfillmentEvent.DeliveryFailed(id, work.job().order(), parcel)));
  }
}
