package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.key;
import static io.omnicommerce.core.checkout.OrderDesk.DESK;
import static io.omnicommerce.core.checkout.OrderDesk.change;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.cart.NewLine;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Component;
import io.omnicommerce.catalog.QuantityRule;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.checkout.AmendmentRequest;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Reference;
import io.omnicommerce.common.Version;
import io.omnicommerce.core.Shop;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.fulfillment.FulfillmentStep;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.order.OrderStatus;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.PromotionService;
import io.omnicommerce.storage.OutboxRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Amendments, and parts that are cancelled: what they may ask for, and what becomes of goods. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AmendedGoodsServiceTest {

  private static final Sku SET = Sku.of("SET");

  private final OrderDesk desk = new OrderDesk();
  private final Buying buying = desk.buying;
  private final OrderService orders = desk.orders;
  private final FulfillmentService fulfillment = desk.fulfillment;
  private final PromotionService promotions = desk.promotions;

  @AfterEach
  void the_books_balance() {
    assertThat(buying.audit()).isEmpty();
  }

  @Test
  void what_is_not_on_the_shelf_is_what_was_held_however_the_bundle_is_made_up_by_then() {
    sellSet(Component.of(Shop.MUG_RED, Quantity.of(2)), Component.of(Shop.TEE_M, Quantity.ONE));
    buying.shop.price(SET, "9.99");
    Order order = placed(SET, 2);
    LineId line = id(order, 0);
    sellSet(Component.of(Shop.MUG_BLUE, Quantity.ONE));
    Order amended = desk.amend(order, change(order).withQuantity(line, Quantity.of(5)), "more");
    orders.confirm(DESK, amended.id());
    Fulfillment added = buying.jobs().get(1);

    fulfillment.shortPick(
        DESK,
        added.id(),
        line,
        Quantity.of(2),
        List.of(SkuQuantity.of(Shop.MUG_BLUE, Quantity.of(2))),
        "not there",
        key("short"));

    assertThat(onHand(Shop.MUG_BLUE)).isEqualTo(Quantity.of(8));
    assertThat(onHand(Shop.MUG_RED)).isEqualTo(Quantity.of(10));
    assertThat(onHand(Shop.TEE_M)).isEqualTo(Quantity.of(10));
  }

  @Test
  void what_is_not_sold_any_more_is_not_added_and_there_is_no_more_of_it() {
    Order order = placed(Shop.MUG_RED, 3);
    buying.shop.sell(entry(Shop.MUG_RED).withDiscontinued(true));
    buying.shop.sell(entry(Shop.BOOK).withDiscontinued(true));

    refused("catalog.not_sellable", order, change(order).withQuantity(id(order, 0), four()));
    refused("catalog.not_sellable", order, adding(order, Shop.BOOK, 1));
    Order less = desk.amend(order, change(order).withQuantity(id(order, 0), Quantity.ONE), "less");
    assertThat(less.lines().get(0).open()).isEqualTo(Quantity.ONE);
  }

  @Test
  void quantities_that_a_cart_would_refuse_are_refused() {
    buying.shop.sell(
        entry(Shop.BOOK)
            .withQuantities(new QuantityRule(Quantity.of(6), Quantity.of(12), Quantity.of(6))));
    Order order = placed(Shop.BOOK, 6);
    LineId books = id(order, 0);

    refused("quantity.invalid", order, change(order).withQuantity(books, Quantity.of(7)));
    refused("quantity.invalid", order, change(order).withQuantity(books, Quantity.of(3)));
    refused("quantity.invalid", order, adding(order, Shop.BOOK, 2));
    refused("cart.limit_exceeded", order, change(order).withQuantity(books, Quantity.of(18)));
    refused(
        "cart.limit_exceeded",
        order,
        adding(order, Shop.BOOK, 6).adding(NewLine.of(Shop.BOOK, Quantity.of(6))));
    Order twelve = desk.amend(order, adding(order, Shop.BOOK, 6), "all");
    refused("cart.limit_exceeded", twelve, adding(twelve, Shop.BOOK, 6));
    desk.amend(twelve, change(twelve).without(books), "less");
  }

  @Test
  void a_gift_is_not_amended_by_itself() {
    Order order = withGift();
    LineId gift = id(order, 1);

    refused("order.immutable", order, change(order).withQuantity(gift, Quantity.of(20)));
    refused("order.immutable", order, change(order).without(gift));
    refused(
        "order.immutable", order, change(order).withPrice(gift, UnitPrice.of("3.00", Shop.GBP)));
  }

  @Test
  void a_gift_that_was_cancelled_does_not_come_back() {
    Order order = withGift();
    Order without =
        buying.checkouts.cancel(
            DESK, order.id(), Map.of(id(order, 1), Quantity.ONE), "no gift", key("no-gift"));

    Order more = desk.amend(without, change(without).withQuantity(id(order, 0), four()), "more");
    Order dearer =
        desk.amend(
            more, change(more).withPrice(id(order, 0), UnitPrice.of("5", Shop.GBP)), "dearer");

    OrderLine gift = dearer.lines().get(1);
    assertThat(gift.cancelled()).isEqualTo(Quantity.ONE);
    assertThat(gift.open()).isEqualTo(Quantity.ZERO);
    assertThat(buying.stock(Shop.BOOK, Shop.LON).allocated()).isEqualTo(Quantity.ZERO);
    assertThat(dearer.due()).isEqualTo(dearer.totals().grand());
  }

  @Test
  void a_gift_goes_when_its_condition_goes_and_comes_with_it() {
    Order order = withGift();

    Order less = desk.amend(order, change(order).withQuantity(id(order, 0), Quantity.ONE), "less");
    assertThat(less.lines()).hasSize(1);
    Order again = desk.amend(less, change(less).withQuantity(id(order, 0), four()), "more");

    assertThat(again.lines().get(1).open()).isEqualTo(Quantity.ONE);
    assertThat(buying.stock(Shop.BOOK, Shop.LON).allocated()).isEqualTo(Quantity.ONE);
  }

  @Test
  void gifts_alone_are_no_order() {
    Order order = withGift();

    Order cancelled = cut(order, 3);

    assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(cancelled.due()).isEqualTo(Buying.gbp("0.00"));
    assertThat(buying.stock(Shop.BOOK, Shop.LON).allocated()).isEqualTo(Quantity.ZERO);
    assertThat(buying.jobs()).allMatch(job -> job.step() == FulfillmentStep.CANCELLED);
  }

  @Test
  void a_gift_is_cancelled_with_the_part_that_was_its_condition() {
    Order order = withGift();

    Order less = cut(order, 1);

    assertThat(less.status()).isEqualTo(OrderStatus.PLACED);
    assertThat(less.lines().get(1).cancelled()).isEqualTo(Quantity.ONE);
    assertThat(less.due()).isEqualTo(Buying.gbp("13.93"));
    assertThat(buying.stock(Shop.BOOK, Shop.LON).allocated()).isEqualTo(Quantity.ZERO);
    assertThat(less.amendments()).hasSize(1);
  }

  @Test
  void a_gift_whose_condition_holds_with_what_remains_stays() {
    gift("a-book", "10.00", Shop.BOOK);
    gift("screws", "5.00", Shop.SCREW);
    Order order = placed(Shop.MUG_RED, 5);

    assertThat(open(cut(order, 2))).containsExactly("3", "1", "1");
    assertThat(open(cut(order, 1))).containsExactly("2", "0", "1");
    assertThat(cut(order, 1).status()).isEqualTo(OrderStatus.PLACED);
    assertThat(open(buying.order(order.id()))).containsExactly("1", "0", "0");
  }

  @Test
  void a_gift_that_stays_when_another_goes_is_still_the_one_that_was_held() {
    gift("a-book", "10.00", Shop.BOOK);
    gift("screws", "5.00", Shop.SCREW);
    Order order = placed(Shop.MUG_RED, 3);

    Order less =
        desk.amend(order, change(order).withQuantity(id(order, 0), Quantity.of(2)), "less");

    OrderLine gift = less.lines().get(1);
    assertThat(less.lines()).hasSize(2);
    assertThat(gift.priced().sku()).isEqualTo(Shop.SCREW);
    assertThat(gift.allocations()).allMatch(from -> from.parts().get(0).sku().equals(Shop.SCREW));
    assertThat(gift.open()).isEqualTo(Quantity.ONE);
    assertThat(gift.unallocated()).isEqualTo(Quantity.ZERO);
    assertThat(buying.stock(Shop.BOOK, Shop.LON).allocated()).isEqualTo(Quantity.ZERO);
  }

  @Test
  void a_gift_that_has_left_stays() {
    Order order = withGift();
    orders.confirm(DESK, order.id());
    fulfillment.ship(
        DESK,
        buying.jobs().get(0).id(),
        Map.of(id(order, 1), Quantity.ONE),
        Optional.empty(),
        key("gift"));

    Order less = cut(order, 3);

    assertThat(less.lines().get(1).shipped()).isEqualTo(Quantity.ONE);
    assertThat(less.lines().get(1).cancelled()).isEqualTo(Quantity.ZERO);
    assertThat(open(less)).containsExactly("0", "0");
  }

  private static List<String> open(Order order) {
    return order.lines().stream().map(line -> line.open().toString()).toList();
  }

  private Order cut(Order order, int mugs) {
    return buying.checkouts.cancel(
        DESK,
        order.id(),
        Map.of(id(order, 0), Quantity.of(mugs)),
        "less",
        key("cut-" + buying.order(order.id()).version()));
  }

  @Test
  void each_change_of_a_job_is_told_with_the_next_version() {
    Order order = placed(Shop.MUG_RED, 5);
    Fulfillment job = buying.jobs().get(0);
    desk.amend(order, change(order).withQuantity(id(order, 0), four()), "less");
    buying.checkouts.cancel(
        Shop.ADA, order.id(), Map.of(id(order, 0), Quantity.ONE), "less", key("part"));
    orders.confirm(DESK, order.id());
    fulfillment.pick(DESK, job.id());

    long version = fulfillment.get(DESK, job.id()).version().value();
    assertThat(version).isEqualTo(4);
    assertThat(versions(Reference.of("fulfillment", job.id().value())))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, version).boxed().toList());
  }

  @Test
  void an_order_is_amended_so_often_and_no_more() {
    Order order = placed(Shop.MUG_RED, 1);
    for (int i = 0; i < OrderService.AMENDMENTS_MAX; i++) {
      UnitPrice price = UnitPrice.of(i % 2 == 0 ? "5.00" : "4.99", Shop.GBP);
      order = desk.amend(order, change(order).withPrice(id(order, 0), price), "amend-" + i);
    }

    refused("order.limit_exceeded", order, change(order).withQuantity(id(order, 0), four()));
    assertThat(order.amendments()).hasSize(OrderService.AMENDMENTS_MAX);
  }

  private List<Long> versions(Reference aggregate) {
    return buying.shop.storage().maintenance().outbox().unpublished(1_000).stream()
        .filter(event -> event.aggregate().equals(aggregate))
        .map(OutboxRecord::version)
        .map(Version::value)
        .toList();
  }

  private void sellSet(Component... components) {
    buying.shop.sell(CatalogEntry.of(SET, "A set").withComponents(List.of(components)));
  }

  private CatalogEntry entry(Sku sku) {
    return buying.shop.catalog().find(DESK, sku).orElseThrow();
  }

  private Order placed(Sku sku, int quantity) {
    return buying.order(buying.place(buying.cart(Shop.ADA, sku, quantity), "place"));
  }

  /** Three mugs, with a book for nothing. */
  private Order withGift() {
    gift("gift", "10.00", Shop.BOOK);
    Order order = placed(Shop.MUG_RED, 3);
    assertThat(order.lines()).hasSize(2);
    return order;
  }

  private void gift(String id, String from, Sku sku) {
    promotions.save(
        DESK,
        List.of(
            Promotion.of(PromotionId.of(id), id, new Benefit.Gift(List.of(sku), Quantity.ONE))
                .toBuilder()
                .when(new Condition.SubtotalAtLeast(Campaigns.amount(from), ItemFilter.ALL))
                .build()));
  }

  private static Quantity four() {
    return Quantity.of(4);
  }

  private static LineId id(Order order, int line) {
    return order.lines().get(line).priced().id();
  }

  private Quantity onHand(Sku sku) {
    return buying.stock(sku, Shop.LON).onHand();
  }

  private static AmendmentRequest adding(Order order, Sku sku, long quantity) {
    return change(order).adding(NewLine.of(sku, Quantity.of(quantity)));
  }

  private void refused(String code, Order order, AmendmentRequest request) {
    assertThat(OrderDesk.refused(() -> desk.preview(order, request))).isEqualTo(code);
  }
}
