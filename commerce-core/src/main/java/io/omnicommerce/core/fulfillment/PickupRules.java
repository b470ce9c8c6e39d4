package io.omnicommerce.core.fulfillment;

import io.omnicommerce.common.Facts;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.fulfillment.Failure;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.fulfillment.PickupTerms;
import io.omnicommerce.fulfillment.Shipment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is agreed on a pickup, and what becomes of goods that have left. */
final class PickupRules {

  private PickupRules() {}

  /**
   * A pickup on which something is agreed.
   *
   * @throws RefusedException {@code fulfillment.illegal_transition}
   */
  static Fulfillment agreed(Fulfillment job, UnaryOperator<PickupTerms> change) {
    checkWaits(job, "agree on");
    return JobChange.of(job).terms(change.apply(job.terms())).changed();
  }

  /** A pickup that somebody came for in vain. */
  static Fulfillment failed(Fulfillment job, String reason, Instant now) {
    checkWaits(job, "fail to hand over");
    Failure failure =
        new Failure(Failure.Kind.PICKUP, Optional.empty(), Optional.empty(), reason, now);
    return JobChange.of(job).failure(failure).changed();
  }

  private static void checkWaits(Fulfillment job, String what) {
    if (job.kind() != DeliveryMethod.Kind.PICKUP || job.step().isEnded()) {
      throw new RefusedException(
          FulfillmentService.ILLEGAL_TRANSITION,
          "There is nothing to "
              + what
              + " of a job of the kind "
              + job.kind()
              + " in the state "
              + job.step()
              + ".",
          Facts.of("from", job.step(), "action", what).with("allowed", "pickups that wait"));
    }
  }

  /** A parcel that has arrived. */
  static Fulfillment delivered(Fulfillment job, int number, Instant now) {
    Shipment parcel = shipment(job, number);
    List<Shipment> shipments = new ArrayList<>(job.shipments());
    shipments.set(shipments.indexOf(parcel), parcel.withDeliveredAt(now));
    return JobChange.of(job).shipments(shipments).changed();
  }

  /** A parcel that has not arrived. */
  static Fulfillment notDelivered(Fulfillment job, int number, String reason, Instant now) {
    checkNotDelivered(job, shipment(job, number));
    Failure failure =
        new Failure(Failure.Kind.DELIVERY, Optional.of(number), Optional.empty(), reason, now);
    return JobChange.of(job).failure(failure).changed();
  }

  private static void checkNotDelivered(Fulfillment job, Shipment parcel) {
    parcel
        .deliveredAt()
        .ifPresent(
            at -> {
              throw new RefusedException(
                  FulfillmentService.ILLEGAL_TRANSITION,
                  "The parcel " + parcel.number() + " was delivered at " + at + ".",
                  Facts.of("from", job.step(), "action", "DELIVERY_FAILED")
                      .with("allowed", "parcels that were not delivered"));
            });
  }

  static Shipment shipment(Fulfillment job, int number) {
    return job.shipments().stream()
        .filter(shipment -> shipment.number() == number)
        .findFirst()
        .orElseThrow(
            () ->
                new RefusedException(
                    FulfillmentService.UNKNOWN_SHIPMENT,
                    "The job has no parcel " + number + "; it has " + job.shipments().size() + ".",
                    Facts.of("shipment", number)));
  }
}
