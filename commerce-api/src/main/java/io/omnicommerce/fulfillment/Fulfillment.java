package io.omnicommerce.fulfillment;

import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Version;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A job at one location for one order.
 *
 * @param kind whether it is shipped or picked up
 * @param shipments what has left so far
 * @param codeHash the hash of the code by which it is collected, once it is ready
 * @param handover the proof of its handover
 */
public record Fulfillment(
    FulfillmentId id,
    Version version,
    OrderId order,
    LocationId location,
    DeliveryMethod.Kind kind,
    FulfillmentStep step,
    List<FulfillmentLine> lines,
    List<Shipment> shipments,
    Optional<String> codeHash,
    Optional<Instant> readyAt,
    Optional<Handover> handover,
    Instant createdAt) {

  public Fulfillment {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(step, "step");
    lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
    shipments = List.copyOf(Objects.requireNonNull(shipments, "shipments"));
    Objects.requireNonNull(codeHash, "codeHash");
    Objects.requireNonNull(readyAt, "readyAt");
    Objects.requireNonNull(handover, "handover");
    Objects.requireNonNull(createdAt, "createdAt");
  }
}
