package io.omnicommerce.core.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Component;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.Shop;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.delivery.Handling;
import io.omnicommerce.delivery.SourcingQuestion;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentStep;
import io.omnicommerce.fulfillment.PickupCode;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.Transfer;
import io.omnicommerce.inventory.TransferArrival;
import io.omnicommerce.inventory.TransferStatus;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderHistory;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.pricing.LineId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Pickups at a store that has too little, and is sent the rest. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoreTransferServiceTest {

  private final SuppliedStore store = new SuppliedStore();
  private final Journey shop = store.shop;

  @AfterEach
  void the_books_balance() {
    assertThat(shop.storage.maintenance().audit(List.of())).isEmpty();
  }

  @Test
  void a_store_that_is_not_sent_anything_promises_what_it_has() {
    shop.commerce.delivery().save(shop.office, Handling.of(Shop.LON, Duration.ofHours(2)));

    CheckoutOutcome outcome = place(cart(12, 3));

    assertThat(((CheckoutOutcome.Refused) outcome).reasons())
        .extracting(Refusal::code)
        .extracting(Object::toString)
        .containsExactly("inventory.out_of_stock");
  }

  @Test
  void what_the_store_has_not_is_sent_there_and_fetched_with_the_rest() {
    Order order = placed(12, 3);

    assertThat(line(order, Shop.MUG_RED).openAt(Shop.DC)).isEqualTo(Quantity.of(12));
    assertThat(line(order, Shop.TEE_M).openAt(Shop.LON)).isEqualTo(Quantity.of(3));
    assertThat(jobs(order)).containsExactly("DC SHIP OPEN", "LON PICKUP OPEN");
    assertThat(store.job(order, 0).to()).contains(Shop.LON);
    refused("fulfillment.not_arrived", () -> makeReady(store.job(order, 1)));
    refused(
        "fulfillment.not_arrived",
        () -> shop.commerce.fulfillment().pick(shop.london, store.job(order, 1).id()));

    store.send(order, 0);

    Transfer transfer = expected();
    assertThat(transfer.status()).isEqualTo(TransferStatus.IN_TRANSIT);
    assertThat(transfer.purpose().orElseThrow().id()).isEqualTo(order.id().value());
    assertThat(jobs(order)).containsExactly("DC SHIP SHIPPED", "LON PICKUP OPEN");
    assertThat(store.job(order, 1).lines()).hasSize(2);
    assertThat(store.mugs(Shop.DC).onHand()).isEqualTo(Quantity.of(88));
    assertThat(store.mugs(Shop.DC).allocated()).isEqualTo(Quantity.ZERO);
    assertThat(store.mugs(Shop.LON).onHand()).isEqualTo(Quantity.of(10));
    refused("fulfillment.not_arrived", () -> makeReady(store.job(order, 1)));

    arrive(transfer, 12, 0, 0, "arrival");

    assertThat(store.mugs(Shop.LON).onHand()).isEqualTo(Quantity.of(22));
    assertThat(store.mugs(Shop.LON).allocated()).isEqualTo(Quantity.of(12));
    assertThat(available(Shop.LON)).isEqualTo(Quantity.of(10));
    assertThat(order(order).line(line(order, Shop.MUG_RED).priced().id()).orElseThrow())
        .satisfies(line -> assertThat(line.thereAt(Shop.LON)).isEqualTo(Quantity.of(12)));
    collect(order, 1);
    assertThat(order(order).lines()).allMatch(line -> line.open().isZero());
    assertThat(store.mugs(Shop.LON).onHand()).isEqualTo(Quantity.of(10));
    assertThat(OrderHistory.verify(order(order))).isEmpty();
    assertThat(store.expected()).isEmpty();
  }

  @Test
  void the_promise_counts_the_way_to_the_store_whoever_asks() {
    Instant wednesday = Instant.parse("2026-03-04T11:00:00Z");

    CartId cart = cart(12, 1);
    Instant offered =
        shop.commerce.carts().deliveries(Shop.ADA, cart, Optional.empty()).offered().stream()
            .filter(offer -> offer.method().id().equals(Shop.PICKUP))
            .findFirst()
            .orElseThrow()
            .promise()
            .latest();
    Order order = shop.placed(Shop.ADA, cart, Tender.card("tok_visa"));

    assertThat(order.promise().earliest()).isEqualTo(Instant.parse("2026-03-03T11:00:00Z"));
    assertThat(order.promise().latest()).isEqualTo(wednesday);
    assertThat(offered).isEqualTo(wednesday);
    assertThat(
            shop.commerce
                .delivery()
                .promise(
                    Shop.ADA,
                    Shop.PICKUP,
                    SourcingQuestion.of(List.of(SkuQuantity.of(Shop.MUG_RED, Quantity.of(12))))
                        .at(Shop.LON))
                .orElseThrow()
                .latest())
        .isEqualTo(wednesday);
    assertThat(placed(2, 1).promise().latest()).isEqualTo(Shop.START.plus(Duration.ofHours(2)));
  }

  @Test
  void what_gets_lost_on_the_way_is_told_and_can_be_sent_again() {
    Order order = placed(12, 1);
    store.send(order, 0);

    arrive(expected(), 7, 2, 3, "arrival");

    Order short7 = order(order);
    assertThat(short7.history().get(short7.history().size() - 1).what()).isEqualTo("arrived_short");
    assertThat(line(short7, Shop.MUG_RED).unallocated()).isEqualTo(Quantity.of(5));
    assertThat(store.mugs(Shop.LON).allocated()).isEqualTo(Quantity.of(7));
    assertThat(store.mugs(Shop.LON).quarantined()).isEqualTo(Quantity.of(2));
    shop.commerce.inventory().keepBack(shop.office, Shop.LON, Shop.MUG_RED, Quantity.of(50));
    List<Fulfillment> again =
        shop.commerce.fulfillment().sourceAgain(shop.office, order.id(), key("again"));
    assertThat(again).singleElement().matches(job -> job.to().isPresent());
    refused("fulfillment.not_arrived", () -> makeReady(store.job(order, 1)));
    store.send(order, 2);
    arrive(expected(), 5, 0, 0, "second");
    collect(order, 1);
    assertThat(order(order).lines()).allMatch(line -> line.open().isZero());
    assertThat(store.mugs(Shop.LON).onHand()).isEqualTo(Quantity.of(10));
  }

  @Test
  void what_got_lost_may_be_cancelled_and_the_rest_is_fetched() {
    Order order = placed(12, 1);
    store.send(order, 0);
    arrive(expected(), 10, 0, 2, "arrival");

    cancel(order, 2, "lost");

    collect(order, 1);
    assertThat(order(order).lines()).allMatch(line -> line.open().isZero());
    assertThat(line(order(order), Shop.MUG_RED).shipped()).isEqualTo(Quantity.of(10));
  }

  @Test
  void goods_may_be_sent_and_arrive_in_parts_and_a_repeat_changes_nothing() {
    Order order = placed(12, 1);
    LineId mugs = line(order, Shop.MUG_RED).priced().id();
    sendPart(order, mugs, 5, "first");
    sendPart(order, mugs, 5, "first");
    sendPart(order, mugs, 7, "rest");
    List<Transfer> transfers = store.expected();

    assertThat(transfers).hasSize(2);
    arrive(transfers.get(0), 2, 0, 0, "a");
    arrive(transfers.get(0), 2, 0, 0, "a");
    arrive(transfers.get(1), 7, 0, 0, "b");
    refused("fulfillment.not_arrived", () -> makeReady(store.job(order, 1)));
    arrive(transfers.get(0), 3, 0, 0, "c");

    assertThat(store.mugs(Shop.LON).allocated()).isEqualTo(Quantity.of(12));
    assertThat(jobs(order)).containsExactly("DC SHIP SHIPPED", "LON PICKUP OPEN");
    collect(order, 1);
  }

  @Test
  void what_is_cancelled_on_its_way_arrives_on_the_shelf() {
    Order order = placed(12, 1);
    store.send(order, 0);

    cancel(order, 4, "part");
    arrive(expected(), 6, 0, 0, "first");
    cancel(order, 5, "more");
    arrive(expected(), 6, 0, 0, "second");

    assertThat(line(order(order), Shop.MUG_RED).thereAt(Shop.LON)).isEqualTo(Quantity.of(3));
    assertThat(store.mugs(Shop.LON).allocated()).isEqualTo(Quantity.of(3));
    assertThat(available(Shop.LON)).isEqualTo(Quantity.of(19));
    collect(order, 1);
  }

  @Test
  void an_order_that_is_cancelled_frees_what_is_on_its_way_and_what_is_not() {
    Order sent = placed(12, 1);
    store.send(sent, 0);
    Order waiting = placed(20, 1);

    shop.commerce.checkout().cancel(Shop.ADA, sent.id(), "no", key("cancel-sent"));
    shop.commerce.checkout().cancel(Shop.ADA, waiting.id(), "no", key("cancel-waiting"));
    arrive(expected(), 12, 0, 0, "arrival");

    assertThat(jobs(sent)).containsExactly("DC SHIP SHIPPED", "LON PICKUP CANCELLED");
    assertThat(jobs(waiting)).containsExactly("DC SHIP CANCELLED", "LON PICKUP CANCELLED");
    assertThat(available(Shop.LON)).isEqualTo(Quantity.of(22));
    assertThat(available(Shop.DC)).isEqualTo(Quantity.of(88));
  }

  @Test
  void a_pickup_that_moves_while_goods_are_on_their_way_leaves_them_to_the_shelf() {
    shop.commerce
        .inventory()
        .receive(
            shop.office,
            key("to-manchester"),
            Journey.MANCHESTER,
            List.of(
                SkuQuantity.of(Shop.MUG_RED, Quantity.of(12)),
                SkuQuantity.of(Shop.TEE_M, Quantity.of(12))));
    Order order = placed(12, 1);
    store.send(order, 0);

    shop.commerce.checkout().changePickup(Shop.ADA, order.id(), Journey.MANCHESTER, key("move"));
    arrive(expected(), 12, 0, 0, "arrival");

    assertThat(jobs(order))
        .containsExactly("DC SHIP SHIPPED", "LON PICKUP CANCELLED", "MAN PICKUP OPEN");
    assertThat(available(Shop.LON)).isEqualTo(Quantity.of(22));
    assertThat(order(order).lines())
        .allMatch(line -> line.thereAt(Journey.MANCHESTER).equals(line.ordered()));
  }

  @Test
  void what_was_not_there_to_be_sent_is_sent_from_where_it_is() {
    Order order = placed(12, 1);
    shop.commerce
        .fulfillment()
        .shortPick(
            shop.office,
            store.job(order, 0).id(),
            line(order, Shop.MUG_RED).priced().id(),
            Quantity.of(12),
            "gone",
            key("short"));
    shop.commerce.inventory().keepBack(shop.office, Shop.DC, Shop.MUG_RED, Quantity.of(1_000));
    shop.commerce
        .inventory()
        .receive(
            shop.office,
            key("more"),
            Shop.LON,
            List.of(SkuQuantity.of(Shop.MUG_RED, Quantity.of(5))));

    shop.commerce.fulfillment().sourceAgain(shop.office, order.id(), key("again"));

    assertThat(jobs(order))
        .containsExactly("DC SHIP CANCELLED", "LON PICKUP OPEN", "LON PICKUP OPEN");
    assertThat(store.mugs(Shop.LON).allocated()).isEqualTo(Quantity.of(12));
  }

  @Test
  void a_channels_allotment_goes_with_the_goods() {
    shop.commerce.availability().allot(shop.office, Shop.WEB, Shop.MUG_RED, Quantity.of(20));
    Order order = placed(12, 1);
    store.send(order, 0);
    arrive(expected(), 9, 0, 0, "first");
    assertThat(allotted()).isEqualTo(Quantity.of(8));
    arrive(expected(), 0, 0, 3, "second");

    assertThat(allotted()).isEqualTo(Quantity.of(11));
    shop.commerce.checkout().cancel(Shop.ADA, order.id(), "no", key("cancel"));

    assertThat(allotted()).isEqualTo(Quantity.of(20));
  }

  @Test
  void a_bundle_is_fetched_once_all_it_consists_of_has_arrived() {
    Sku set = Sku.of("SET");
    shop.commerce
        .catalog()
        .save(
            shop.office,
            List.of(
                CatalogEntry.of(set, "Two mugs and a tee")
                    .withComponents(
                        List.of(
                            new Component(Shop.MUG_RED, Quantity.of(2)),
                            new Component(Shop.TEE_M, Quantity.ONE)))));
    shop.commerce.prices().save(shop.office, List.of(PriceEntry.of(Shop.BASE, set, unit("20.00"))));
    CartId cart = shop.pickupCart(Shop.ADA, set, 8);
    Order order =
        shop.commerce
            .orders()
            .confirm(shop.office, shop.placed(Shop.ADA, cart, Tender.card("tok_visa")).id());
    assertThat(jobs(order)).containsExactly("DC SHIP OPEN");
    store.send(order, 0);

    shop.commerce
        .transfers()
        .receive(
            shop.office,
            key("arrival"),
            expected().id(),
            List.of(
                new TransferArrival(Shop.MUG_RED, Quantity.of(15), Quantity.ZERO, Quantity.ONE),
                TransferArrival.good(Shop.TEE_M, Quantity.of(8))));

    assertThat(order(order).lines().get(0).thereAt(Shop.LON)).isEqualTo(Quantity.of(7));
    assertThat(order(order).lines().get(0).unallocated()).isEqualTo(Quantity.ONE);
    assertThat(available(Shop.LON)).isEqualTo(Quantity.of(11));
    collect(order, 1);
    assertThat(store.mugs(Shop.LON).onHand()).isEqualTo(Quantity.of(11));
  }

  @Test
  void what_others_wait_for_at_the_store_does_not_get_what_was_sent_for_an_order() {
    shop.commerce.availability().backorder(shop.office, Shop.LON, Shop.MUG_RED, Quantity.of(50));
    Order order = placed(12, 1);
    store.send(order, 0);

    arrive(expected(), 12, 0, 0, "arrival");

    assertThat(line(order(order), Shop.MUG_RED).thereAt(Shop.LON)).isEqualTo(Quantity.of(12));
    assertThat(available(Shop.LON)).isEqualTo(Quantity.of(10));
  }

  @Test
  void what_the_warehouse_has_only_promised_is_sent_once_it_is_there() {
    shop.commerce.availability().backorder(shop.office, Shop.DC, Shop.MUG_RED, Quantity.of(200));
    Order order = placed(150, 1);

    assertThat(jobs(order)).containsExactly("DC SHIP OPEN", "LON PICKUP OPEN");
    assertThat(line(order, Shop.MUG_RED).awaited().isZero()).isFalse();
    refused("fulfillment.not_arrived", () -> store.send(order, 0));
    shop.commerce
        .inventory()
        .receive(
            shop.office,
            key("delivery"),
            Shop.DC,
            List.of(SkuQuantity.of(Shop.MUG_RED, Quantity.of(200))));

    assertThat(line(order(order), Shop.MUG_RED).thereAt(Shop.DC)).isEqualTo(Quantity.of(150));
    store.send(order, 0);
    arrive(expected(), 150, 0, 0, "arrival");
    collect(order, 1);
    assertThat(order(order).lines()).allMatch(line -> line.open().isZero());
    assertThat(store.mugs(Shop.DC).onHand()).isEqualTo(Quantity.of(150));
  }

  private static UnitPrice unit(String amount) {
    return UnitPrice.of(amount, Shop.GBP);
  }

  private Quantity allotted() {
    return shop.commerce
        .inventory()
        .availableToSell(Shop.ADA, List.of(Shop.MUG_RED))
        .getOrDefault(Shop.MUG_RED, Quantity.ZERO);
  }

  private CartId cart(int mugs, int tees) {
    CartId cart = shop.commerce.carts().open(Shop.ADA, Shop.GBP);
    shop.commerce.carts().add(Shop.ADA, cart, Shop.MUG_RED, Quantity.of(mugs));
    shop.commerce.carts().add(Shop.ADA, cart, Shop.TEE_M, Quantity.of(tees));
    shop.commerce.carts().contact(Shop.ADA, cart, BuyerContact.of("Ada", Journey.ADAS_EMAIL));
    shop.commerce.carts().deliver(Shop.ADA, cart, DeliveryChoice.pickup(Shop.PICKUP, Shop.LON));
    return cart;
  }

  private CheckoutOutcome place(CartId cart) {
    return shop.commerce
        .checkout()
        .place(Shop.ADA, cart, Tender.card("tok_visa"), key("place-" + cart));
  }

  private Order placed(int mugs, int tees) {
    Order order = shop.placed(Shop.ADA, cart(mugs, tees), Tender.card("tok_visa"));
    return shop.commerce.orders().confirm(shop.office, order.id());
  }

  private Order order(Order order) {
    return shop.commerce.orders().get(shop.office, order.id());
  }

  private static OrderLine line(Order order, Sku sku) {
    return order.lines().stream()
        .filter(line -> line.priced().sku().equals(sku))
        .findFirst()
        .orElseThrow();
  }

  private List<String> jobs(Order order) {
    return shop.commerce.fulfillment().ofOrder(shop.office, order.id()).stream()
        .map(job -> job.location() + " " + job.kind() + " " + job.step())
        .toList();
  }

  private void sendPart(Order order, LineId line, int units, String key) {
    shop.commerce
        .fulfillment()
        .ship(
            shop.office,
            store.job(order, 0).id(),
            Map.of(line, Quantity.of(units)),
            Optional.empty(),
            key(key));
  }

  private Transfer expected() {
    return store.expected().get(0);
  }

  private void arrive(Transfer transfer, int good, int damaged, int lost, String key) {
    List<TransferArrival> arrived =
        transfer.lines().stream()
            .filter(line -> line.sku().equals(Shop.MUG_RED))
            .map(
                line ->
                    new TransferArrival(
                        line.sku(), Quantity.of(good), Quantity.of(damaged), Quantity.of(lost)))
            .toList();
    shop.commerce.transfers().receive(shop.office, key(key), transfer.id(), arrived);
  }

  private PickupCode makeReady(Fulfillment job) {
    return shop.commerce.fulfillment().makeReady(shop.london, job.id());
  }

  private void collect(Order order, int job) {
    PickupCode ready = makeReady(store.job(order, job));
    Fulfillment collected =
        shop.commerce
            .fulfillment()
            .collect(shop.london, store.job(order, job).id(), ready.code(), "Ada");
    assertThat(collected.step()).isEqualTo(FulfillmentStep.COLLECTED);
  }

  private void cancel(Order order, int mugs, String key) {
    shop.commerce
        .checkout()
        .cancel(
            shop.office,
            order.id(),
            Map.of(line(order, Shop.MUG_RED).priced().id(), Quantity.of(mugs)),
            "not wanted",
            key(key));
  }

  private Quantity available(LocationId location) {
    return store.mugs(location).available();
  }

  private static IdempotencyKey key(String key) {
    return IdempotencyKey.of(key);
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            CommerceException.class, refused -> assertThat(refused.code().value()).isEqualTo(code));
  }
}
