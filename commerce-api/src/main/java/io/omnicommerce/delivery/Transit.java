package io.omnicommerce.delivery;

import io.omnicommerce.common.InvalidInputException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * How a carrier goes: in days on which it works, by the clock of the location from which it comes.
 *
 * @param daysMin how many of its days a parcel takes at the earliest, from 0
 * @param daysMax at the latest
 * @param days on which it collects and delivers
 * @param holidays on which it does not, whatever day of the week they are
 * @param from when it delivers at the earliest on a day
 * @param until when at the latest
 */
public record Transit(
    int daysMin,
    int daysMax,
    Set<DayOfWeek> days,
    Set<LocalDate> holidays,
    LocalTime from,
    LocalTime until) {

  private static final int DAYS_MAX = 200;

  public Transit {
    days = Set.copyOf(Objects.requireNonNull(days, "days"));
    holidays = Set.copyOf(Objects.requireNonNull(holidays, "holidays"));
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
    if (daysMin < 0 || daysMax < daysMin || daysMax > DAYS_MAX) {
      throw new InvalidInputException(
          InvalidInputException.OUT_OF_RANGE,
          "transit",
          daysMin + " to " + daysMax,
          "must have 0 <= daysMin <= daysMax <= " + DAYS_MAX);
    }
    if (days.isEmpty() || until.isBefore(from)) {
      throw new InvalidInputException(
          InvalidInputException.OUT_OF_RANGE,
          "transit",
          days + ", " + from + " to " + until,
          "must name a day of the week, and deliver until after it begins");
    }
  }

  /** Monday to Friday, from 8 to 18 o'clock. */
  public static Transit workdays(int daysMin, int daysMax) {
    return new Transit(
        daysMin,
        daysMax,
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
        Set.of(),
        LocalTime.of(8, 0),
        LocalTime.of(18, 0));
  }

  /** The same without these dates. */
  public Transit withHolidays(LocalDate... with) {
    return new Transit(
        daysMin, daysMax, days, Set.of(Objects.requireNonNull(with, "holidays")), from, until);
  }

  /** The same on these days of the week. */
  public Transit withDays(DayOfWeek... with) {
    return new Transit(
        daysMin, daysMax, Set.of(Objects.requireNonNull(with, "days")), holidays, from, until);
  }

  /** Whether it works on a date. */
  public boolean isOn(LocalDate date) {
    Objects.requireNonNull(date, "date");
    return days.contains(date.getDayOfWeek()) && !holidays.contains(date);
  }
}
