package io.omnicommerce.core.delivery;

import io.omnicommerce.channel.OpeningHours;
import io.omnicommerce.channel.OpeningHours.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The time in which a place is open. What its clock says twice or never, when the clocks change, is
 * as long as it really is.
 */
record OpenTime(OpeningHours hours, ZoneId zone) {

  private static final int DAYS_MAX = 366;

  /**
   * When so much open time has passed; of none, when it is open next, or now if it is. Empty if it
   * does not open as long within a year.
   */
  Optional<Instant> after(Instant from, Duration work) {
    Duration left = work;
    LocalDate day = from.atZone(zone).toLocalDate();
    for (int i = 0; i <= DAYS_MAX; i++) {
      for (Span span : hours.on(day.plusDays(i))) {
        Instant opens = later(from, opens(day.plusDays(i), span));
        Duration here = Duration.between(opens, closes(day.plusDays(i), span));
        if (!here.isNegative() && !here.isZero()) {
          if (left.compareTo(here) <= 0) {
            return Optional.of(opens.plus(left));
          }
          left = left.minus(here);
        }
      }
    }
    return Optional.empty();
  }

  /** The beginning of the next day. */
  Instant nextDay(Instant from) {
    return from.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
  }

  LocalTime time(Instant at) {
    return at.atZone(zone).toLocalTime();
  }

  private Instant opens(LocalDate day, Span span) {
    return ZonedDateTime.of(day, span.opens(), zone).toInstant();
  }

  private Instant closes(LocalDate day, Span span) {
    return span.closes().equals(LocalTime.MAX)
        ? day.plusDays(1).atStartOfDay(zone).toInstant()
        : ZonedDateTime.of(day, span.closes(), zone).withLaterOffsetAtOverlap().toInstant();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
