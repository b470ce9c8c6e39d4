package io.omnicommerce.channel;

import io.omnicommerce.common.InvalidInputException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;

/** When a location is open, in its own time zone; a day without a span is closed. */
public record OpeningHours(List<Span> spans) {

  /** Open all day, every day: a warehouse. */
  public static final OpeningHours ALWAYS =
      new OpeningHours(
          java.util.Arrays.stream(DayOfWeek.values())
              .map(day -> new Span(day, LocalTime.MIN, LocalTime.MAX))
              .toList());

  /** Open on a day from a time, included, until a time, excluded. */
  public record Span(DayOfWeek day, LocalTime opens, LocalTime closes) {
    public Span {
      Objects.requireNonNull(day, "day");
      Objects.requireNonNull(opens, "opens");
      Objects.requireNonNull(closes, "closes");
      if (!opens.isBefore(closes)) {
        throw new InvalidInputException(
            InvalidInputException.OUT_OF_RANGE,
            "hours",
            opens + " to " + closes,
            "must close after they open; split what crosses midnight");
      }
    }
  }

  public OpeningHours {
    spans = List.copyOf(Objects.requireNonNull(spans, "spans"));
  }

  /** The same hours on some days. */
  public static OpeningHours of(LocalTime opens, LocalTime closes, DayOfWeek... days) {
    Objects.requireNonNull(opens, "opens");
    Objects.requireNonNull(closes, "closes");
    Objects.requireNonNull(days, "days");
    return new OpeningHours(
        java.util.Arrays.stream(days).map(day -> new Span(day, opens, closes)).toList());
  }

  /** Whether it is open at an instant, seen from a time zone. */
  public boolean isOpen(Instant at, ZoneId zone) {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(zone, "zone");
    ZonedDateTime local = at.atZone(zone);
    LocalTime time = local.toLocalTime();
    return spans.stream()
        .anyMatch(
            span ->
                span.day() == local.getDayOfWeek()
                    && !time.isBefore(span.opens())
                    && time.isBefore(span.closes()));
  }
}
