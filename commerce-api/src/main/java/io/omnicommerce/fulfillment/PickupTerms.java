package io.omnicommerce.fulfillment;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Text;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is agreed on a pickup.
 *
 * @param deputy who may fetch it instead of the customer
 * @param slot when the customer means to come
 * @param arrival where the customer waits, once there
 * @param remindAt when to remind of it, set when it is made ready
 * @param releaseAt from when on it may be released, set when it is made ready; empty for never
 */
public record PickupTerms(
    Optional<String> deputy,
    Optional<Slot> slot,
    Optional<Arrival> arrival,
    List<Instant> remindAt,
    Optional<Instant> releaseAt) {

  /** Nothing yet. */
  public static final PickupTerms NONE =
      new PickupTerms(
          Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());

  /** From when until when the customer means to come. */
  public record Slot(Instant from, Instant until) {
    public Slot {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(until, "until");
      if (!from.isBefore(until)) {
        throw new InvalidInputException(
            InvalidInputException.OUT_OF_RANGE,
            "slot",
            from + " to " + until,
            "must have a length");
      }
    }
  }

  /**
   * Where the customer waits.
   *
   * @param where in words: a bay, a car
   */
  public record Arrival(String where, Instant at) {
    public Arrival {
      where = Text.name(where, "where");
      Objects.requireNonNull(at, "at");
    }

    /** For logs: the car does not stand in it. */
    @Override
    public String toString() {
      return "Arrival[***, at=" + at + "]";
    }
  }

  public PickupTerms {
    deputy = deputy.map(name -> Text.name(name, "deputy"));
    Objects.requireNonNull(slot, "slot");
    Objects.requireNonNull(arrival, "arrival");
    remindAt = List.copyOf(Objects.requireNonNull(remindAt, "remindAt"));
    Objects.requireNonNull(releaseAt, "releaseAt");
  }

  /** The same with somebody who may fetch it. */
  public PickupTerms withDeputy(String with) {
    return new PickupTerms(
        Optional.of(Objects.requireNonNull(with, "deputy")), slot, arrival, remindAt, releaseAt);
  }

  /** The same with a time. */
  public PickupTerms withSlot(Slot with) {
    return new PickupTerms(
        deputy, Optional.of(Objects.requireNonNull(with, "slot")), arrival, remindAt, releaseAt);
  }

  /** The same with the customer there. */
  public PickupTerms withArrival(Arrival with) {
    return new PickupTerms(
        deputy, slot, Optional.of(Objects.requireNonNull(with, "arrival")), remindAt, releaseAt);
  }

  /** The same with other dates. */
  public PickupTerms withDates(List<Instant> remindAt, Optional<Instant> releaseAt) {
    return new PickupTerms(deputy, slot, arrival, remindAt, releaseAt);
  }

  /** For logs: no names. */
  @Override
  public String toString() {
    return "PickupTerms[slot=" + slot + ", remindAt=" + remindAt + ", releaseAt=" + releaseAt + "]";
  }
}
