package io.omnicommerce.core.inventory;

import static io.omnicommerce.core.Shop.ADA;
import static io.omnicommerce.core.Shop.BOB;
import static io.omnicommerce.core.Shop.BOOK;
import static io.omnicommerce.core.Shop.DC;
import static io.omnicommerce.core.Shop.LON;
import static io.omnicommerce.core.Shop.MUG_RED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.Shop;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.ReservationId;
import io.omnicommerce.inventory.ReservationOutcome;
import io.omnicommerce.inventory.ReservationOutcome.Refused;
import io.omnicommerce.inventory.ReservationOutcome.Reserved;
import io.omnicommerce.inventory.StockDemand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rows 57 to 66 of the abuse list, as far as they are about reservations. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReservationAbuseTest {

  private static final CallContext OFFICE =
      Shop.staff(InventoryService.MANAGE, InventoryService.RESERVE);
  private static final Duration LIFE = Duration.ofMinutes(10);

  private final Shop shop = Shop.open();
  private final InventoryService inventory = shop.inventory();
  private final CartService carts = shop.carts();

  @AfterEach
  void nothing_has_drifted() {
    assertThat(shop.storage().maintenance().audit(List.of())).isEmpty();
  }

  @Test
  void abuse_57_nothing_less_than_nothing_and_everything_are_refused() {
    String before = shop.dump();

    assertCode("quantity.invalid", () -> reserve("r1", Quantity.ZERO, LIFE));
    assertCode("quantity.invalid", () -> reserve("r1", Quantity.parse("-1"), LIFE));
    assertCode("quantity.limit_exceeded", () -> reserve("r1", Quantity.of(Long.MAX_VALUE), LIFE));
    assertThat(shop.dump()).isEqualTo(before);
    assertThat(reserve("r1", Quantity.of(Quantity.UNSCALED_MAX), LIFE)).isInstanceOf(Refused.class);
  }

  @Test
  void abuse_58_a_life_of_nothing_or_of_ages_is_refused() {
    String before = shop.dump();

    for (Duration life :
        List.of(
            Duration.ZERO,
            Duration.ofSeconds(-1),
            Duration.ofSeconds(1_000_000_000),
            Duration.ofSeconds(Long.MAX_VALUE),
            InventoryService.RESERVATION_LIFE_MAX.plusMillis(1))) {
      assertCode("ledger.invalid_life", () -> reserve("r1", Quantity.ONE, life));
    }
    assertThat(shop.dump()).isEqualTo(before);
  }

  @Test
  void abuse_59_nobody_holds_more_carts_full_of_goods_than_the_limit() {
    for (int i = 0; i < InventoryService.RESERVATIONS_MAX; i++) {
      assertThat(carts.reserve(ADA, cart(ADA), LIFE)).isInstanceOf(Reserved.class);
    }
    CartId more = cart(ADA);

    assertThat(carts.reserve(ADA, more, LIFE))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.reasons())
                    .singleElement()
                    .satisfies(ReservationAbuseTest::isLimit));
    assertThat(carts.reserve(BOB, cart(BOB), LIFE)).isInstanceOf(Reserved.class);
    shop.clock().advance(LIFE.plusMillis(1));
    assertThat(carts.reserve(ADA, more, LIFE)).isInstanceOf(Reserved.class);
  }

  @Test
  void abuse_59_reserving_a_cart_again_is_no_reservation_more() {
    CartId cart = cart(ADA);
    for (int i = 0; i <= InventoryService.RESERVATIONS_MAX; i++) {
      assertThat(carts.reserve(ADA, cart, LIFE)).isInstanceOf(Reserved.class);
    }
  }

  @Test
  void abuse_59_of_many_at_once_no_more_than_the_limit_are_held() throws Exception {
    List<CartId> many = new ArrayList<>();
    for (int i = 0; i < InventoryService.RESERVATIONS_MAX + 12; i++) {
      many.add(cart(ADA));
    }

    List<Object> outcomes = atOnce(many.size(), n -> carts.reserve(ADA, many.get(n), LIFE));

    assertThat(outcomes)
        .filteredOn(Reserved.class::isInstance)
        .hasSize(InventoryService.RESERVATIONS_MAX);
    assertThat(outcomes)
        .as("there is enough of it at the other place")
        .filteredOn(Refused.class::isInstance)
        .hasSize(12)
        .flatExtracting(outcome -> ((Refused) outcome).reasons())
        .allSatisfy(ReservationAbuseTest::isLimit);
  }

  @Test
  void abuse_59_a_reservation_of_a_host_for_a_customer_counts_until_it_is_confirmed() {
    CallContext ada = ADA.withActor(ADA.actor().withPermissions(Set.of(InventoryService.RESERVE)));
    for (int i = 0; i < InventoryService.RESERVATIONS_MAX; i++) {
      assertThat(reserve(ada, "r" + i)).isInstanceOf(Reserved.class);
    }

    assertThat(reserve(ada, "more")).isInstanceOf(Refused.class);
    assertThat(reserve(ada, "r0")).as("a repeat").isInstanceOf(Reserved.class);
    inventory.confirm(ada, ReservationId.of("r0"));
    inventory.confirm(ada, ReservationId.of("r0"));
    assertThat(reserve(ada, "more")).isInstanceOf(Reserved.class);
  }

  @Test
  void abuse_60_a_reservation_is_not_kept_alive_for_ever() {
    reserve("r1", Quantity.ONE, LIFE);
    Instant last = shop.clock().instant().plus(InventoryService.EXTENSIONS_MAX);
    Duration day = Duration.ofDays(1);

    while (!shop.clock().instant().plus(day).isAfter(last)) {
      Instant until = inventory.extend(OFFICE, ReservationId.of("r1"), day);
      assertThat(until).isEqualTo(shop.clock().instant().plus(day));
      shop.clock().advance(Duration.ofHours(12));
    }

    assertCode(
        "inventory.limit_exceeded", () -> inventory.extend(OFFICE, ReservationId.of("r1"), day));
    shop.clock().advance(day);
    assertCode(
        "inventory.reservation_expired", () -> inventory.confirm(OFFICE, ReservationId.of("r1")));
  }

  @Test
  void abuse_60_a_cart_is_kept_with_its_prices_and_not_for_ever() {
    CartId cart = cart(ADA);
    carts.promise(ADA, cart, LIFE);
    shop.price(MUG_RED, "9.99");
    shop.clock().advance(Duration.ofMinutes(9));

    Instant until = carts.extend(ADA, cart, LIFE);

    Cart kept = carts.get(ADA, cart);
    assertThat(kept.priceLock().orElseThrow().until()).isEqualTo(until);
    shop.clock().advance(Duration.ofMinutes(9));
    assertThat(unitPrice(cart)).isEqualTo("4.99");
    shop.clock().advance(Duration.ofMinutes(2));
    assertThat(unitPrice(cart)).isEqualTo("9.99");
    assertCode("inventory.reservation_expired", () -> carts.extend(ADA, cart, LIFE));
  }

  private String unitPrice(CartId cart) {
    return carts
        .view(ADA, cart)
        .priced()
        .orElseThrow()
        .lines()
        .get(0)
        .unitPrice()
        .toBigDecimal()
        .toPlainString();
  }

  @Test
  void abuse_61_what_has_ended_or_is_not_ones_own_cannot_be_used() {
    reserve("r1", Quantity.ONE, LIFE);
    inventory.confirm(OFFICE, ReservationId.of("r1"));
    inventory.ship(OFFICE, ReservationId.of("r1"));
    reserve("r2", Quantity.ONE, LIFE);
    inventory.release(OFFICE, ReservationId.of("r2"));
    reserve("r3", Quantity.ONE, LIFE);
    shop.clock().advance(LIFE);
    String before = shop.dump();

    inventory.ship(OFFICE, ReservationId.of("r1"));
    assertCode("inventory.reservation_ended", () -> inventory.confirm(OFFICE, id("r1")));
    assertCode("inventory.reservation_ended", () -> inventory.confirm(OFFICE, id("r2")));
    assertCode("inventory.reservation_ended", () -> inventory.ship(OFFICE, id("r2")));
    assertCode("inventory.reservation_expired", () -> inventory.confirm(OFFICE, id("r3")));
    assertCode("inventory.reservation_expired", () -> inventory.extend(OFFICE, id("r3"), LIFE));
    assertCode("inventory.reservation_not_found", () -> inventory.confirm(OFFICE, id("r4")));
    assertCode("inventory.reservation_not_found", () -> inventory.extend(OFFICE, id("r4"), LIFE));
    assertThat(shop.dump()).isEqualTo(before);
  }

  @Test
  void abuse_62_releasing_twice_does_nothing_and_releasing_what_has_left_is_refused() {
    reserve("r1", Quantity.ONE, LIFE);
    inventory.release(OFFICE, id("r1"));
    reserve("r2", Quantity.ONE, LIFE);
    inventory.confirm(OFFICE, id("r2"));
    inventory.ship(OFFICE, id("r2"));
    String before = shop.dump();

    inventory.release(OFFICE, id("r1"));
    assertCode("inventory.reservation_ended", () -> inventory.release(OFFICE, id("r2")));
    assertThat(shop.dump()).isEqualTo(before);
  }

  @Test
  void abuse_64_what_is_not_known_or_not_sold_any_more_is_refused_by_name() {
    CatalogEntry gone = shop.catalog().find(OFFICE, BOOK).orElseThrow().withDiscontinued(true);
    CartId cart = carts.open(ADA, Shop.GBP);
    carts.add(ADA, cart, BOOK, Quantity.ONE);
    shop.sell(gone);

    assertCode(
        "catalog.unknown_sku",
        () -> reserve(OFFICE, "r1", Sku.of("NOPE"), LON, Quantity.ONE, LIFE));
    assertCode(
        "channel.unknown_location",
        () -> reserve(OFFICE, "r1", MUG_RED, LocationId.of("MARS"), Quantity.ONE, LIFE));
    assertCode("catalog.not_sellable", () -> carts.add(ADA, cart, BOOK, Quantity.ONE));
    assertThat(carts.view(ADA, cart).problems())
        .extracting(reason -> reason.code().value())
        .contains("catalog.not_sellable");
  }

  @Test
  @Timeout(120)
  void abuse_66_two_who_take_the_same_goods_in_either_order_never_block_each_other()
      throws Exception {
    int rounds = 200;
    List<StockDemand> there =
        List.of(StockDemand.of(MUG_RED, DC, Quantity.ONE), StockDemand.of(BOOK, DC, Quantity.ONE));
    List<StockDemand> back = List.of(there.get(1), there.get(0));

    List<Object> ends = atOnce(2, n -> takeAndGiveBack(n, rounds, n == 0 ? there : back));

    assertThat(ends).containsOnly(rounds);
    assertThat(inventory.levels(OFFICE, DC, List.of(MUG_RED)).get(MUG_RED).available())
        .isEqualTo(Quantity.of(100));
  }

  private int takeAndGiveBack(int who, int rounds, List<StockDemand> demands) {
    for (int i = 0; i < rounds; i++) {
      ReservationId id = id(who + "-" + i);
      assertThat(inventory.reserve(OFFICE, id, demands, LIFE)).isInstanceOf(Reserved.class);
      inventory.release(OFFICE, id);
    }
    return rounds;
  }

  /** What each call answered. */
  private static List<Object> atOnce(int callers, IntFunction<Object> call) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(Math.min(callers, 16));
    try {
      List<Callable<Object>> calls = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        int n = i;
        calls.add(() -> call.apply(n));
      }
      List<Object> answers = new ArrayList<>();
      for (Future<Object> answer : threads.invokeAll(calls, 100, TimeUnit.SECONDS)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  private static void isLimit(Refusal reason) {
    assertThat(reason.code()).isEqualTo(InventoryService.LIMIT_EXCEEDED);
    assertThat(reason.facts().values())
        .containsEntry("limit", "reservationsMax")
        .containsEntry("max", Integer.toString(InventoryService.RESERVATIONS_MAX));
  }

  private CartId cart(CallContext who) {
    CartId cart = carts.open(who, Shop.GBP);
    carts.add(who, cart, MUG_RED, Quantity.ONE);
    return cart;
  }

  private static ReservationId id(String id) {
    return ReservationId.of(id);
  }

  private ReservationOutcome reserve(CallContext context, String id) {
    return reserve(context, id, MUG_RED, DC, Quantity.ONE, LIFE);
  }

  private ReservationOutcome reserve(String id, Quantity quantity, Duration life) {
    return reserve(OFFICE, id, MUG_RED, LON, quantity, life);
  }

  private ReservationOutcome reserve(
      CallContext context, String id, Sku sku, LocationId from, Quantity quantity, Duration life) {
    return inventory.reserve(context, id(id), List.of(StockDemand.of(sku, from, quantity)), life);
  }

  private static void assertCode(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            CommerceException.class, refused -> assertThat(refused.code().value()).isEqualTo(code));
  }
}
