package io.omnicommerce.core.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.Commerce;
import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.Location;
import io.omnicommerce.channel.OpeningHours;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Destination;
import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.common.GeoPoint;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.contract.MutableClock;
import io.omnicommerce.core.CommerceEngine;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.Storages;
import io.omnicommerce.customer.Email;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.delivery.DeliveryPromise;
import io.omnicommerce.delivery.DeliveryService;
import io.omnicommerce.delivery.Handling;
import io.omnicommerce.delivery.SourcingExplanation;
import io.omnicommerce.delivery.SourcingQuestion;
import io.omnicommerce.delivery.Transit;
import io.omnicommerce.delivery.spi.Distances;
import io.omnicommerce.delivery.spi.FewestParcels;
import io.omnicommerce.delivery.spi.NearestFirst;
import io.omnicommerce.delivery.spi.OnlyKinds;
import io.omnicommerce.delivery.spi.ShelfProtection;
import io.omnicommerce.delivery.spi.Sourcing;
import io.omnicommerce.delivery.spi.SourcingCost;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.inmemory.SandboxGateway;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.pricing.DeliveryOffer;
import io.omnicommerce.pricing.DeliveryOffers;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.storage.Storage;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Where goods come from and by when they are there, from the product page to the order. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SourcingServiceTest {

  private static final CallContext OFFICE =
      Shop.context(Shop.WEB, Actor.system("office").withPermissions(CommerceEngine.permissions()));
  private static final ZoneId ZONE = ZoneId.of("Europe/London");
  private static final GeoPoint AT_THE_WAREHOUSE = GeoPoint.parse("52.04,-0.76");

  private final MutableClock clock = MutableClock.startingAt(Shop.START);
  private final Storage storage = Storages.fresh(clock);
  private final Shop shop = Shop.on(storage, clock);

  @AfterEach
  void the_books_balance() {
    assertThat(storage.maintenance().audit(List.of())).isEmpty();
  }

  @Test
  void goods_come_from_the_nearest_place_that_has_them_and_it_is_said_why() {
    Commerce commerce = sourcing(new NearestFirst(nearTheWarehouse()));
    onTheMap(commerce);
    SourcingQuestion two = mugs(2).to(Shop.address());

    SourcingExplanation explained = commerce.delivery().explainSourcing(OFFICE, two);
    Order order = ordered(commerce, Shop.MUG_RED, 2);

    assertThat(explained.plan()).isEqualTo(commerce.delivery().source(OFFICE, two));
    assertThat(explained.plan().taken())
        .extracting(taken -> taken.location())
        .containsExactly(Shop.DC);
    assertThat(explained.whyNot(Shop.LON).map(Refusal::code))
        .contains(DeliveryService.SOURCE_COSTS_MORE);
    assertThat(jobs(commerce, order)).containsExactly("DC 2");
    assertThatThrownBy(() -> commerce.delivery().source(Shop.ADA, two))
        .isInstanceOf(ForbiddenException.class);
  }

  @Test
  void by_default_goods_come_in_the_channels_order() {
    Commerce commerce = sourcing(Sourcing.STANDARD);

    assertThat(jobs(commerce, ordered(commerce, Shop.MUG_RED, 2))).containsExactly("LON 2");
  }

  @Test
  void a_market_may_start_with_the_fullest_shelf() {
    shop.conventions(
        Conventions.STANDARD.with(Convention.ALLOCATION, Convention.Allocation.HIGHEST_STOCK));
    Commerce commerce = sourcing(Sourcing.STANDARD);

    assertThat(jobs(commerce, ordered(commerce, Shop.MUG_RED, 2))).containsExactly("DC 2");
  }

  @Test
  void a_line_comes_whole_unless_the_market_lets_it_be_split() {
    Commerce commerce = sourcing(Sourcing.STANDARD);
    assertThat(refusals(commerce, cart(commerce, Shop.MUG_RED, 105)))
        .containsExactly("inventory.out_of_stock");

    shop.conventions(Conventions.STANDARD.with(Convention.LINE_SPLIT, Convention.LineSplit.ALLOW));
    Order order = ordered(commerce, Shop.MUG_RED, 105);

    assertThat(jobs(commerce, order)).containsExactly("DC 95", "LON 10");
    assertThat(order.lines().get(0).allocations())
        .extracting(from -> from.source() + " " + from.quantity())
        .containsExactly("LON 10", "DC 95");
    assertThat(refusals(commerce, cart(commerce, Shop.MUG_RED, 6)))
        .containsExactly("inventory.out_of_stock");
    for (Fulfillment job : commerce.fulfillment().ofOrder(OFFICE, order.id())) {
      commerce.fulfillment().shipAll(OFFICE, job.id(), Optional.empty(), key(job.id().value()));
    }
    assertThat(commerce.orders().get(OFFICE, order.id()).lines().get(0).open())
        .isEqualTo(Quantity.ZERO);
  }

  @Test
  void two_parcels_are_made_one_where_one_place_has_all() {
    Commerce commerce = sourcing(new FewestParcels());
    CartId cart = commerce.carts().open(Shop.ADA, Shop.GBP);
    commerce.carts().add(Shop.ADA, cart, Shop.MUG_RED, Quantity.of(11));
    commerce.carts().add(Shop.ADA, cart, Shop.TEE_M, Quantity.ONE);

    assertThat(jobs(commerce, placed(commerce, ready(commerce, cart)))).containsExactly("DC 12");
  }

  @Test
  void a_cart_shows_what_can_come_from_where_the_shop_lets_it_come_from() {
    Commerce commerce =
        sourcing(
            Sourcing.STANDARD
                .withRule(new OnlyKinds(Set.of(Location.Kind.STORE)))
                .withShelf(ShelfProtection.inStores(4)));
    commerce.channels().save(OFFICE, Location.store(Shop.LON, "London store", ZONE));
    CartId six = cart(commerce, Shop.MUG_RED, 6);
    CartId pickup = commerce.carts().open(Shop.ADA, Shop.GBP);
    commerce.carts().add(Shop.ADA, pickup, Shop.MUG_RED, Quantity.of(10));
    commerce.carts().deliver(Shop.ADA, pickup, DeliveryChoice.pickup(Shop.PICKUP, Shop.LON));

    assertThat(commerce.carts().view(Shop.ADA, six).available())
        .isEqualTo(Map.of(Shop.MUG_RED, Quantity.of(6)));
    assertThat(commerce.carts().view(Shop.ADA, pickup).available())
        .as("whoever comes may have all of it")
        .isEqualTo(Map.of(Shop.MUG_RED, Quantity.of(10)));
    commerce.carts().reserve(Shop.ADA, six, Duration.ofHours(1));
    assertThat(commerce.carts().view(Shop.ADA, six).available())
        .as("with what it has reserved itself")
        .isEqualTo(Map.of(Shop.MUG_RED, Quantity.of(6)));
    assertThat(promised(commerce, 6)).isEmpty();
    assertThat(promised(sourcing(Sourcing.STANDARD), 6)).isPresent();
  }

  private static Optional<DeliveryPromise> promised(Commerce commerce, int mugs) {
    return commerce.delivery().promise(Shop.BOB, Shop.STANDARD, mugs(mugs).to(Shop.address()));
  }

  @Test
  void R41_what_stores_keep_for_those_who_walk_in_is_not_shipped_but_can_be_picked_up() {
    Commerce commerce = sourcing(Sourcing.STANDARD.withShelf(ShelfProtection.inStores(9)));
    commerce.channels().save(OFFICE, Location.store(Shop.LON, "London store", ZONE));

    assertThat(jobs(commerce, ordered(commerce, Shop.MUG_RED, 2))).containsExactly("DC 2");
    assertThat(jobs(commerce, ordered(commerce, Shop.MUG_RED, 1))).containsExactly("LON 1");
    CartId pickup = commerce.carts().open(Shop.ADA, Shop.GBP);
    commerce.carts().add(Shop.ADA, pickup, Shop.MUG_RED, Quantity.of(9));
    commerce.carts().contact(Shop.ADA, pickup, contact());
    commerce.carts().deliver(Shop.ADA, pickup, DeliveryChoice.pickup(Shop.PICKUP, Shop.LON));
    assertThat(jobs(commerce, placed(commerce, pickup))).containsExactly("LON 9");
  }

  @Test
  void F5_product_page_cart_and_order_promise_the_same_in_every_channel() {
    Commerce commerce = sourcing(Sourcing.STANDARD);
    carrierAndHours(commerce);
    PricingRequest page =
        PricingRequest.of(
                Shop.GBP, List.of(PricingLine.of(LineId.of("1"), Shop.MUG_RED, Quantity.of(2))))
            .withDestination(Destination.of(Shop.address()));
    CartId cart = cart(commerce, Shop.MUG_RED, 2);

    DeliveryPromise onPage = promise(commerce.pricing().deliveries(Shop.ADA, page));
    DeliveryPromise inApp = promise(commerce.pricing().deliveries(Shop.ADA_IN_APP, page));
    DeliveryPromise inCart =
        promise(commerce.carts().deliveries(Shop.ADA_IN_APP, cart, Optional.empty()));
    DeliveryPromise asked =
        commerce
            .delivery()
            .promise(Shop.GUEST, Shop.STANDARD, mugs(2).to(Shop.address()))
            .orElseThrow();
    DeliveryPromise ordered = placed(commerce, cart).promise();

    assertThat(List.of(onPage, inApp, inCart, asked)).containsOnly(ordered);
    assertThat(ordered.earliest()).isEqualTo("2026-03-03T08:00:00Z");
    assertThat(ordered.latest()).isEqualTo("2026-03-04T18:00:00Z");
  }

  @Test
  void R72_a_pickup_is_promised_by_the_hours_of_its_own_store() {
    Commerce commerce = sourcing(Sourcing.STANDARD);
    carrierAndHours(commerce);
    clock.advance(Duration.ofHours(8));

    DeliveryPromise asked =
        commerce.delivery().promise(Shop.ADA, Shop.PICKUP, mugs(1).at(Shop.LON)).orElseThrow();
    CartId cart = commerce.carts().open(Shop.ADA, Shop.GBP);
    commerce.carts().add(Shop.ADA, cart, Shop.MUG_RED, Quantity.ONE);
    commerce.carts().contact(Shop.ADA, cart, contact());
    commerce.carts().deliver(Shop.ADA, cart, DeliveryChoice.pickup(Shop.PICKUP, Shop.LON));

    assertThat(asked.latest()).as("ordered at 17:00").isEqualTo("2026-03-03T10:00:00Z");
    assertThat(placed(commerce, cart).promise()).isEqualTo(asked);
  }

  private void carrierAndHours(Commerce commerce) {
    commerce
        .channels()
        .save(
            OFFICE,
            Location.store(Shop.LON, "London store", ZONE)
                .withHours(
                    OpeningHours.of(LocalTime.of(9, 0), LocalTime.of(18, 0), DayOfWeek.values())));
    commerce
        .delivery()
        .save(
            OFFICE,
            Handling.of(Shop.LON, Duration.ofHours(2)).withCollectedAt(LocalTime.of(16, 0)));
    commerce
        .delivery()
        .save(
            OFFICE,
            commerce
                .delivery()
                .find(OFFICE, Shop.STANDARD)
                .orElseThrow()
                .withTransit(Transit.workdays(1, 2)));
  }

  private static DeliveryPromise promise(DeliveryOffers offers) {
    return offers.offered().stream()
        .filter(offer -> offer.method().id().equals(Shop.STANDARD))
        .map(DeliveryOffer::promise)
        .findFirst()
        .orElseThrow();
  }

  private Commerce sourcing(SourcingCost... costs) {
    return sourcing(Sourcing.by(costs));
  }

  private Commerce sourcing(Sourcing sourcing) {
    return CommerceEngine.builder()
        .storage(storage)
        .payments(new SandboxGateway())
        .sourcing(sourcing)
        .build();
  }

  private static void onTheMap(Commerce commerce) {
    commerce
        .channels()
        .save(
            OFFICE,
            Location.store(Shop.LON, "London", ZONE)
                .withPoint(GeoPoint.parse("51.507351,-0.127758")));
    commerce
        .channels()
        .save(OFFICE, Location.warehouse(Shop.DC, "DC", ZONE).withPoint(AT_THE_WAREHOUSE));
  }

  private static Distances nearTheWarehouse() {
    return Distances.byPoint(address -> Optional.of(AT_THE_WAREHOUSE));
  }

  private static SourcingQuestion mugs(int quantity) {
    return SourcingQuestion.of(List.of(SkuQuantity.of(Shop.MUG_RED, Quantity.of(quantity))));
  }

  private static Order ordered(Commerce commerce, Sku sku, int quantity) {
    return placed(commerce, cart(commerce, sku, quantity));
  }

  private static CartId cart(Commerce commerce, Sku sku, int quantity) {
    CartId cart = commerce.carts().open(Shop.ADA, Shop.GBP);
    commerce.carts().add(Shop.ADA, cart, sku, Quantity.of(quantity));
    return ready(commerce, cart);
  }

  private static CartId ready(Commerce commerce, CartId cart) {
    commerce.carts().contact(Shop.ADA, cart, contact());
    commerce.carts().deliver(Shop.ADA, cart, DeliveryChoice.ship(Shop.STANDARD, Shop.address()));
    return cart;
  }

  private static BuyerContact contact() {
    return BuyerContact.of("Ada", Email.of("ada@example.com"));
  }

  private static Order placed(Commerce commerce, CartId cart) {
    OrderId order =
        place(commerce, cart)
            .fold(
                CheckoutOutcome.Placed::order,
                pending -> {
                  throw new AssertionError("pending: " + pending);
                },
                refused -> {
                  throw new AssertionError("refused: " + refused.reasons());
                });
    return commerce.orders().confirm(OFFICE, order);
  }

  private static List<String> refusals(Commerce commerce, CartId cart) {
    return place(commerce, cart)
        .fold(
            placed -> List.of("placed"),
            pending -> List.of("pending"),
            refused -> refused.reasons().stream().map(reason -> reason.code().value()).toList());
  }

  private static CheckoutOutcome place(Commerce commerce, CartId cart) {
    return commerce
        .checkout()
        .place(Shop.ADA, cart, Tender.card("tok_visa"), key("place-" + cart.value()));
  }

  private static IdempotencyKey key(String value) {
    return IdempotencyKey.of(value);
  }

  /** The jobs of an order by location, with how much there is to do. */
  private static List<String> jobs(Commerce commerce, Order order) {
    return commerce.fulfillment().ofOrder(OFFICE, order.id()).stream()
        .map(
            job ->
                job.location()
                    + " "
                    + job.lines().stream()
                        .map(line -> line.quantity())
                        .reduce(Quantity.ZERO, Quantity::plus))
        .toList();
  }
}
