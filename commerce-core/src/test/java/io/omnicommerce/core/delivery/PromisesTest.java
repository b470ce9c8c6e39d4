package io.omnicommerce.core.delivery;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.channel.Location;
import io.omnicommerce.channel.OpeningHours;
import io.omnicommerce.channel.OpeningHours.SpecialDay;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.delivery.DeliveryPromise;
import io.omnicommerce.delivery.Handling;
import io.omnicommerce.delivery.LeadTime;
import io.omnicommerce.delivery.Transit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PromisesTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocationId LON = LocationId.of("LON");
  private static final LocationId DC = LocationId.of("DC");
  private static final LeadTime DAYS = new LeadTime(Duration.ofDays(1), Duration.ofDays(3));
  private static final DeliveryMethod PICKUP =
      DeliveryMethod.pickup(DeliveryMethodId.of("pickup"), "Pickup", DAYS);
  private static final DeliveryMethod PARCEL =
      DeliveryMethod.ship(DeliveryMethodId.of("parcel"), "Parcel", DAYS)
          .withTransit(Transit.workdays(1, 2));

  private static final OpeningHours NINE_TO_SIX =
      OpeningHours.of(
          LocalTime.of(9, 0),
          LocalTime.of(18, 0),
          MONDAY,
          TUESDAY,
          WEDNESDAY,
          THURSDAY,
          FRIDAY,
          SATURDAY);

  private static final Handling TWO_HOURS = Handling.of(LON, Duration.ofHours(2));

  @Test
  void a_pickup_is_ready_when_the_store_was_open_long_enough() {
    assertThat(ready(TWO_HOURS, "2026-03-02T10:15")).isEqualTo("2026-03-02T12:15");
    assertThat(ready(TWO_HOURS, "2026-03-02T06:00")).isEqualTo("2026-03-02T11:00");
    assertThat(ready(TWO_HOURS, "2026-03-02T16:30")).isEqualTo("2026-03-03T09:30");
    assertThat(ready(TWO_HOURS, "2026-03-02T16:00")).as("at closing").isEqualTo("2026-03-02T18:00");
    assertThat(ready(TWO_HOURS, "2026-03-07T20:00")).as("Saturday").isEqualTo("2026-03-09T11:00");
  }

  @Test
  void holidays_count_as_they_are() {
    OpeningHours hours =
        NINE_TO_SIX
            .withSpecialDay(SpecialDay.closed(LocalDate.of(2026, 3, 3)))
            .withSpecialDay(
                SpecialDay.open(
                    LocalDate.of(2026, 3, 4), LocalTime.of(12, 0), LocalTime.of(13, 0)));

    assertThat(ready(place(hours, LONDON, TWO_HOURS, 0), "2026-03-02T17:30"))
        .as("half an hour, a holiday, an hour, half an hour")
        .isEqualTo("2026-03-05T09:30");
  }

  @Test
  void what_comes_after_the_cut_off_begins_with_the_next_open_day() {
    Handling early = TWO_HOURS.withCutOff(LocalTime.of(14, 0));

    assertThat(ready(early, "2026-03-02T14:00")).isEqualTo("2026-03-02T16:00");
    assertThat(ready(early, "2026-03-02T14:00:00.001")).isEqualTo("2026-03-03T11:00");
    assertThat(ready(early, "2026-03-07T15:00")).isEqualTo("2026-03-09T11:00");
  }

  @Test
  void the_queue_of_the_store_delays() {
    Handling busy = TWO_HOURS.withPerJob(Duration.ofMinutes(10));

    assertThat(ready(place(NINE_TO_SIX, LONDON, busy, 0), "2026-03-02T10:00"))
        .isEqualTo("2026-03-02T12:00");
    assertThat(ready(place(NINE_TO_SIX, LONDON, busy, 42), "2026-03-02T10:00"))
        .isEqualTo("2026-03-03T10:00");
  }

  @Test
  void hours_are_as_long_as_they_are_when_clocks_change() {
    OpeningHours always = OpeningHours.ALWAYS;
    Handling night = Handling.of(LON, Duration.ofHours(4));

    assertThat(ready(place(always, LONDON, night, 0), "2026-03-28T23:00"))
        .as("the night that misses an hour")
        .isEqualTo("2026-03-29T04:00");
    assertThat(ready(place(always, LONDON, night, 0), "2026-10-24T23:00"))
        .as("the night that has one twice")
        .isEqualTo("2026-10-25T02:00");
  }

  @Test
  void a_store_that_opens_in_the_missing_hour_opens_when_it_is_over() {
    OpeningHours odd = OpeningHours.of(LocalTime.of(1, 30), LocalTime.of(6, 0), SUNDAY);

    assertThat(ready(place(odd, LONDON, TWO_HOURS, 0), "2026-03-28T12:00"))
        .isEqualTo("2026-03-29T04:30");
  }

  @Test
  void the_clock_is_that_of_the_location() {
    DeliveryPromise promise =
        Promises.promise(
            PICKUP,
            List.of(place(NINE_TO_SIX, NEW_YORK, TWO_HOURS, 0)),
            Instant.parse("2026-03-02T10:00:00Z"));

    assertThat(promise.latest()).isEqualTo(Instant.parse("2026-03-02T16:00:00Z"));
  }

  @Test
  void a_parcel_goes_with_the_next_collection_on_the_carriers_days() {
    Handling packed = TWO_HOURS.withCollectedAt(LocalTime.of(16, 0));

    assertThat(parcel(packed, "2026-03-02T13:00"))
        .isEqualTo(local("2026-03-03T08:00", "2026-03-04T18:00"));
    assertThat(parcel(packed, "2026-03-02T15:00"))
        .as("packed after the carrier has called")
        .isEqualTo(local("2026-03-04T08:00", "2026-03-05T18:00"));
    assertThat(parcel(packed, "2026-03-06T15:00"))
        .as("Friday afternoon")
        .isEqualTo(local("2026-03-10T08:00", "2026-03-11T18:00"));
  }

  @Test
  void carriers_have_holidays_too() {
    DeliveryMethod method =
        PARCEL.withTransit(Transit.workdays(1, 1).withHolidays(LocalDate.of(2026, 3, 3)));

    assertThat(
            Promises.promise(
                method, List.of(place(NINE_TO_SIX, LONDON, TWO_HOURS, 0)), at("2026-03-02T10:00")))
        .isEqualTo(local("2026-03-04T08:00", "2026-03-04T18:00"));
  }

  @Test
  void goods_of_several_places_are_there_with_the_last_of_them() {
    PromisePlace slow =
        new PromisePlace(
            Location.warehouse(DC, "DC", LONDON),
            Optional.of(Handling.of(DC, Duration.ofDays(2))),
            0);

    assertThat(
            Promises.promise(
                PARCEL,
                List.of(slow, place(NINE_TO_SIX, LONDON, TWO_HOURS, 0)),
                at("2026-03-02T10:00")))
        .isEqualTo(local("2026-03-05T08:00", "2026-03-06T18:00"));
  }

  @Test
  void where_nothing_is_known_the_lead_time_counts() {
    Instant now = Instant.parse("2026-03-02T10:00:00Z");
    PromisePlace bare = new PromisePlace(Location.store(LON, "L", LONDON), Optional.empty(), 0);
    DeliveryPromise lead =
        new DeliveryPromise(now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(3)));

    assertThat(Promises.promise(PICKUP, List.of(), now)).isEqualTo(lead);
    assertThat(Promises.promise(PICKUP, List.of(bare), now)).isEqualTo(lead);
    assertThat(
            Promises.promise(
                PICKUP, List.of(place(new OpeningHours(List.of()), LONDON, TWO_HOURS, 0)), now))
        .as("never open")
        .isEqualTo(lead);
  }

  private static PromisePlace place(
      OpeningHours hours, ZoneId zone, Handling handling, long openJobs) {
    return new PromisePlace(
        Location.store(LON, "London", zone).withHours(hours), Optional.of(handling), openJobs);
  }

  private static String ready(Handling handling, String ordered) {
    return ready(place(NINE_TO_SIX, LONDON, handling, 0), ordered);
  }

  /** Written as the clock in London shows it. */
  private static String ready(PromisePlace place, String ordered) {
    DeliveryPromise promise = Promises.promise(PICKUP, List.of(place), at(ordered));
    assertThat(promise.earliest()).isEqualTo(promise.latest());
    return LocalDateTime.ofInstant(promise.latest(), LONDON).toString();
  }

  private static DeliveryPromise parcel(Handling handling, String ordered) {
    return Promises.promise(PARCEL, List.of(place(NINE_TO_SIX, LONDON, handling, 0)), at(ordered));
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(LONDON).toInstant();
  }

  private static DeliveryPromise local(String earliest, String latest) {
    return new DeliveryPromise(at(earliest), at(latest));
  }
}
