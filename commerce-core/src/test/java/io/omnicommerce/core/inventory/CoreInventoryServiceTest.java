package io.omnicommerce.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.CatalogService;
import io.omnicommerce.catalog.QuantityRule;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.catalog.UnitOfMeasure;
import io.omnicommerce.channel.Channel;
import io.omnicommerce.channel.ChannelService;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.Location;
import io.omnicommerce.channel.Market;
import io.omnicommerce.channel.MarketId;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.IdempotencyMismatchException;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.contract.MutableClock;
import io.omnicommerce.core.Storages;
import io.omnicommerce.core.catalog.CoreCatalogService;
import io.omnicommerce.core.channel.CoreChannelService;
import io.omnicommerce.core.storage.ListeningStorage;
import io.omnicommerce.inventory.Disposition;
import io.omnicommerce.inventory.InventoryEvent;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.ReservationId;
import io.omnicommerce.inventory.ReservationOutcome;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockAdjustment;
import io.omnicommerce.inventory.StockDemand;
import io.omnicommerce.inventory.StockLevel;
import io.omnicommerce.inventory.StockReason;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.money.Currencies;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.EventEnvelope;
import io.omnicommerce.storage.Storage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CoreInventoryServiceTest {

  private static final Sku MUG = Sku.of("MUG-RED");
  private static final Sku ROPE = Sku.of("ROPE");
  private static final LocationId LON = LocationId.of("LON");
  private static final LocationId DC = LocationId.of("DC");

  private final MutableClock clock = MutableClock.startingAt(Instant.parse("2026-03-01T09:00:00Z"));
  private final Storage memory = Storages.fresh(clock);
  private final List<EventEnvelope> events = new ArrayList<>();
  private final Storage storage = new ListeningStorage(memory, List.of(events::add), Runnable::run);
  private final InventoryService inventory = new CoreInventoryService(storage);
  private final CallContext office =
      CallContext.of(
          TenantId.of("acme"),
          ChannelId.of("web"),
          Actor.staff(
              "bob",
              CatalogService.EDIT,
              ChannelService.EDIT,
              InventoryService.MANAGE,
              InventoryService.RESERVE));

  @BeforeEach
  void a_shop_with_two_locations() {
    CoreChannelService channels = new CoreChannelService(storage);
    channels.save(
        office,
        new Market(
            MarketId.of("uk"),
            "UK",
            Set.of(Currencies.of("GBP")),
            "uk",
            CountryCode.of("GB"),
            Conventions.STANDARD));
    channels.save(office, Location.warehouse(LON, "London", ZoneId.of("Europe/London")));
    channels.save(
        office, Location.warehouse(DC, "Distribution center", ZoneId.of("Europe/London")));
    channels.save(
        office,
        new Channel(
            ChannelId.of("web"), "Web", Channel.Kind.WEB, MarketId.of("uk"), List.of(LON, DC)));
    UnitOfMeasure meter = new UnitOfMeasure("m", 2);
    new CoreCatalogService(storage)
        .save(
            office,
            List.of(
                CatalogEntry.of(MUG, "Red mug"),
                CatalogEntry.of(ROPE, "Rope").withUnit(meter, QuantityRule.measured(meter))));
  }

  @AfterEach
  void the_books_balance() {
    assertThat(memory.maintenance().audit(List.of())).isEmpty();
  }

  @Test
  void what_was_received_can_be_sold_over_all_locations_of_the_channel() {
    receive("note-1", LON, MUG, "10");
    receive("note-2", DC, MUG, "100");

    assertThat(inventory.availableToSell(office, List.of(MUG, ROPE)))
        .containsEntry(MUG, Quantity.of(110))
        .containsEntry(ROPE, Quantity.ZERO);
    assertThat(inventory.availableByLocation(office, MUG))
        .containsExactly(
            java.util.Map.entry(LON, Quantity.of(10)), java.util.Map.entry(DC, Quantity.of(100)));
  }

  @Test
  void a_delivery_note_counts_once_and_another_content_under_its_number_is_refused() {
    receive("note-1", LON, MUG, "10");
    int told = events.size();

    receive("note-1", LON, MUG, "10");

    assertThat(events).hasSize(told);
    assertThat(level(MUG).onHand()).isEqualTo(Quantity.of(10));
    assertThatThrownBy(() -> receive("note-1", LON, MUG, "11"))
        .isInstanceOf(IdempotencyMismatchException.class);
    assertThat(level(MUG).onHand()).isEqualTo(Quantity.of(10));
  }

  @Test
  void a_shelf_is_full_where_no_quantity_could_say_how_much_there_is() {
    String most = Long.toString(InventoryService.SHELF_MAX);
    receive("note-1", LON, MUG, most);
    receive("note-2", DC, MUG, most);

    assertRefused("inventory.limit_exceeded", () -> receive("note-3", LON, MUG, "1"));
    assertRefused("inventory.limit_exceeded", () -> adjust("count-1", found(MUG, "1")));
    receive("note-1", LON, MUG, most);
    assertThat(level(MUG).onHand()).isEqualTo(Quantity.parse(most));
    assertThat(inventory.availableToSell(office, List.of(MUG)))
        .containsEntry(MUG, Quantity.parse(most));
    adjust("count-2", gone(MUG, "1"));
    receive("note-4", LON, MUG, "1");
  }

  @Test
  void stock_beyond_any_quantity_can_be_read_and_mended() {
    post("brought-over", MUG, 3 * InventoryService.SHELF_MAX);
    String most = Long.toString(InventoryService.SHELF_MAX);

    assertThat(level(MUG).onHand()).isEqualTo(Quantity.parse(most));
    assertThat(inventory.availableByLocation(office, MUG)).containsEntry(LON, Quantity.parse(most));
    adjust("count-1", gone(MUG, most));
    adjust("count-2", gone(MUG, most));
    adjust("count-3", gone(MUG, "1"));

    assertThat(level(MUG).onHand()).isEqualTo(Quantity.of(InventoryService.SHELF_MAX - 1));
    assertThat(events).extracting(e -> e.event().type()).doesNotContain("inventory.oversold");
  }

  @Test
  void what_is_measured_is_counted_in_its_smallest_part() {
    receive("note-1", LON, ROPE, "12.5");

    reserve("r1", ROPE, LON, "0.25");

    assertThat(level(ROPE).available()).isEqualTo(Quantity.parse("12.25"));
    assertRefused("quantity.invalid", () -> receive("note-2", LON, ROPE, "0.001"));
    assertRefused("quantity.invalid", () -> receive("note-3", LON, MUG, "0.5"));
  }

  @Test
  void a_reservation_moves_through_its_life() {
    receive("note-1", LON, MUG, "10");

    ReservationOutcome reserved = reserve("r1", MUG, LON, "3");
    assertThat(reserved.<Instant>fold(ReservationOutcome.Reserved::until, refused -> Instant.MIN))
        .isEqualTo(clock.instant().plus(Duration.ofMinutes(10)));
    assertThat(level(MUG)).satisfies(level -> assertLevel(level, "10", "3", "0", "7"));

    inventory.confirm(office, ReservationId.of("r1"));
    clock.advance(Duration.ofHours(1));
    assertThat(level(MUG)).satisfies(level -> assertLevel(level, "10", "0", "3", "7"));

    inventory.ship(office, ReservationId.of("r1"));
    assertThat(level(MUG)).satisfies(level -> assertLevel(level, "7", "0", "0", "7"));
  }

  @Test
  void the_last_units_are_refused_by_name_and_nothing_is_reserved() {
    receive("note-1", LON, MUG, "2");
    receive("note-2", DC, ROPE, "1");

    ReservationOutcome outcome =
        inventory.reserve(
            office,
            ReservationId.of("r1"),
            List.of(
                StockDemand.of(MUG, LON, Quantity.of(3)),
                StockDemand.of(ROPE, DC, Quantity.parse("1")),
                StockDemand.of(ROPE, LON, Quantity.parse("0.5"))),
            Duration.ofMinutes(10));

    List<Refusal> reasons =
        outcome.fold(reserved -> List.of(), ReservationOutcome.Refused::reasons);
    assertThat(reasons).extracting(Refusal::code).containsOnly(InventoryService.OUT_OF_STOCK);
    assertThat(reasons)
        .extracting(reason -> reason.facts().values())
        .containsExactlyInAnyOrder(
            java.util.Map.of("sku", "MUG-RED", "location", "LON", "wanted", "3", "available", "2"),
            java.util.Map.of("sku", "ROPE", "location", "LON", "wanted", "0.5", "available", "0"));
    assertThat(level(MUG).available()).isEqualTo(Quantity.of(2));
    assertThat(inventory.availableToSell(office, List.of(ROPE))).containsEntry(ROPE, Quantity.ONE);
  }

  @Test
  void a_reservation_that_is_due_can_be_taken_by_the_next_buyer() {
    receive("note-1", LON, MUG, "1");
    reserve("r1", MUG, LON, "1");
    clock.advance(Duration.ofMinutes(11));

    assertThat(level(MUG).available()).isEqualTo(Quantity.ONE);
    ReservationOutcome second = reserve("r2", MUG, LON, "1");

    assertThat(second).isInstanceOf(ReservationOutcome.Reserved.class);
    assertRefused(
        "inventory.reservation_expired", () -> inventory.confirm(office, ReservationId.of("r1")));
  }

  @Test
  void a_reservation_ends_once_and_a_second_end_of_the_same_kind_does_nothing() {
    receive("note-1", LON, MUG, "5");
    reserve("r1", MUG, LON, "2");
    inventory.release(office, ReservationId.of("r1"));

    inventory.release(office, ReservationId.of("r1"));

    assertThat(level(MUG).available()).isEqualTo(Quantity.of(5));
    assertRefused(
        "inventory.reservation_ended", () -> inventory.confirm(office, ReservationId.of("r1")));
    assertRefused(
        "inventory.reservation_ended", () -> inventory.ship(office, ReservationId.of("r1")));
    assertRefused(
        "inventory.reservation_not_found", () -> inventory.confirm(office, ReservationId.of("r2")));
  }

  @Test
  void reserving_again_under_a_name_answers_as_the_first_time_and_other_content_is_refused() {
    receive("note-1", LON, MUG, "5");
    ReservationOutcome first = reserve("r1", MUG, LON, "2");

    assertThat(reserve("r1", MUG, LON, "2")).isEqualTo(first);
    assertThat(level(MUG).available()).isEqualTo(Quantity.of(3));
    assertThatThrownBy(() -> reserve("r1", MUG, LON, "3"))
        .isInstanceOf(IdempotencyMismatchException.class);
  }

  @Test
  void abuse_71_a_name_reserved_for_minutes_is_not_reserved_for_days() {
    receive("note-1", LON, MUG, "5");
    reserve("r1", MUG, LON, "2");
    List<StockDemand> lines = List.of(StockDemand.of(MUG, LON, Quantity.of(2)));

    assertThatThrownBy(
            () -> inventory.reserve(office, ReservationId.of("r1"), lines, Duration.ofDays(20)))
        .isInstanceOf(IdempotencyMismatchException.class)
        .hasMessageContaining("r1");

    clock.advance(Duration.ofMinutes(11));
    assertThat(reserve("r2", MUG, LON, "5")).isInstanceOf(ReservationOutcome.Reserved.class);
  }

  @Test
  void a_count_may_leave_a_shelf_oversold_which_is_told_and_heals_with_the_next_receipt() {
    receive("note-1", LON, MUG, "5");
    reserve("r1", MUG, LON, "4");

    inventory.adjust(
        office,
        IdempotencyKey.of("count-1"),
        LON,
        List.of(StockAdjustment.gone(MUG, Quantity.of(3))),
        StockReason.COUNTED);

    assertThat(level(MUG).onHand()).isEqualTo(Quantity.of(2));
    assertThat(level(MUG).oversold()).isEqualTo(Quantity.of(2));
    assertThat(events)
        .extracting(EventEnvelope::event)
        .contains(new InventoryEvent.Oversold(LON, List.of(MUG)));
    assertThat(reserve("r2", MUG, LON, "1")).isInstanceOf(ReservationOutcome.Refused.class);

    receive("note-2", LON, MUG, "3");
    assertThat(level(MUG).available()).isEqualTo(Quantity.ONE);
    assertThat(reserve("r3", MUG, LON, "1")).isInstanceOf(ReservationOutcome.Reserved.class);
  }

  @Test
  void what_is_kept_back_is_not_sold() {
    receive("note-1", LON, MUG, "5");

    inventory.keepBack(office, LON, MUG, Quantity.of(2));

    assertThat(level(MUG).available()).isEqualTo(Quantity.of(3));
    assertThat(reserve("r1", MUG, LON, "4")).isInstanceOf(ReservationOutcome.Refused.class);
    assertThat(reserve("r2", MUG, LON, "3")).isInstanceOf(ReservationOutcome.Reserved.class);
  }

  @Test
  void only_what_is_in_quarantine_can_be_released_from_it() {
    receive("note-1", LON, MUG, "5");

    assertRefused(
        "inventory.out_of_stock",
        () ->
            inventory.release(
                office,
                IdempotencyKey.of("look-1"),
                LON,
                List.of(SkuQuantity.of(MUG, Quantity.ONE)),
                Disposition.RESTOCK));
    assertThatThrownBy(
            () ->
                inventory.release(
                    office,
                    IdempotencyKey.of("look-1"),
                    LON,
                    List.of(SkuQuantity.of(MUG, Quantity.ONE)),
                    Disposition.SCRAP))
        .hasMessage("Only 0 of %s are in quarantine at LON; asked: 1.", MUG);
    assertThat(level(MUG).onHand()).isEqualTo(Quantity.of(5));
  }

  @Test
  void a_delivery_note_is_one_of_the_tenant_wherever_and_by_whomever_it_is_booked() {
    receive("note-1", LON, MUG, "10");
    CallContext colleague = office.withActor(Actor.staff("colleague", InventoryService.MANAGE));

    inventory.receive(
        colleague, IdempotencyKey.of("note-1"), LON, List.of(SkuQuantity.of(MUG, Quantity.of(10))));

    assertThatThrownBy(() -> receive("note-1", DC, MUG, "10"))
        .isInstanceOf(IdempotencyMismatchException.class);
    assertThat(level(MUG).onHand()).isEqualTo(Quantity.of(10));
    assertThat(inventory.levels(office, DC, List.of(MUG)).get(MUG).onHand().isZero()).isTrue();
  }

  @Test
  void a_count_is_booked_once_and_another_place_or_reason_under_its_key_is_refused() {
    CallContext colleague = office.withActor(Actor.staff("colleague", InventoryService.MANAGE));
    found(office, "count-1", LON, "10", "counted");
    int told = events.size();

    found(colleague, "count-1", LON, "10", "counted");

    assertThatThrownBy(() -> found(office, "count-1", DC, "10", "counted"))
        .isInstanceOf(IdempotencyMismatchException.class);
    assertThatThrownBy(() -> found(office, "count-1", LON, "11", "counted"))
        .isInstanceOf(IdempotencyMismatchException.class);
    assertThatThrownBy(() -> found(colleague, "count-1", LON, "10", "a gift"))
        .isInstanceOf(IdempotencyMismatchException.class);
    assertThat(level(MUG).onHand()).isEqualTo(Quantity.of(10));
    assertThat(events).hasSize(told);
  }

  private void found(
      CallContext clerk, String key, LocationId location, String quantity, String reason) {
    inventory.adjust(
        clerk,
        IdempotencyKey.of(key),
        location,
        List.of(StockAdjustment.found(MUG, Quantity.parse(quantity))),
        StockReason.of(reason));
  }

  @Test
  void what_is_not_known_or_not_allowed_is_refused() {
    CallContext guest = office.withActor(Actor.guest("s1"));

    assertRefused("catalog.unknown_sku", () -> receive("note-1", LON, Sku.of("NOPE"), "1"));
    assertRefused(
        "channel.unknown_location", () -> receive("note-1", LocationId.of("MARS"), MUG, "1"));
    assertRefused("quantity.invalid", () -> receive("note-1", LON, MUG, "0"));
    assertThatThrownBy(
            () ->
                inventory.receive(
                    guest, IdempotencyKey.of("k"), LON, List.of(SkuQuantity.of(MUG, Quantity.ONE))))
        .isInstanceOf(ForbiddenException.class);
    assertThat(events).isEmpty();
  }

  @Test
  void another_tenant_sees_nothing_of_it() {
    receive("note-1", LON, MUG, "5");
    CallContext other = CallContext.of(TenantId.of("globex"), office.channel(), office.actor());

    assertRefused("channel.unknown_location", () -> inventory.levels(other, LON, List.of(MUG)));
    assertRefused("channel.unknown_channel", () -> inventory.availableToSell(other, List.of(MUG)));
  }

  private void receive(String key, LocationId location, Sku sku, String quantity) {
    inventory.receive(
        office,
        IdempotencyKey.of(key),
        location,
        List.of(SkuQuantity.of(sku, Quantity.parse(quantity))));
  }

  private void adjust(String key, StockAdjustment line) {
    inventory.adjust(office, IdempotencyKey.of(key), LON, List.of(line), StockReason.COUNTED);
  }

  private static StockAdjustment found(Sku sku, String quantity) {
    return StockAdjustment.found(sku, Quantity.parse(quantity));
  }

  private static StockAdjustment gone(Sku sku, String quantity) {
    return StockAdjustment.gone(sku, Quantity.parse(quantity));
  }

  /** Stock that came without the service, as returns do. */
  private void post(String id, Sku sku, long units) {
    AccountId shelf = StockAccounts.stock(sku, LON);
    Batch goods = Batch.of(BatchId.of(id), Leg.of(StockAccounts.RECEIVED, shelf, units, "each"));
    storage.inTransaction(
        office, session -> session.commit(Decision.of(new LedgerStep.Post(goods))));
  }

  private ReservationOutcome reserve(String id, Sku sku, LocationId location, String quantity) {
    return inventory.reserve(
        office,
        ReservationId.of(id),
        List.of(StockDemand.of(sku, location, Quantity.parse(quantity))),
        Duration.ofMinutes(10));
  }

  private StockLevel level(Sku sku) {
    return inventory.levels(office, LON, List.of(sku)).get(sku);
  }

  private static void assertLevel(
      StockLevel level, String onHand, String reserved, String allocated, String available) {
    assertThat(List.of(level.onHand(), level.reserved(), level.allocated(), level.available()))
        .containsExactly(
            Quantity.parse(onHand),
            Quantity.parse(reserved),
            Quantity.parse(allocated),
            Quantity.parse(available));
  }

  private static void assertRefused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            CommerceException.class, refused -> assertThat(refused.code().value()).isEqualTo(code));
  }
}
