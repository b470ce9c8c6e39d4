package io.omnicommerce.core.fulfillment;

import io.omnicommerce.channel.Location;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.delivery.Handling;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentDue;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.fulfillment.FulfillmentStep;
import io.omnicommerce.fulfillment.PickupTerms;
import io.omnicommerce.fulfillment.Told;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is due of a job, and when it will be. */
public final class Dues {

  private Dues() {}

  /** All that is due of a job and not done. */
  static List<FulfillmentDue> of(Fulfillment job, Instant now) {
    List<FulfillmentDue> due = new ArrayList<>();
    if (job.step() == FulfillmentStep.READY) {
      readyNotice(job).ifPresent(due::add);
      (isToBeReleased(job, now) ? release(job) : reminder(job, now)).ifPresent(due::add);
    } else if (!job.step().isEnded()) {
      delayNotice(job, now).ifPresent(due::add);
    }
    return due;
  }

  private static Optional<FulfillmentDue> readyNotice(Fulfillment job) {
    return open(job, FulfillmentDue.Kind.READY_NOTICE, 1, job.readyAt().orElseThrow());
  }

  private static Optional<FulfillmentDue> delayNotice(Fulfillment job, Instant now) {
    return now.isBefore(job.promisedBy())
        ? Optional.empty()
        : open(job, FulfillmentDue.Kind.DELAY_NOTICE, 1, job.promisedBy());
  }

  /** Of several that are overdue only the last: nobody wants to be reminded twice at once. */
  private static Optional<FulfillmentDue> reminder(Fulfillment job, Instant now) {
    List<Instant> remindAt = job.terms().remindAt();
    for (int number = remindAt.size(); number >= 1; number--) {
      if (!now.isBefore(remindAt.get(number - 1))) {
        return open(job, FulfillmentDue.Kind.REMINDER, number, remindAt.get(number - 1));
      }
    }
    return Optional.empty();
  }

  private static Optional<FulfillmentDue> release(Fulfillment job) {
    return job.terms()
        .releaseAt()
        .flatMap(since -> open(job, FulfillmentDue.Kind.RELEASE, 1, since));
  }

  private static boolean isToBeReleased(Fulfillment job, Instant now) {
    return job.terms().releaseAt().filter(since -> !now.isBefore(since)).isPresent();
  }

  private static Optional<FulfillmentDue> open(
      Fulfillment job, FulfillmentDue.Kind kind, int number, Instant since) {
    return job.hasTold(kind, number)
        ? Optional.empty()
        : Optional.of(new FulfillmentDue(job.id(), job.order(), kind, number, since));
  }

  /**
   * A job of which something that is due is done.
   *
   * @throws RefusedException {@code fulfillment.not_due}
   */
  static Fulfillment done(Fulfillment job, FulfillmentDue.Kind kind, int number, Instant now) {
    if (kind == FulfillmentDue.Kind.RELEASE) {
      throw new RefusedException(
          FulfillmentService.NOT_DUE,
          "A release is done by releasing the pickup: checkout().releaseUnclaimed.",
          Facts.of("kind", kind, "number", number));
    }
    boolean isDue =
        of(job, now).stream().anyMatch(due -> due.kind() == kind && due.number() == number);
    if (!isDue) {
      throw notDue(kind, number);
    }
    return JobChange.of(job).told(new Told(kind, number, now)).changed();
  }

  /**
   * Refuses to release a pickup for which there is still time.
   *
   * @throws RefusedException {@code fulfillment.not_due}
   */
  public static void checkRelease(Fulfillment job, Instant now) {
    if (!job.step().isEnded() && !isToBeReleased(job, now)) {
      throw new RefusedException(
          FulfillmentService.NOT_DUE,
          "The pickup is not to be released "
              + job.terms().releaseAt().map(at -> "before " + at).orElse("at all")
              + ".",
          Facts.of("kind", FulfillmentDue.Kind.RELEASE, "number", 1));
    }
  }

  private static RefusedException notDue(FulfillmentDue.Kind kind, int number) {
    return new RefusedException(
        FulfillmentService.NOT_DUE,
        kind
            + (kind == FulfillmentDue.Kind.REMINDER ? " " + number : "")
            + " is not due of this job, or is done. Ask what is due.",
        Facts.of("kind", kind, "number", number));
  }

  /** The dates of a pickup that is made ready, by the clock of its location. */
  static PickupTerms dated(
      PickupTerms terms, Location location, Optional<Handling> handling, Instant ready) {
    if (handling.isEmpty()) {
      return terms;
    }
    ZonedDateTime local = ready.atZone(location.zone());
    List<Instant> reminders =
        handling.get().remindAfterDays().stream()
            .map(days -> local.plusDays(days).toInstant())
            .toList();
    Optional<Instant> release =
        handling
            .get()
            .heldDays()
            .map(days -> local.toLocalDate().plusDays(days + 1L).atStartOfDay(location.zone()))
            .map(ZonedDateTime::toInstant);
    return terms.withDates(reminders, release);
  }
}
