package io.omnicommerce.delivery;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LocationId;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a location prepares orders, and how long it keeps what nobody fetches. All times are those of
 * the location's own clock; work is done in its opening hours.
 *
 * @param preparation the open time from where work on an order begins until its goods are ready, or
 *     packed for the carrier
 * @param cutOff until when work on an order begins on the same day; later orders begin with the
 *     next day that is open
 * @param perJob the open time by which each job that is open already delays a new one: the queue
 * @param collectedAt when the carrier calls; what is packed later waits for the next time
 * @param heldDays how many days a pickup waits, after the day on which it is ready, until it may be
 *     released; empty if it waits for ever
 * @param remindAfterDays after how many days the customer is to be reminded, each from 1, rising
 * @param transfers how goods reach it that other locations send it, by the clock of those; where it
 *     is said, a pickup here is served by transfers of what it has not. Empty, the default: a
 *     pickup has only what lies here
 */
public record Handling(
    LocationId location,
    LeadTime preparation,
    Optional<LocalTime> cutOff,
    Duration perJob,
    Optional<LocalTime> collectedAt,
    Optional<Integer> heldDays,
    List<Integer> remindAfterDays,
    Optional<Transit> transfers) {

  /** The longest that a pickup can be said to wait, in days. */
  public static final int HELD_DAYS_MAX = 366;

  private static final Duration PER_JOB_MAX = Duration.ofDays(1);

  public Handling {
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(preparation, "preparation");
    Objects.requireNonNull(cutOff, "cutOff");
    Objects.requireNonNull(perJob, "perJob");
    Objects.requireNonNull(collectedAt, "collectedAt");
    Objects.requireNonNull(heldDays, "heldDays");
    remindAfterDays = List.copyOf(Objects.requireNonNull(remindAfterDays, "remindAfterDays"));
    Objects.requireNonNull(transfers, "transfers");
    if (perJob.isNegative() || perJob.compareTo(PER_JOB_MAX) > 0) {
      throw outOfRange("perJob", perJob, "must be from nothing to a day");
    }
    heldDays.ifPresent(days -> check("heldDays", days, 1));
    int last = 0;
    for (int days : remindAfterDays) {
      check("remindAfterDays", days, last + 1);
      last = days;
    }
  }

  /** Prepares in so much open time, at any hour of the day, and keeps pickups for ever. */
  public static Handling of(LocationId location, Duration preparation) {
    Objects.requireNonNull(preparation, "preparation");
    return new Handling(
        location,
        new LeadTime(preparation, preparation),
        Optional.empty(),
        Duration.ZERO,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /** The same with a time after which work begins on the next day. */
  public Handling withCutOff(LocalTime with) {
    Objects.requireNonNull(with, "cutOff");
    return new Handling(
        location,
        preparation,
        Optional.of(with),
        perJob,
        collectedAt,
        heldDays,
        remindAfterDays,
        transfers);
  }

  /** The same with a delay for each job that is open already. */
  public Handling withPerJob(Duration with) {
    return new Handling(
        location, preparation, cutOff, with, collectedAt, heldDays, remindAfterDays, transfers);
  }

  /** The same with a carrier who calls at a time of the day. */
  public Handling withCollectedAt(LocalTime with) {
    Objects.requireNonNull(with, "collectedAt");
    return new Handling(
        location,
        preparation,
        cutOff,
        perJob,
        Optional.of(with),
        heldDays,
        remindAfterDays,
        transfers);
  }

  /** The same, keeping pickups so many days and reminding of them before. */
  public Handling withHeldDays(int with, Integer... reminders) {
    return new Handling(
        location,
        preparation,
        cutOff,
        perJob,
        collectedAt,
        Optional.of(with),
        List.of(Objects.requireNonNull(reminders, "reminders")),
        transfers);
  }

  /** The same, where pickups are served by transfers that go like this. */
  public Handling withTransfers(Transit with) {
    return new Handling(
        location,
        preparation,
        cutOff,
        perJob,
        collectedAt,
        heldDays,
        remindAfterDays,
        Optional.of(Objects.requireNonNull(with, "transfers")));
  }

  private static void check(String field, int days, int least) {
    if (days < least || days > HELD_DAYS_MAX) {
      throw outOfRange(field, days, "must be from " + least + " to " + HELD_DAYS_MAX + ", rising");
    }
  }

  private static InvalidInputException outOfRange(String field, Object given, String rule) {
    return new InvalidInputException(
        InvalidInputException.OUT_OF_RANGE, field, given.toString(), rule);
  }
}
