package io.omnicommerce.fulfillment;

import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Version;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.pricing.LineId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A job at one location for one order.
 *
 * @param kind whether it is shipped or picked up
 * @param to the location to which its goods are sent for the customer to fetch them there; empty
 *     for a job whose goods go to the customer
 * @param shipments what has left so far
 * @param codeHash the hash of the code by which it is collected, once it is ready
 * @param handover the proof of its handover
 * @param promisedBy until when its goods are to be there, as the order says
 * @param terms what is agreed on its pickup
 * @param failures what did not work out, the earlier first
 * @param told what was due and is done
 * @param history what was done for it and by whom, the earlier first
 */
public record Fulfillment(
    FulfillmentId id,
    Version version,
    OrderId order,
    LocationId location,
    DeliveryMethod.Kind kind,
    Optional<LocationId> to,
    FulfillmentStep step,
    List<FulfillmentLine> lines,
    List<Shipment> shipments,
    Optional<String> codeHash,
    Optional<Instant> readyAt,
    Optional<Handover> handover,
    Instant promisedBy,
    PickupTerms terms,
    List<Failure> failures,
    List<Told> told,
    List<FulfillmentEntry> history,
    Instant createdAt) {

  public Fulfillment {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(step, "step");
    lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
    shipments = List.copyOf(Objects.requireNonNull(shipments, "shipments"));
    Objects.requireNonNull(codeHash, "codeHash");
    Objects.requireNonNull(readyAt, "readyAt");
    Objects.requireNonNull(handover, "handover");
    Objects.requireNonNull(promisedBy, "promisedBy");
    Objects.requireNonNull(terms, "terms");
    failures = List.copyOf(Objects.requireNonNull(failures, "failures"));
    told = List.copyOf(Objects.requireNonNull(told, "told"));
    history = List.copyOf(Objects.requireNonNull(history, "history"));
    Objects.requireNonNull(createdAt, "createdAt");
  }

  /** A line of the job by the order's line. */
  public Optional<FulfillmentLine> line(LineId id) {
    Objects.requireNonNull(id, "id");
    return lines.stream().filter(line -> line.line().equals(id)).findFirst();
  }

  /** Whether something that was due is done. */
  public boolean hasTold(FulfillmentDue.Kind kind, int number) {
    Objects.requireNonNull(kind, "kind");
    return told.stream().anyMatch(done -> done.kind() == kind && done.number() == number);
  }
}
