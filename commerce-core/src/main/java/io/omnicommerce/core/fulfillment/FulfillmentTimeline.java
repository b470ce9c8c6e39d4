package io.omnicommerce.core.fulfillment;

import io.omnicommerce.common.Reference;
import io.omnicommerce.fulfillment.Failure;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.Handover;
import io.omnicommerce.fulfillment.Shipment;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.TimelineEntry;
import io.omnicommerce.storage.Session;
import java.util.ArrayList;
import java.util.List;

/** What happened at locations for an order. */
public final class FulfillmentTimeline {

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
    job.shipments().forEach(parcel -> add(entries, subject, parcel));
    job.failures().forEach(failure -> entries.add(entry(subject, failure)));
    job.readyAt().ifPresent(at -> entries.add(new TimelineEntry(at, subject, "ready", "", place)));
    job.handover().ifPresent(given -> entries.add(entry(subject, given)));
  }

  private static void add(List<TimelineEntry> entries, Reference subject, Shipment parcel) {
    String tracking = parcel.tracking().orElse("");
    entries.add(new TimelineEntry(parcel.at(), subject, "shipped", "", tracking));
    parcel
        .deliveredAt()
        .ifPresent(at -> entries.add(new TimelineEntry(at, subject, "delivered", "", tracking)));
  }

  private static TimelineEntry entry(Reference subject, Failure failure) {
    String what =
        switch (failure.kind()) {
          case SHORT_PICK -> "short_picked";
          case DELIVERY -> "delivery_failed";
          case PICKUP -> "pickup_failed";
        };
    String missing =
        failure
            .missing()
            .map(gone -> gone.quantity() + " of the line " + gone.line() + ": ")
            .orElse("");
    return new TimelineEntry(failure.at(), subject, what, "", missing + failure.reason());
  }

  private static TimelineEntry entry(Reference subject, Handover given) {
    String whom =
        given.by() == Handover.By.DEPUTY ? given.collector() + ", as deputy" : given.collector();
    return new TimelineEntry(given.at(), subject, "collected", given.staff(), whom);
  }
}
