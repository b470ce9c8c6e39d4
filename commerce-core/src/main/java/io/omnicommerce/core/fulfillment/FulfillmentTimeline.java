package io.omnicommerce.core.fulfillment;

import io.omnicommerce.common.Reference;
import io.omnicommerce.fulfillment.Fulfillment;
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
    job.shipments()
        .forEach(
            parcel ->
                entries.add(
                    new TimelineEntry(
                        parcel.at(), subject, "shipped", "", parcel.tracking().orElse(""))));
    job.readyAt().ifPresent(at -> entries.add(new TimelineEntry(at, subject, "ready", "", place)));
    job.handover()
        .ifPresent(
            given ->
                entries.add(
                    new TimelineEntry(given.at(), subject, "collected", "", given.collector())));
  }
}
