package io.omnicommerce.core.fulfillment;

import static io.omnicommerce.core.order.PlacedOrders.LON;
import static io.omnicommerce.core.order.PlacedOrders.MUG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.Actor;
import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.delivery.CoreDeliveryService;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.order.PlacedOrders;
import io.omnicommerce.core.order.PlacedOrders.Line;
import io.omnicommerce.core.order.PlacedOrders.Wanted;
import io.omnicommerce.delivery.DeliveryService;
import io.omnicommerce.delivery.Handling;
import io.omnicommerce.fulfillment.Failure;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentDue;
import io.omnicommerce.fulfillment.FulfillmentDue.Kind;
import io.omnicommerce.fulfillment.FulfillmentId;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.fulfillment.Handover;
import io.omnicommerce.fulfillment.PickupTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A pickup from its promise to its end, by a clock that is set by hand. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PickupServiceTest {

  private static final FulfillmentId JOB = FulfillmentId.of("o1-1");
  private static final PageRequest ALL = PageRequest.first(100);

  private final PlacedOrders shop = new PlacedOrders();
  private final FulfillmentService fulfillment =
      new CoreFulfillmentService(shop.storage, Shop.secretsFrom(7));
  private Instant promised = Instant.EPOCH;

  @BeforeEach
  void a_pickup_is_ordered_where_pickups_wait_a_week() {
    new CoreDeliveryService(shop.storage)
        .save(
            shop.office.withActor(Actor.staff("olga", DeliveryService.EDIT)),
            Handling.of(LON, Duration.ofHours(2)).withHeldDays(7, 2, 5));
    promised =
        shop.confirmed(Wanted.pickup("o1", Line.of("1", MUG, "3", LON, "14.97")))
            .promise()
            .latest();
  }

  @AfterEach
  void the_books_balance() {
    assertThat(
            shop.memory
                .maintenance()
                .audit(List.of(OrderDocuments.TYPE, FulfillmentDocuments.TYPE)))
        .isEmpty();
  }

  @Test
  void F18_a_pickup_that_is_late_is_told_of_once() {
    at(promised.minusMillis(1));
    assertThat(due()).isEmpty();

    at(promised);
    assertThat(due()).containsExactly("DELAY_NOTICE 1 since " + promised);
    done(Kind.DELAY_NOTICE, 1, "told-1");
    done(Kind.DELAY_NOTICE, 1, "told-1");

    assertThat(due()).isEmpty();
    assertRefused("fulfillment.not_due", () -> done(Kind.DELAY_NOTICE, 1, "told-2"));
  }

  @Test
  void a_pickup_is_told_of_reminded_of_and_released() {
    fulfillment.makeReady(shop.london, JOB);
    Instant ready = shop.clock.instant();

    assertThat(due()).containsExactly("READY_NOTICE 1 since " + ready);
    done(Kind.READY_NOTICE, 1, "told-1");
    at(ready.plus(Duration.ofDays(2)).minusMillis(1));
    assertThat(due()).isEmpty();
    at(ready.plus(Duration.ofDays(2)));
    assertThat(due()).containsExactly("REMINDER 1 since " + ready.plus(Duration.ofDays(2)));
    done(Kind.REMINDER, 1, "told-2");
    assertThat(due()).isEmpty();
    at(ready.plus(Duration.ofDays(5)));
    assertThat(due()).containsExactly("REMINDER 2 since " + ready.plus(Duration.ofDays(5)));
    Instant release = Instant.parse("2026-03-10T00:00:00Z");
    at(release.minusMillis(1));
    assertThat(due()).doesNotContain("RELEASE 1 since " + release);
    at(release);
    assertThat(due()).containsExactly("RELEASE 1 since " + release);
  }

  @Test
  void a_pickup_that_is_ready_is_no_open_work_of_its_store() {
    assertThat(openJobs()).isEqualTo(1);

    fulfillment.makeReady(shop.london, JOB);

    assertThat(openJobs()).isZero();
  }

  @Test
  void a_page_of_what_is_due_has_no_more_than_was_asked_for() {
    fulfillment.makeReady(shop.london, JOB);
    at(shop.clock.instant().plus(Duration.ofDays(2)));

    Page<FulfillmentDue> first = fulfillment.due(shop.office, PageRequest.first(1));
    PageRequest next = PageRequest.first(1).next(first.next().orElseThrow());

    assertThat(kinds(first)).containsExactly(Kind.READY_NOTICE);
    assertThat(kinds(fulfillment.due(shop.office, next))).containsExactly(Kind.REMINDER);
    done(Kind.READY_NOTICE, 1, "told");
    assertThat(kinds(fulfillment.due(shop.office, next))).containsExactly(Kind.REMINDER);
    for (String cursor : List.of("!", "!9", "!x:", "!99:o1")) {
      PageRequest tampered = PageRequest.first(1).next(cursor);
      assertThatThrownBy(() -> fulfillment.due(shop.office, tampered))
          .isInstanceOf(InvalidInputException.class);
    }
  }

  private static List<Kind> kinds(Page<FulfillmentDue> page) {
    return page.items().stream().map(FulfillmentDue::kind).toList();
  }

  private long openJobs() {
    return shop.storage.inTransaction(
        shop.office,
        session -> FulfillmentDocuments.openJobs(session, List.of(LON)).getOrDefault(LON, 0L));
  }

  @Test
  void nobody_is_reminded_twice_at_once_after_a_long_silence() {
    fulfillment.makeReady(shop.london, JOB);
    Instant ready = shop.clock.instant();
    done(Kind.READY_NOTICE, 1, "told-1");

    at(ready.plus(Duration.ofDays(6)));

    assertThat(due()).containsExactly("REMINDER 2 since " + ready.plus(Duration.ofDays(5)));
    assertRefused("fulfillment.not_due", () -> done(Kind.REMINDER, 1, "told-2"));
  }

  @Test
  void a_release_is_not_done_by_saying_so() {
    fulfillment.makeReady(shop.london, JOB);
    at(shop.clock.instant().plus(Duration.ofDays(30)));

    assertRefused("fulfillment.not_due", () -> done(Kind.RELEASE, 1, "told"));
  }

  @Test
  void what_has_ended_is_due_no_more() {
    String code = fulfillment.makeReady(shop.london, JOB).code();
    fulfillment.collect(shop.london, JOB, code, "Ada Lovelace");

    at(shop.clock.instant().plus(Duration.ofDays(30)));

    assertThat(due()).isEmpty();
  }

  @Test
  void only_who_works_on_jobs_asks_what_is_due() {
    assertThatThrownBy(() -> fulfillment.due(shop.ada, ALL)).isInstanceOf(ForbiddenException.class);
  }

  @Test
  void R71_a_deputy_whom_the_customer_has_named_may_fetch_it() {
    String code = fulfillment.makeReady(shop.london, JOB).code();

    assertRefused(
        "fulfillment.not_deputy",
        () -> fulfillment.collectAsDeputy(shop.london, JOB, code, "Charles Babbage"));
    fulfillment.nameDeputy(shop.ada, JOB, "Charles Babbage");
    assertRefused(
        "fulfillment.not_deputy", () -> fulfillment.collectAsDeputy(shop.london, JOB, code, "Eve"));
    assertRefused(
        "fulfillment.code_invalid",
        () -> fulfillment.collectAsDeputy(shop.london, JOB, "WRONG234", "Charles Babbage"));
    Fulfillment collected = fulfillment.collectAsDeputy(shop.london, JOB, code, " charles babbage");

    Handover proof = collected.handover().orElseThrow();
    assertThat(proof.by()).isEqualTo(Handover.By.DEPUTY);
    assertThat(proof.staff()).isEqualTo("staff:olga");
    assertRefused(
        "fulfillment.already_collected",
        () -> fulfillment.collect(shop.london, JOB, code, "Ada Lovelace"));
  }

  @Test
  void a_customer_at_the_curb_says_where() {
    Instant now = shop.clock.instant();
    PickupTerms.Slot slot = new PickupTerms.Slot(now.plusSeconds(3_600), now.plusSeconds(5_400));

    fulfillment.chooseSlot(shop.ada, JOB, slot);
    fulfillment.makeReady(shop.london, JOB);
    Fulfillment there = fulfillment.arrive(shop.ada, JOB, "bay 3, blue car");

    assertThat(there.terms().slot()).contains(slot);
    assertThat(there.terms().arrival()).contains(new PickupTerms.Arrival("bay 3, blue car", now));
    assertThat(there.toString()).doesNotContain("blue car");
    assertThat(shop.events)
        .extracting(event -> event.event().type())
        .containsExactly(
            "fulfillment.pickup_agreed",
            "fulfillment.pickup_ready",
            "fulfillment.customer_arrived");
  }

  @Test
  void R85_a_pickup_that_fails_is_kept_as_such() {
    fulfillment.makeReady(shop.london, JOB);

    Fulfillment failed =
        fulfillment.pickupFailed(
            shop.london, JOB, "no proof of identity", IdempotencyKey.of("failed-1"));

    assertThat(failed.failures()).extracting(Failure::kind).containsExactly(Failure.Kind.PICKUP);
    assertThat(failed.handover()).isEqualTo(Optional.empty());
  }

  private void at(Instant instant) {
    shop.clock.advance(Duration.between(shop.clock.instant(), instant));
  }

  private Fulfillment done(Kind kind, int number, String key) {
    return fulfillment.done(shop.london, JOB, kind, number, IdempotencyKey.of(key));
  }

  private List<String> due() {
    return fulfillment.due(shop.london, ALL).items().stream()
        .map(due -> due.kind() + " " + due.number() + " since " + due.since())
        .toList();
  }

  private static void assertRefused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.code()).hasToString(code));
  }
}
