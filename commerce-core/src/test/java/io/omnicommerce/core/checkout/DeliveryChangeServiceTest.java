package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.gbp;
import static io.omnicommerce.core.checkout.Buying.key;
import static io.omnicommerce.core.checkout.OrderDesk.DESK;
import static io.omnicommerce.core.checkout.OrderDesk.change;
import static io.omnicommerce.core.checkout.OrderDesk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.NewLine;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.ChannelService;
import io.omnicommerce.channel.Location;
import io.omnicommerce.checkout.AmendmentPreview;
import io.omnicommerce.checkout.AmendmentRequest;
import io.omnicommerce.common.Address;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.Destination;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.delivery.DeliveryChoice.When;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.delivery.DeliveryService;
import io.omnicommerce.delivery.LeadTime;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.fulfillment.PickupCode;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Amendment;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderHistory;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.tax.TaxArea;
import io.omnicommerce.tax.TaxRate;
import io.omnicommerce.tax.TaxService;
import io.omnicommerce.tax.TaxZone;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Orders that reach their customers in another way than was said when they were placed. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeliveryChangeServiceTest {

  private final OrderDesk desk = new OrderDesk();
  private final Buying buying = desk.buying;
  private final OrderService orders = desk.orders;
  private final FulfillmentService fulfillment = desk.fulfillment;

  @BeforeEach
  void the_depot_has_a_counter() {
    buying
        .shop
        .channels()
        .save(
            Shop.staff(ChannelService.EDIT),
            Location.store(Shop.DC, "Depot with a counter", ZoneId.of("Europe/London")));
  }

  @AfterEach
  void the_books_balance() {
    assertThat(buying.audit()).isEmpty();
  }

  @Test
  void a_parcel_becomes_a_pickup_of_the_very_goods_and_the_delivery_is_owed_back() {
    Order order = parcel(10);

    Order changed = desk.amend(order, change(order).withDelivery(pickup(Shop.LON)), "fetch");

    assertThat(changed.due()).isEqualTo(order.due().minus(gbp("3.95")));
    assertThat(changed.promise().latest()).isEqualTo(Shop.START.plus(Duration.ofHours(2)));
    assertThat(jobs()).containsExactly("LON SHIP CANCELLED", "LON PICKUP OPEN");
    assertThat(allocated(Shop.LON)).isEqualTo(Quantity.of(10));
    Amendment amendment = changed.amendments().get(0);
    assertThat(amendment.delivery()).contains(order.delivery());
    assertThat(amendment.difference()).isEqualTo(gbp("-3.95"));
    assertThat(changed.history().get(1).what()).isEqualTo("amended");
    assertThat(OrderHistory.verify(changed)).isEmpty();
    orders.confirm(DESK, order.id());
    Fulfillment job = buying.jobs().get(1);
    PickupCode ready = fulfillment.makeReady(DESK, job.id());
    fulfillment.collect(DESK.withLocation(Shop.LON), job.id(), ready.code(), "Ada");
    assertThat(buying.order(order.id()).lines()).allMatch(line -> line.open().isZero());
    assertThat(buying.stock(Shop.MUG_RED, Shop.LON).onHand()).isEqualTo(Quantity.ZERO);
  }

  @Test
  void a_pickup_becomes_a_parcel_from_where_the_channel_sends() {
    Order order = pickedUp(Shop.DC, 4);
    DeliveryChoice parcel = DeliveryChoice.ship(Shop.STANDARD, Shop.address());

    AmendmentPreview shown = desk.preview(order, change(order).withDelivery(parcel));
    Order changed = desk.amend(order, change(order).withDelivery(parcel), "send");

    assertThat(shown.difference()).isEqualTo(gbp("3.95"));
    assertThat(changed.due()).isEqualTo(shown.after());
    assertThat(changed.promise().latest()).isEqualTo(Shop.START.plus(Duration.ofDays(3)));
    assertThat(jobs()).containsExactly("DC PICKUP CANCELLED", "LON SHIP OPEN");
    assertThat(allocated(Shop.DC)).isEqualTo(Quantity.ZERO);
    assertThat(allocated(Shop.LON)).isEqualTo(Quantity.of(4));
    orders.confirm(DESK, order.id());
    fulfillment.shipAll(DESK, buying.jobs().get(1).id(), Optional.empty(), key("ship"));
    assertThat(buying.order(order.id()).lines()).allMatch(line -> line.open().isZero());
  }

  @Test
  void a_faster_parcel_takes_the_same_goods_and_its_job_knows_the_new_promise() {
    Order order = parcel(3);

    Order changed =
        desk.amend(
            order,
            change(order).withDelivery(DeliveryChoice.ship(Shop.EXPRESS, Shop.address())),
            "faster");

    assertThat(changed.amendments().get(0).difference()).isEqualTo(gbp("4.00"));
    assertThat(changed.groups()).isEqualTo(order.groups());
    assertThat(jobs()).containsExactly("LON SHIP OPEN");
    assertThat(changed.promise().latest()).isEqualTo(Shop.START.plus(Duration.ofDays(1)));
    assertThat(buying.jobs().get(0).promisedBy()).isEqualTo(changed.promise().latest());
  }

  @Test
  void a_pickup_at_another_place_with_more_and_less_is_one_amendment() {
    CartId cart = buying.mugs(Shop.ADA, 4);
    buying.carts.add(Shop.ADA, cart, Shop.TEE_M, Quantity.of(2));
    buying.carts.deliver(Shop.ADA, cart, pickup(Shop.LON));
    Order order = buying.order(buying.place(cart, "place"));
    AmendmentRequest request =
        change(order)
            .withDelivery(pickup(Shop.DC))
            .withQuantity(line(order, Shop.MUG_RED), Quantity.of(1))
            .withQuantity(line(order, Shop.TEE_M), Quantity.of(5))
            .adding(NewLine.of(Shop.BOOK, Quantity.ONE));

    Order changed = desk.amend(order, request, "all");

    assertThat(jobs()).containsExactly("LON PICKUP CANCELLED", "DC PICKUP OPEN");
    assertThat(changed.lines()).allMatch(one -> one.openAt(Shop.DC).equals(one.ordered()));
    assertThat(allocated(Shop.LON)).isEqualTo(Quantity.ZERO);
    assertThat(allocated(Shop.DC)).isEqualTo(Quantity.ONE);
    assertThat(buying.stock(Shop.TEE_M, Shop.DC).allocated()).isEqualTo(Quantity.of(5));
    buying.checkouts.cancel(Shop.ADA, order.id(), "no", key("cancel"));
    assertThat(allocated(Shop.DC)).isEqualTo(Quantity.ZERO);
  }

  @Test
  void instructions_follow_the_order_unless_there_are_others() {
    CartId cart = buying.mugs(Shop.ADA, 1);
    buying.carts.deliver(
        Shop.ADA,
        cart,
        DeliveryChoice.ship(Shop.STANDARD, Shop.address())
            .withInstructions("ring twice")
            .when(When.NOT_HOME, "leave it with the porter"));
    Order order = buying.order(buying.place(cart, "place"));

    Order fetched = desk.amend(order, change(order).withDelivery(pickup(Shop.LON)), "fetch");
    Order again =
        desk.amend(
            fetched,
            change(fetched)
                .withDelivery(
                    DeliveryChoice.ship(Shop.EXPRESS, Shop.address()).withInstructions("call")),
            "send");

    assertThat(fetched.delivery().instructions()).isEqualTo("ring twice");
    assertThat(fetched.delivery().conditional()).isEqualTo(order.delivery().conditional());
    assertThat(again.delivery().instructions()).isEqualTo("call");
    assertThat(again.delivery().conditional()).isEqualTo(order.delivery().conditional());
  }

  @Test
  void what_nobody_carries_goes_where_the_goods_go() {
    Sku wrapping = Sku.of("WRAPPING");
    buying.shop.sell(CatalogEntry.of(wrapping, "Gift wrapping").withShippable(false));
    buying.shop.price(wrapping, "2.00");
    CartId cart = buying.mugs(Shop.ADA, 2);
    buying.carts.add(Shop.ADA, cart, wrapping, Quantity.ONE);
    Order order = buying.order(buying.place(cart, "place"));

    Order changed = desk.amend(order, change(order).withDelivery(pickup(Shop.DC)), "fetch");
    Order moved = buying.checkouts.changePickup(Shop.ADA, order.id(), Shop.LON, key("move"));

    assertThat(changed.lines()).allMatch(line -> line.openAt(Shop.DC).equals(line.ordered()));
    assertThat(moved.lines()).allMatch(line -> line.openAt(Shop.LON).equals(line.ordered()));
    List<Fulfillment> jobs = buying.jobs();
    assertThat(jobs.get(jobs.size() - 1).lines()).hasSize(2);
  }

  @Test
  void promotions_that_gave_something_give_it_for_the_way_it_goes_now() {
    Benefit half = new Benefit.ShippingPercent(BigDecimal.valueOf(50), Set.of());
    Benefit whole = new Benefit.ShippingPercent(BigDecimal.valueOf(100), Set.of(Shop.EXPRESS));
    promotions(Campaigns.promotion("half", half));
    Order order = parcel(2);
    promotions(Campaigns.promotion("half", whole));

    Order faster =
        desk.amend(
            order,
            change(order).withDelivery(DeliveryChoice.ship(Shop.EXPRESS, Shop.address())),
            "faster");
    Order fetched = desk.amend(faster, change(faster).withDelivery(pickup(Shop.LON)), "fetch");

    assertThat(order.totals().adjustments()).isEqualTo(gbp("-1.98"));
    assertThat(faster.totals().charges()).isEqualTo(gbp("7.95"));
    assertThat(faster.totals().adjustments()).isEqualTo(gbp("-3.98"));
    assertThat(fetched.due()).isEqualTo(gbp("9.98"));
    assertThat(replayed(faster)).isEqualTo(fetched.due());
  }

  private void promotions(Promotion promotion) {
    desk.promotions.save(DESK, List.of(promotion));
  }

  @Test
  void another_region_has_its_own_taxes_and_the_same_one_those_that_were_frozen() {
    rates("5");
    Order order = parcel(2);
    rates("9");
    Address other = Address.of("Ada", "1 High Street", "London", "SW1A 1AA", Shop.GB);

    Order near =
        desk.amend(
            order, change(order).withDelivery(DeliveryChoice.ship(Shop.STANDARD, other)), "near");
    Order far =
        desk.amend(
            near, change(near).withDelivery(DeliveryChoice.ship(Shop.STANDARD, isle())), "far");

    assertThat(order.totals().taxAdded()).isEqualTo(gbp("0.70"));
    assertThat(near.totals()).isEqualTo(order.totals());
    assertThat(far.totals().taxAdded()).isEqualTo(gbp("0.00"));
    assertThat(replayed(far)).isEqualTo(far.totals().grand());
  }

  @Test
  void what_is_not_offered_is_refused_by_its_name_and_changes_nothing() {
    DeliveryMethodId local = DeliveryMethodId.of("local");
    buying
        .shop
        .deliveries()
        .save(
            Shop.staff(DeliveryService.EDIT),
            DeliveryMethod.ship(
                    local, "Local", new LeadTime(Duration.ZERO, Duration.ZERO), gbp("1.00"))
                .withCountries(CountryCode.of("FR"))
                .withChannels(Shop.APP, Shop.WEB));
    DeliveryMethodId inApp = DeliveryMethodId.of("in-app");
    buying
        .shop
        .deliveries()
        .save(
            Shop.staff(DeliveryService.EDIT),
            DeliveryMethod.pickup(
                    inApp, "App", new LeadTime(Duration.ZERO, Duration.ZERO), gbp("0.00"))
                .withChannels(Shop.APP));
    LocationId way = LocationId.of("WAY");
    buying
        .shop
        .channels()
        .save(
            Shop.staff(ChannelService.EDIT),
            Location.of(way, "On its way", Location.Kind.IN_TRANSIT, ZoneOffset.UTC));
    Order order = parcel(2);
    Map<String, DeliveryChoice> wrong =
        Map.of(
            "delivery.unknown_method",
            DeliveryChoice.pickup(DeliveryMethodId.of("drone"), Shop.LON),
            "channel.unknown_location",
            pickup(LocationId.of("MOON")));
    List<DeliveryChoice> notOffered =
        List.of(
            DeliveryChoice.ship(local, Shop.address()),
            DeliveryChoice.pickup(inApp, Shop.LON),
            DeliveryChoice.ship(Shop.PICKUP, Shop.address()),
            DeliveryChoice.pickup(Shop.EXPRESS, Shop.LON),
            pickup(way));
    String before = buying.dump();

    wrong.forEach(
        (code, to) ->
            assertThat(refused(() -> desk.preview(order, change(order).withDelivery(to))))
                .isEqualTo(code));
    notOffered.forEach(
        to ->
            assertThat(refused(() -> desk.preview(order, change(order).withDelivery(to))))
                .isEqualTo("delivery.not_offered"));
    assertThat(buying.dump()).isEqualTo(before);
  }

  @Test
  void a_place_that_has_too_little_is_refused_and_nothing_changes() {
    Order order = parcel(11);
    AmendmentRequest request = change(order).withDelivery(pickup(Shop.LON));
    String shown = desk.preview(order, request).fingerprint();
    String before = buying.dump();

    assertThat(order.lines().get(0).openAt(Shop.DC)).isEqualTo(Quantity.of(11));
    assertThat(refused(() -> desk.amend(order, request, shown, "fetch")))
        .isEqualTo("inventory.out_of_stock");
    assertThat(buying.dump()).isEqualTo(before);
  }

  @Test
  void what_was_picked_or_has_left_goes_the_way_it_was_to() {
    Order order = parcel(2);
    AmendmentRequest fetch = change(order).withDelivery(pickup(Shop.LON));
    String shown = desk.preview(order, fetch).fingerprint();
    orders.confirm(DESK, order.id());
    Order confirmed = buying.order(order.id());
    AmendmentRequest later = change(confirmed).withDelivery(pickup(Shop.LON));
    String seen = desk.preview(confirmed, later).fingerprint();
    fulfillment.pick(DESK, buying.jobs().get(0).id());
    String before = buying.dump();

    assertThat(refused(() -> desk.amend(order, fetch, shown, "stale")))
        .isEqualTo("order.version_conflict");
    assertThat(refused(() -> desk.amend(confirmed, later, seen, "late")))
        .isEqualTo("checkout.not_changeable");
    assertThat(buying.dump()).isEqualTo(before);
    AmendmentRequest faster =
        change(confirmed).withDelivery(DeliveryChoice.ship(Shop.EXPRESS, Shop.address()));
    String fast = desk.preview(confirmed, faster).fingerprint();
    fulfillment.pack(DESK, buying.jobs().get(0).id());
    assertThat(refused(() -> desk.amend(confirmed, faster, fast, "late")))
        .isEqualTo("checkout.not_changeable");
    fulfillment.shipAll(DESK, buying.jobs().get(0).id(), Optional.empty(), key("ship"));
    Order gone = buying.order(order.id());
    assertThat(refused(() -> desk.preview(gone, change(gone).withDelivery(pickup(Shop.LON)))))
        .isEqualTo("checkout.not_changeable");
  }

  @Test
  void a_pickup_that_is_ready_is_not_sent_and_a_repeat_sends_once() {
    Order order = pickedUp(Shop.LON, 2);
    DeliveryChoice parcel = DeliveryChoice.ship(Shop.STANDARD, Shop.address());
    AmendmentRequest request = change(order).withDelivery(parcel);
    String shown = desk.preview(order, request).fingerprint();

    Order sent = desk.amend(order, request, shown, "send");

    assertThat(desk.amend(order, request, shown, "send")).isEqualTo(sent);
    assertThat(buying.order(order.id()).amendments()).hasSize(1);
    orders.confirm(DESK, order.id());
    Order confirmed = buying.order(order.id());
    Order back = desk.amend(confirmed, change(confirmed).withDelivery(pickup(Shop.LON)), "fetch");
    assertThat(back.due()).isEqualTo(order.due());
    Fulfillment job = buying.jobs().get(2);
    fulfillment.makeReady(DESK, job.id());
    assertThat(refused(() -> desk.preview(back, change(back).withDelivery(parcel))))
        .isEqualTo("checkout.not_changeable");
  }

  private void rates(String standard) {
    CountryCode gb = Shop.GB;
    TaxArea mainland = TaxArea.within(Destination.parse("GB/SW"));
    buying
        .shop
        .taxes()
        .save(
            Shop.staff(TaxService.EDIT),
            new TaxZone(
                "uk",
                List.of(
                    TaxRate.added("GB-STANDARD", "standard", standard, gb).withArea(mainland),
                    TaxRate.added("GB-ISLE", "standard", "0", gb)
                        .withArea(TaxArea.within(Destination.parse("GB/IM"))),
                    TaxRate.added("GB-ZERO", "zero", "0", gb))));
  }

  private static Address isle() {
    return Address.of("Ada", "1 Prom", "Douglas", "IM1 2AB", Shop.GB);
  }

  private Money replayed(Order order) {
    return buying
        .shop
        .pricing()
        .replay(orders.pricedFrom(DESK, order.id()).orElseThrow())
        .totals()
        .grand();
  }

  private Order parcel(int mugs) {
    return buying.order(buying.place(buying.mugs(Shop.ADA, mugs), "place"));
  }

  private Order pickedUp(LocationId at, int mugs) {
    CartId cart = buying.mugs(Shop.ADA, mugs);
    buying.carts.deliver(Shop.ADA, cart, pickup(at));
    return buying.order(buying.place(cart, "place"));
  }

  private static DeliveryChoice pickup(LocationId at) {
    return DeliveryChoice.pickup(Shop.PICKUP, at);
  }

  private static LineId line(Order order, Sku sku) {
    return order.lines().stream()
        .map(OrderLine::priced)
        .filter(priced -> priced.sku().equals(sku))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private List<String> jobs() {
    return buying.jobs().stream()
        .map(job -> job.location() + " " + job.kind() + " " + job.step())
        .toList();
  }

  private Quantity allocated(LocationId location) {
    return buying.stock(Shop.MUG_RED, location).allocated();
  }
}
