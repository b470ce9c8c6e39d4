package io.omnicommerce.core.fulfillment;

import io.omnicommerce.common.Version;
import io.omnicommerce.fulfillment.Failure;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentEntry;
import io.omnicommerce.fulfillment.FulfillmentLine;
import io.omnicommerce.fulfillment.FulfillmentStep;
import io.omnicommerce.fulfillment.Handover;
import io.omnicommerce.fulfillment.PickupTerms;
import io.omnicommerce.fulfillment.Shipment;
import io.omnicommerce.fulfillment.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The next version of a job: as it was, but for what is set. */
final class JobChange {

  private final Fulfillment job;
  private FulfillmentStep step;
  private List<FulfillmentLine> lines;
  private List<Shipment> shipments;
  private Optional<String> codeHash;
  private Optional<Instant> readyAt;
  private Optional<Handover> handover;
  private Instant promisedBy;
  private PickupTerms terms;
  private List<Failure> failures;
  private List<Told> told;
  private List<FulfillmentEntry> history;

  private JobChange(Fulfillment job) {
    this.job = job;
    step = job.step();
    lines = job.lines();
    shipments = job.shipments();
    codeHash = job.codeHash();
    readyAt = job.readyAt();
    handover = job.handover();
    promisedBy = job.promisedBy();
    terms = job.terms();
    failures = job.failures();
    told = job.told();
    history = job.history();
  }

  static JobChange of(Fulfillment job) {
    return new JobChange(job);
  }

  JobChange step(FulfillmentStep with) {
    step = with;
    return this;
  }

  JobChange lines(List<FulfillmentLine> with) {
    lines = with;
    return this;
  }

  JobChange shipments(List<Shipment> with) {
    shipments = with;
    return this;
  }

  JobChange code(Optional<String> with) {
    codeHash = with;
    return this;
  }

  JobChange readyAt(Instant with) {
    readyAt = Optional.of(with);
    return this;
  }

  JobChange handover(Handover with) {
    handover = Optional.of(with);
    return this;
  }

  JobChange promisedBy(Instant with) {
    promisedBy = with;
    return this;
  }

  JobChange terms(PickupTerms with) {
    terms = with;
    return this;
  }

  JobChange failure(Failure more) {
    failures = plus(failures, more);
    return this;
  }

  JobChange told(Told more) {
    told = plus(told, more);
    return this;
  }

  private static <T> List<T> plus(List<T> list, T more) {
    List<T> longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }

  /** The same version, with what was done. */
  static Fulfillment noted(Fulfillment job, FulfillmentEntry entry) {
    JobChange same = new JobChange(job);
    same.history = plus(job.history(), entry);
    return same.as(job.version());
  }

  Fulfillment changed() {
    return as(job.version().next());
  }

  private Fulfillment as(Version version) {
    return new Fulfillment(
        job.id(),
        version,
        job.order(),
        job.location(),
        job.kind(),
        job.to(),
        step,
        lines,
        shipments,
        codeHash,
        readyAt,
        handover,
        promisedBy,
        terms,
        failures,
        told,
        history,
        job.createdAt());
  }
}
