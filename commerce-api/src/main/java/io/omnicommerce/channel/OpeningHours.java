package io.omnicommerce.channel;

import io.omnicommerce.common.InvalidInputException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * When a location is open, in its own time zone; a day without a span is closed.
 *
 * @param spans of every week
 * @param specialDays dates on which other hours count, each once
 */
public record OpeningHours(List<Span> spans, List<SpecialDay> specialDays) {

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

  /** A date with hours of its own: a holiday, or a long night. */
  public record SpecialDay(LocalDate date, List<Span> spans) {
    public SpecialDay {
      Objects.requireNonNull(date, "date");
      spans = List.copyOf(Objects.requireNonNull(spans, "spans"));
      for (Span span : spans) {
        if (span.day() != date.getDayOfWeek()) {
          throw new InvalidInputException(
              InvalidInputException.OUT_OF_RANGE,
              "specialDays",
              date + " with " + span.day(),
              "must have hours of its own day of the week");
        }
      }
    }

    /** A date on which nobody is there. */
    public static SpecialDay closed(LocalDate date) {
      return new SpecialDay(date, List.of());
    }

    /** A date on which somebody is there at these times. */
    public static SpecialDay open(LocalDate date, LocalTime opens, LocalTime closes) {
      Objects.requireNonNull(date, "date");
      return new SpecialDay(date, List.of(new Span(date.getDayOfWeek(), opens, closes)));
    }
  }

  public OpeningHours {
    spans = List.copyOf(Objects.requireNonNull(spans, "spans"));
    specialDays = List.copyOf(Objects.requireNonNull(specialDays, "specialDays"));
    if (specialDays.stream().map(SpecialDay::date).distinct().count() < specialDays.size()) {
      throw new InvalidInputException(
          InvalidInputException.OUT_OF_RANGE, "specialDays", "", "may name each date once");
    }
  }

  /** The same every week. */
  public OpeningHours(List<Span> spans) {
    this(spans, List.of());
  }

  /** The same with a date on which other hours count. */
  public OpeningHours withSpecialDay(SpecialDay with) {
    Objects.requireNonNull(with, "specialDay");
    return new OpeningHours(spans, Stream.concat(specialDays.stream(), Stream.of(with)).toList());
  }

  /** When it is open on a date, the earlier span first. */
  public List<Span> on(LocalDate date) {
    Objects.requireNonNull(date, "date");
    List<Span> hours =
        specialDays.stream()
            .filter(special -> special.date().equals(date))
            .findFirst()
            .map(SpecialDay::spans)
            .orElse(spans);
    return hours.stream()
        .filter(span -> span.day() == date.getDayOfWeek())
        .sorted(Comparator.comparing(Span::opens))
        .toList();
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
    return on(local.toLocalDate()).stream()
        .anyMatch(span -> !time.isBefore(span.opens()) && time.isBefore(span.closes()));
  }
}
