package io.omnicommerce.core.fulfillment;

import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.spi.SecretGenerator;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.common.Fingerprint;
import io.omnicommerce.core.common.Secrets;
import io.omnicommerce.core.delivery.DeliveryDocuments;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentEvent;
import io.omnicommerce.fulfillment.FulfillmentId;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.fulfillment.Handover;
import io.omnicommerce.fulfillment.PickupCode;
import io.omnicommerce.fulfillment.PickupTerms;
import java.util.function.UnaryOperator;

/** Where customers fetch what they ordered: what is agreed, made ready and handed over. */
final class PickupCounter {

  private static final String PICKUP_FAILED = "fulfillment.pickup_failed";
  private static final int CODE_LENGTH = 8;

  private final Jobs jobs;
  private final Flow flow;
  private final SecretGenerator secrets;

  PickupCounter(Jobs jobs, Flow flow, SecretGenerator secrets) {
    this.jobs = jobs;
    this.flow = flow;
    this.secrets = secrets;
  }

  PickupCode makeReady(CallContext context, FulfillmentId id) {
    String code = Secrets.code(secrets, CODE_LENGTH);
    return new PickupCode(jobs.change(context, id, work -> ready(work, code)), code);
  }

  private Fulfillment ready(JobWork work, String code) {
    String hash = Fingerprint.of(OutboundRules.secret(work.job(), code));
    Fulfillment job =
        FulfillmentRules.ready(flow, work.job(), work.order(), hash, terms(work), work.now());
    return work.changed(
        job, new FulfillmentEvent.PickupReady(job.id(), job.order(), job.location()));
  }

  private static PickupTerms terms(JobWork work) {
    return Dues.dated(
        work.job().terms(),
        ChannelDocuments.location(work.session(), work.job().location()),
        DeliveryDocuments.findHandling(work.session(), work.job().location()),
        work.now());
  }

  Fulfillment collect(
      CallContext context, FulfillmentId id, String code, String collector, Handover.By by) {
    return jobs.change(context, id, work -> collected(work, code, collector, by));
  }

  private Fulfillment collected(JobWork work, String code, String collector, Handover.By by) {
    Outbound left =
        OutboundRules.collect(
            flow, work.job(), work.order(), code, collector, by, work.context(), work.now());
    Fulfillment job = left.job();
    return work.changed(
        left,
        "collected",
        new FulfillmentEvent.PickupCollected(job.id(), job.order(), job.location()));
  }

  /**
   * @param what is told of it
   */
  Fulfillment agree(
      CallContext context, FulfillmentId id, UnaryOperator<PickupTerms> terms, String what) {
    return jobs.change(context, id, work -> agreed(work, terms, what));
  }

  private static Fulfillment agreed(JobWork work, UnaryOperator<PickupTerms> terms, String what) {
    checkTheirs(work);
    Fulfillment job = PickupRules.agreed(work.job(), terms);
    return work.changed(
        job, new FulfillmentEvent.PickupAgreed(job.id(), job.order(), job.location(), what));
  }

  Fulfillment arrive(CallContext context, FulfillmentId id, String where) {
    return jobs.change(context, id, work -> arrived(work, where));
  }

  private static Fulfillment arrived(JobWork work, String where) {
    checkTheirs(work);
    PickupTerms.Arrival arrival = new PickupTerms.Arrival(where, work.now());
    Fulfillment job = PickupRules.agreed(work.job(), terms -> terms.withArrival(arrival));
    return work.changed(
        job, new FulfillmentEvent.CustomerArrived(job.id(), job.order(), job.location()));
  }

  /** Whose order it is, or who works on it. */
  private static void checkTheirs(JobWork work) {
    Actor actor = work.context().actor();
    if (!actor.may(FulfillmentService.WORK) && !work.order().owner().is(actor)) {
      throw FulfillmentDocuments.notFound(work.job().id());
    }
  }

  Fulfillment failed(CallContext context, FulfillmentId id, String reason, IdempotencyKey key) {
    return jobs.change(
        context,
        id,
        new Once(PICKUP_FAILED, key, id + "\n" + reason),
        work -> failed(work, reason));
  }

  private static Fulfillment failed(JobWork work, String reason) {
    Fulfillment job = PickupRules.failed(work.job(), reason, work.now());
    return work.changed(
        job, new FulfillmentEvent.PickupFailed(job.id(), job.order(), job.location()));
  }
}
