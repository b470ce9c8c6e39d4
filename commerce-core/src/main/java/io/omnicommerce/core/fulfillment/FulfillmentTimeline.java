package io.omnicommerce.core.fulfillment;

import io.omnicommerce.common.Reference;
import io.omnicommerce.fulfillment.Failure;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentEntry;
import io.omnicommerce.fulfillment.Handover;
import io.omnicommerce.fulfillment.Shipment;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.TimelineEntry;
import io.omnicommerce.storage.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What happened at locations for an order. */
public final class FulfillmentTimeline {

  /** What exactly was done; of what is not kept, nothing. */
  @FunctionalInterface
  private interface Detail {
    String of(Fulfillment job, Instant at);
  }

  private static final Detail NONE = (job, at) -> "";

  private static final Map<String, Detail> DETAILS =
      Map.of(
          "shipped",
          (job, at) -> tracking(job, parcel -> parcel.at().equals(at)),
          "delivered",
          (job, at) -> tracking(job, parcel -> parcel.deliveredAt().equals(Optional.of(at))),
          "short_picked",
          failure(Failure.Kind.SHORT_PICK),
          "delivery_failed",
          failure(Failure.Kind.DELIVERY),
          "pickup_failed",
          failure(Failure.Kind.PICKUP),
          "pickup_ready",
          (job, at) -> job.location().value(),
          "pickup_collected",
          (job, at) -> job.handover().map(FulfillmentTimeline::collector).orElse(""),
          "deputy",
          (job, at) -> job.terms().deputy().orElse(""));

  private FulfillmentTimeline() {}

  public static List<TimelineEntry> of(Session session, Order order) {
    List<TimelineEntry> entries = new ArrayList<>();
    FulfillmentDocuments.ofOrder(session, order.id()).forEach(job -> add(entries, job.value()));
    return entries;
  }

  private static void add(List<TimelineEntry> entries, Fulfillment job) {
    Reference subject = Reference.of(FulfillmentDocuments.TYPE.name(), job.id().value());
    String place = job.location().value();
    entries.add(new TimelineEntry(job.createdAt(), subject, "requested", "", place));
    for (FulfillmentEntry done : job.history()) {
      String detail = DETAILS.getOrDefault(done.what(), NONE).of(job, done.at());
      entries.add(new TimelineEntry(done.at(), subject, done.what(), done.by(), detail));
    }
  }

  private static String tracking(Fulfillment job, Predicate<Shipment> which) {
    return job.shipments().stream()
        .filter(which)
        .findFirst()
        .flatMap(Shipment::tracking)
        .orElse("");
  }

  private static Detail failure(Failure.Kind kind) {
    return (job, at) ->
        job.failures().stream()
            .filter(failure -> failure.kind() == kind && failure.at().equals(at))
            .findFirst()
            .map(FulfillmentTimeline::said)
            .orElse("");
  }

  private static String said(Failure failure) {
    String missing =
        failure
            .missing()
            .map(gone -> gone.quantity() + " of the line " + gone.line() + ": ")
            .orElse("");
    return missing + failure.reason();
  }

  private static String collector(Handover given) {
    return given.by() == Handover.By.DEPUTY ? given.collector() + ", as deputy" : given.collector();
  }
}
