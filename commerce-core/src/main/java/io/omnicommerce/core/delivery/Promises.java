package io.omnicommerce.core.delivery;

import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryPromise;
import io.omnicommerce.delivery.Handling;
import io.omnicommerce.delivery.LeadTime;
import io.omnicommerce.delivery.Transit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * By when goods are there that are ordered at an instant: one function, whoever asks. Of a place
 * about which nothing is known, and of one that does not open within a year, only the method's lead
 * time counts.
 */
public final class Promises {

  private Promises() {}

  /**
   * @param places from where the goods come; the promise is kept when the last of them are there
   */
  public static DeliveryPromise promise(
      DeliveryMethod method, List<PromisePlace> places, Instant now) {
    DeliveryPromise all = null;
    for (PromisePlace place : places) {
      DeliveryPromise one = promise(method, place, now);
      all = all == null ? one : later(all, one);
    }
    return all == null ? lead(method.leadTime(), now, now) : all;
  }

  /**
   * Of goods that are picked up, some of which have to be sent there first: they are prepared like
   * any others once the last of them have arrived.
   *
   * @param others from where they are sent
   * @param transit how
   */
  static DeliveryPromise promise(
      DeliveryMethod method,
      PromisePlace store,
      List<PromisePlace> others,
      Transit transit,
      Instant now) {
    DeliveryPromise all = promise(method, store, now);
    for (PromisePlace other : others) {
      DeliveryPromise packed = prepared(other, now).orElse(new DeliveryPromise(now, now));
      DeliveryPromise there = carried(transit, other, packed);
      DeliveryPromise ready =
          new DeliveryPromise(
              promise(method, store, there.earliest()).earliest(),
              promise(method, store, there.latest()).latest());
      all = later(all, ready);
    }
    return all;
  }

  /** What is there with the later of both. */
  public static DeliveryPromise later(DeliveryPromise one, DeliveryPromise other) {
    return new DeliveryPromise(
        later(one.earliest(), other.earliest()), later(one.latest(), other.latest()));
  }

  private static DeliveryPromise promise(DeliveryMethod method, PromisePlace place, Instant now) {
    if (method.kind() == DeliveryMethod.Kind.PICKUP) {
      return prepared(place, now).orElseGet(() -> lead(method.leadTime(), now, now));
    }
    DeliveryPromise packed = prepared(place, now).orElse(new DeliveryPromise(now, now));
    return method
        .transit()
        .map(transit -> carried(transit, place, packed))
        .orElseGet(() -> lead(method.leadTime(), packed.earliest(), packed.latest()));
  }

  private static DeliveryPromise lead(LeadTime time, Instant earliest, Instant latest) {
    return new DeliveryPromise(earliest.plus(time.min()), latest.plus(time.max()));
  }

  /** When a place has the goods ready, if it says how it works. */
  private static Optional<DeliveryPromise> prepared(PromisePlace place, Instant now) {
    if (place.handling().isEmpty()) {
      return Optional.empty();
    }
    Handling handling = place.handling().get();
    Instant begin = begin(place, handling, now);
    Duration queue = queue(handling, place.openJobs());
    Optional<Instant> earliest =
        place.openTime().after(begin, handling.preparation().min().plus(queue));
    return earliest.flatMap(
        from ->
            place
                .openTime()
                .after(begin, handling.preparation().max().plus(queue))
                .map(until -> new DeliveryPromise(from, until)));
  }

  private static Duration queue(Handling handling, long openJobs) {
    return handling.perJob().multipliedBy(Math.min(openJobs, 1_000_000));
  }

  /** After the cut-off of a day that is open, work begins with the next day. */
  private static Instant begin(PromisePlace place, Handling handling, Instant now) {
    OpenTime open = place.openTime();
    boolean late = handling.cutOff().filter(cutOff -> open.time(now).isAfter(cutOff)).isPresent();
    return late ? open.nextDay(now) : now;
  }

  private static DeliveryPromise carried(
      Transit transit, PromisePlace place, DeliveryPromise packed) {
    ZoneId zone = place.location().zone();
    LocalDate first = collected(transit, place, packed.earliest());
    LocalDate last = collected(transit, place, packed.latest());
    return new DeliveryPromise(
        at(delivered(transit, first, transit.daysMin()), transit.from(), zone),
        at(delivered(transit, last, transit.daysMax()), transit.until(), zone));
  }

  private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
    return day.atTime(time).atZone(zone).toInstant();
  }

  private static LocalDate collected(Transit transit, PromisePlace place, Instant packed) {
    LocalDate day = packed.atZone(place.location().zone()).toLocalDate();
    boolean missed =
        place
            .handling()
            .flatMap(Handling::collectedAt)
            .filter(time -> place.openTime().time(packed).isAfter(time))
            .isPresent();
    return nextOn(transit, missed ? day.plusDays(1) : day);
  }

  private static LocalDate delivered(Transit transit, LocalDate collected, int days) {
    LocalDate day = collected;
    for (int i = 0; i < days; i++) {
      day = nextOn(transit, day.plusDays(1));
    }
    return day;
  }

  private static LocalDate nextOn(Transit transit, LocalDate from) {
    LocalDate day = from;
    while (!transit.isOn(day) && day.isBefore(from.plusYears(1))) {
      day = day.plusDays(1);
    }
    return day;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
