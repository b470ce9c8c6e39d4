package io.omnicommerce.common;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A stretch of time: from its beginning, included, until its end, excluded. Either side may be
 * open.
 */
public record TimeWindow(Optional<Instant> from, Optional<Instant> until) {

  /** A stretch of time ends before it begins, or lies beyond all calendars. */
  public static final ErrorCode INVALID = ErrorCode.of("window.invalid");

  /** The earliest and latest instants a window may name, so that every store can hold them. */
  public static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  /** The latest instant a window may name. */
  public static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  /** Without beginning and end. */
  public static final TimeWindow ALWAYS = new TimeWindow(Optional.empty(), Optional.empty());

  public TimeWindow {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
    from.ifPresent(TimeWindow::check);
    until.ifPresent(TimeWindow::check);
    if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
      throw new InvalidInputException(
          INVALID, "window", from.get() + " to " + until.get(), "must end after it begins");
    }
  }

  /** From an instant, included, until another, excluded. */
  public static TimeWindow of(Instant from, Instant until) {
    return new TimeWindow(given(from, "from"), given(until, "until"));
  }

  /** From an instant on, which is included. */
  public static TimeWindow from(Instant from) {
    return new TimeWindow(given(from, "from"), Optional.empty());
  }

  /** Until an instant, which is excluded. */
  public static TimeWindow until(Instant until) {
    return new TimeWindow(Optional.empty(), given(until, "until"));
  }

  /** Whether an instant lies in it: not before its beginning, and before its end. */
  public boolean contains(Instant at) {
    Objects.requireNonNull(at, "at");
    return (from.isEmpty() || !at.isBefore(from.get()))
        && (until.isEmpty() || at.isBefore(until.get()));
  }

  private static Optional<Instant> given(Instant at, String name) {
    return Optional.of(Objects.requireNonNull(at, name));
  }

  private static void check(Instant at) {
    if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
      throw new InvalidInputException(
          INVALID, "instant", at.toString(), "must lie between " + EARLIEST + " and " + LATEST);
    }
  }
}
