package io.omnicommerce.core.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.checkout.AmendmentRequest;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.delivery.Handling;
import io.omnicommerce.delivery.Transit;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentLine;
import io.omnicommerce.fulfillment.PickupCode;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockLevel;
import io.omnicommerce.inventory.Transfer;
import io.omnicommerce.inventory.TransferArrival;
import io.omnicommerce.order.Allocation;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderHistory;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.pricing.LineId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever becomes of pickups, of goods that are sent to them, and of both at once: each unit is on
 * one shelf, on one way, with its customer, or known to be lost.
 */
class StoreTransferProperties {

  private static final List<Sku> GOODS = List.of(Shop.MUG_RED, Shop.TEE_M);
  private static final List<LocationId> PLACES = List.of(Shop.LON, Shop.DC, Journey.MANCHESTER);
  private static final long EACH = 10 + 100 + 15;

  /** Something that is tried with one of the orders. */
  record Act(String what, int order, int line, int units, int which) {}

  @Property(tries = 40)
  void L45_L59_no_unit_is_lost_and_none_is_there_twice(@ForAll("programs") List<Act> program) {
    World world = new World();

    for (int i = 0; i < program.size(); i++) {
      world.attempt(program.get(i), IdempotencyKey.of("act-" + i));
      world.check();
    }

    assertThat(world.shop.storage.maintenance().audit(List.of())).isEmpty();
  }

