package io.omnicommerce.core.fulfillment;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentEntry;
import io.omnicommerce.fulfillment.FulfillmentEvent;
import io.omnicommerce.fulfillment.FulfillmentId;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderEvent;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.time.Instant;

/** A job and its order as a transaction finds them, with what is decided about them. */
record JobWork(
    Stored<Fulfillment> storedJob,
    Stored<Order> storedOrder,
    Session session,
    Decision.Builder decision) {

  static JobWork on(Session session, FulfillmentId id) {
    Stored<Fulfillment> job = FulfillmentDocuments.require(session, id);
    Stored<Order> order = FulfillmentDocuments.order(session, job.value());
    return new JobWork(job, order, session, Decision.builder());
  }

  Fulfillment job() {
    return storedJob.value();
  }

  Order order() {
    return storedOrder.value();
  }

  CallContext context() {
    return session.context();
  }

  Instant now() {
    return session.now();
  }

  /** Decides on a job that has changed alone, notes it, and tells of it. */
  Fulfillment changed(Fulfillment after, FulfillmentEvent told) {
    Fulfillment noted =
        JobChange.noted(after, new FulfillmentEntry(now(), done(told), context().actor().label()));
    decision
        .save(DocumentWrite.update(FulfillmentDocuments.TYPE, storedJob, noted))
        .event(FulfillmentDocuments.event(noted, told));
    return noted;
  }

  private static String done(FulfillmentEvent told) {
    return told instanceof FulfillmentEvent.PickupAgreed agreed
        ? agreed.what()
        : told.type().substring(told.type().indexOf('.') + 1);
  }

  /**
   * Decides on a job that has changed with its order and its goods, and tells of both.
   *
   * @param what is told of the order
   */
  Fulfillment changed(Outbound after, String what, FulfillmentEvent told) {
    OrderEvent progressed = new OrderEvent.OrderProgressed(after.order().id(), what);
    decision
        .save(DocumentWrite.update(OrderDocuments.TYPE, storedOrder, after.order()))
        .event(OrderDocuments.event(after.order(), progressed));
    after.steps().forEach(decision::step);
    return changed(after.job(), told);
  }
}