  @Provide
  Arbitrary<List<Act>> programs() {
    return Combinators.combine(
            Arbitraries.of(
                "send", "send", "send", "arrive", "arrive", "arrive", "lose", "cancel", "whole",
                "again", "short", "collect", "collect", "move", "parcel", "more"),
            Arbitraries.integers().between(0, 1),
            Arbitraries.integers().between(0, 1),
            Arbitraries.integers().between(1, 14),
            Arbitraries.integers().between(0, 5))
        .as(Act::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(16);
  }

  /** Two orders in one shop, and what is known to be gone. */
  private static final class World {

    private final Journey shop = new Journey();
    private final List<OrderId> orders = new ArrayList<>();
    private final long[] gone = new long[GOODS.size()];

    World() {
      Transit van = Transit.workdays(1, 2);
      for (LocationId store : List.of(Shop.LON, Journey.MANCHESTER)) {
        shop.commerce
            .delivery()
            .save(shop.office, Handling.of(store, Duration.ofHours(1)).withTransfers(van));
      }
      shop.commerce
          .inventory()
          .receive(
              shop.office,
              IdempotencyKey.of("to-manchester"),
              Journey.MANCHESTER,
              GOODS.stream().map(sku -> SkuQuantity.of(sku, Quantity.of(15))).toList());
      orders.add(placed(12, 4));
      orders.add(placed(6, 13));
    }

    private OrderId placed(int mugs, int tees) {
      CartId cart = shop.commerce.carts().open(Shop.ADA, Shop.GBP);
      shop.commerce.carts().add(Shop.ADA, cart, Shop.MUG_RED, Quantity.of(mugs));
      shop.commerce.carts().add(Shop.ADA, cart, Shop.TEE_M, Quantity.of(tees));
      shop.commerce.carts().contact(Shop.ADA, cart, BuyerContact.of("Ada", Journey.ADAS_EMAIL));
      shop.commerce.carts().deliver(Shop.ADA, cart, DeliveryChoice.pickup(Shop.PICKUP, Shop.LON));
      Order order = shop.placed(Shop.ADA, cart, Tender.card("tok_visa"));
      return shop.commerce.orders().confirm(shop.office, order.id()).id();
    }

    private Order order(OrderId id) {
      return shop.commerce.orders().get(shop.office, id);
    }

    private List<Fulfillment> jobs(OrderId id) {
      return shop.commerce.fulfillment().ofOrder(shop.office, id);
    }

    void attempt(Act act, IdempotencyKey key) {
      try {
        act(act, orders.get(act.order()), key);
      } catch (CommerceException refused) {
        assertThat(refused.isRetryable()).as("%s: %s", act, refused).isFalse();
      }
    }

    private void act(Act act, OrderId order, IdempotencyKey key) {
      List<OrderLine> lines = order(order).lines();
      OrderLine line = lines.get(act.line() % lines.size());
      LineId id = line.priced().id();
      Quantity units = Quantity.of(act.units());
      List<Fulfillment> jobs = jobs(order);
      Fulfillment job = jobs.get(act.which() % jobs.size());
      switch (act.what()) {
        case "send" -> {
          if (act.units() % 2 == 0) {
            shop.commerce.fulfillment().shipAll(shop.office, job.id(), Optional.empty(), key);
          } else {
            shop.commerce
                .fulfillment()
                .ship(shop.office, job.id(), Map.of(id, units), Optional.empty(), key);
          }
        }
        case "arrive", "lose" -> arrive(act, key);
        case "short" -> {
          shop.commerce.fulfillment().shortPick(shop.office, job.id(), id, units, "not there", key);
          gone[GOODS.indexOf(line.priced().sku())] += act.units();
        }
        case "again" -> shop.commerce.fulfillment().sourceAgain(shop.office, order, key);
        case "collect" -> collect(job);
        case "whole" -> shop.commerce.checkout().cancel(shop.office, order, "no", key);
        case "move" ->
            shop.commerce
                .checkout()
                .changePickup(
                    shop.office, order, act.units() % 2 == 0 ? Journey.MANCHESTER : Shop.LON, key);
        case "parcel" ->
            amend(
                order,
                request -> DeliveryChoice.ship(Shop.STANDARD, Shop.address()),
                Map.of(),
                key);
        case "more" -> amend(order, request -> order(order).delivery(), Map.of(id, units), key);
        default ->
            shop.commerce.checkout().cancel(shop.office, order, Map.of(id, units), "less", key);
      }
    }

    private void amend(
        OrderId id,
        Function<Order, DeliveryChoice> to,
        Map<LineId, Quantity> quantities,
        IdempotencyKey key) {
      Order order = order(id);
      AmendmentRequest request =
          AmendmentRequest.of(order.version(), "called").withDelivery(to.apply(order));
      for (Map.Entry<LineId, Quantity> wanted : quantities.entrySet()) {
        request = request.withQuantity(wanted.getKey(), wanted.getValue());
      }
      String shown =
          shop.commerce.checkout().previewAmendment(shop.office, id, request).fingerprint();
      shop.commerce.checkout().amend(shop.office, id, request, shown, key);
    }

    private void arrive(Act act, IdempotencyKey key) {
      List<Transfer> expected = transfers();
      if (expected.isEmpty()) {
        return;
      }
      Transfer transfer = expected.get(act.which() % expected.size());
      Transfer.Line line = transfer.lines().get(act.line() % transfer.lines().size());
      int inTransit = line.inTransit().toBigDecimal().intValueExact();
      int some = Math.min(act.units(), inTransit);
      int lost = act.what().equals("lose") ? (some + 1) / 2 : 0;
      int damaged = act.what().equals("lose") ? some / 4 : 0;
      shop.commerce
          .transfers()
          .receive(
              shop.office,
              key,
              transfer.id(),
              List.of(
                  new TransferArrival(
                      line.sku(),
                      Quantity.of(some - lost - damaged),
                      Quantity.of(damaged),
                      Quantity.of(lost))));
      gone[GOODS.indexOf(line.sku())] += lost;
    }

    private List<Transfer> transfers() {
      return PLACES.stream()
          .flatMap(place -> shop.commerce.transfers().expectedAt(shop.office, place).stream())
          .toList();
    }

    private void collect(Fulfillment job) {
      PickupCode ready = shop.commerce.fulfillment().makeReady(shop.office, job.id());
      shop.commerce
          .fulfillment()
          .collect(shop.office.withLocation(job.location()), job.id(), ready.code(), "Ada");
    }

    void check() {
      for (int i = 0; i < GOODS.size(); i++) {
        checkWhole(GOODS.get(i), gone[i]);
      }
      orders.forEach(id -> checkJobs(order(id)));
    }

    private void checkWhole(Sku sku, long lost) {
      Quantity there = Quantity.ZERO;
      for (LocationId place : PLACES) {
        StockLevel level =
            Objects.requireNonNull(
                shop.commerce.inventory().levels(shop.office, place, List.of(sku)).get(sku));
        there = there.plus(level.onHand()).plus(level.quarantined());
        assertThat(level.allocated())
            .as("%s at %s", sku, place)
            .isEqualTo(open(sku, from -> from.isThere() && from.source().equals(place)));
      }
      Quantity onTheWay =
          sum(
              transfers().stream()
                  .flatMap(transfer -> transfer.lines().stream())
                  .filter(line -> line.sku().equals(sku))
                  .map(Transfer.Line::inTransit));
      Quantity left = sum(lines(sku).map(OrderLine::shipped));
      assertThat(sum(Stream.of(there, onTheWay, left, Quantity.of(lost))))
          .isEqualTo(Quantity.of(EACH));
      assertThat(open(sku, from -> !from.isThere())).isLessThanOrEqualTo(onTheWay);
    }

    private Quantity open(Sku sku, Predicate<Allocation> which) {
      return sum(
          lines(sku)
              .flatMap(line -> line.allocations().stream())
              .filter(which)
              .map(Allocation::open));
    }

    private Stream<OrderLine> lines(Sku sku) {
      return orders.stream()
          .flatMap(id -> order(id).lines().stream())
          .filter(line -> line.priced().sku().equals(sku));
    }

    private void checkJobs(Order order) {
      List<Fulfillment> live =
          jobs(order.id()).stream().filter(job -> !job.step().isEnded()).toList();
      for (OrderLine line : order.lines()) {
        Quantity inJobs =
            sum(
                live.stream()
                    .map(job -> job.line(line.priced().id()).map(FulfillmentLine::open))
                    .flatMap(Optional::stream));
        assertThat(sum(Stream.of(inJobs, line.unallocated()))).isEqualTo(line.open());
      }
      assertThat(OrderHistory.verify(order)).isEmpty();
    }

    private static Quantity sum(Stream<Quantity> quantities) {
      return quantities.reduce(Quantity.ZERO, Quantity::plus);
    }
  }
}
