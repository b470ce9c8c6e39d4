package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.gbp;
import static io.omnicommerce.core.checkout.Buying.key;
import static io.omnicommerce.core.checkout.OrderDesk.DESK;
import static io.omnicommerce.core.checkout.OrderDesk.change;
import static io.omnicommerce.core.checkout.OrderDesk.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.omnicommerce.cart.NewLine;
import io.omnicommerce.checkout.AmendmentPreview;
import io.omnicommerce.checkout.AmendmentRequest;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.fulfillment.FulfillmentStep;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.order.Amendment;
import io.omnicommerce.order.HoldReason;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderHistory;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.promotion.PromotionService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AmendmentServiceTest {

  private static final CallContext CLERK = Shop.staff(CheckoutService.AMEND);

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
  void a_preview_tells_the_difference_and_changes_nothing() {
    Order order = threeMugs();
    String before = buying.dump();

    AmendmentPreview preview = desk.preview(order, change(order).withQuantity(mugs(order), four()));

    assertThat(preview.before()).isEqualTo(order.totals().grand());
    assertThat(preview.difference()).isEqualTo(gbp("4.99"));
    assertThat(preview.priced().lines().get(0).quantity()).isEqualTo(four());
    assertThat(buying.dump()).isEqualTo(before);
  }

  @Test
  void P11_more_is_held_less_is_free_and_jobs_follow() {
    Order order = threeMugs();
    Quantity mugsBefore = buying.mugsLeft();
    AmendmentRequest request =
        change(order)
            .withQuantity(mugs(order), Quantity.ONE)
            .adding(NewLine.of(Shop.TEE_M, Quantity.of(2)).withReference("gift"));

    Order amended = desk.amend(order, request, "amend");

    assertThat(amended.lines()).hasSize(2);
    OrderLine tees = amended.lines().get(1);
    assertThat(tees.reference()).contains("gift");
    assertThat(tees.unallocated()).isEqualTo(Quantity.ZERO);
    assertThat(amended.groups()).hasSize(2);
    assertThat(buying.mugsLeft()).isEqualTo(mugsBefore.plus(Quantity.of(2)));
    assertThat(buying.jobs()).hasSize(2);
    assertThat(buying.jobs().get(0).lines().get(0).quantity()).isEqualTo(Quantity.ONE);
    assertThat(amended.history().get(1).what()).isEqualTo("amended");
    assertThat(OrderHistory.verify(amended)).isEmpty();
    ship(amended);
    assertThat(buying.order(order.id()).lines()).allMatch(line -> line.open().isZero());
  }

  @Test
  void L58_the_sum_of_all_amendments_is_the_difference_of_the_totals() {
    Order order = threeMugs();
    Order more = desk.amend(order, change(order).withQuantity(mugs(order), four()), "more");
    Order added =
        desk.amend(more, change(more).adding(NewLine.of(Shop.BOOK, Quantity.ONE)), "book");
    Order less =
        buying.checkouts.cancel(
            Shop.ADA, order.id(), Map.of(mugs(order), Quantity.ONE), "one less", key("less"));
    Order back = desk.amend(less, change(less).withQuantity(mugs(order), Quantity.of(3)), "back");

    Money sum = Money.sum(Shop.GBP, back.amendments().stream().map(Amendment::difference).toList());
    assertThat(order.totals().grand().plus(sum)).isEqualTo(back.due());
    assertThat(back.due())
        .isEqualTo(back.totals().grand())
        .isEqualTo(added.due().minus(gbp("4.99")));
    assertThat(back.lines().get(0).cancelled()).isEqualTo(Quantity.ZERO);
    assertThat(back.amendments().get(0).totals()).contains(order.totals());
  }

  @Test
  void an_order_is_not_amended_into_nothing() {
    Order order = threeMugs();
    AmendmentRequest nothing = change(order).withQuantity(mugs(order), Quantity.ZERO);

    CommerceException refused =
        catchThrowableOfType(CommerceException.class, () -> desk.preview(order, nothing));

    assertThat(refused.code()).hasToString("order.immutable");
    assertThat(refused).hasMessageContaining("cancel the order instead");
  }

  @Test
  void no_more_than_is_due_is_captured_after_an_amendment_and_no_more_was_ever_promised() {
    Order order = threeMugs();
    Order less = desk.amend(order, change(order).withQuantity(mugs(order), Quantity.ONE), "less");

    assertThat(buying.payment(order.payments().get(0)).capturable()).isEqualTo(less.due());
    Order more = desk.amend(less, change(less).withQuantity(mugs(order), four()), "more");

    assertThat(more.due()).isGreaterThan(less.due());
    assertThat(buying.payment(order.payments().get(0)).capturable()).isEqualTo(less.due());
  }

  @Test
  void P9_what_is_there_keeps_its_price_and_its_promotions_whatever_has_become_of_them() {
    promotions.save(DESK, List.of(Campaigns.percent("spring", "10")));
    Order order = threeMugs();
    promotions.save(DESK, List.of(Campaigns.percent("spring", "50")));
    buying.shop.price(Shop.MUG_RED, "99.99");

    Order amended =
        desk.amend(order, change(order).withQuantity(mugs(order), Quantity.of(4)), "more");

    assertThat(amended.totals().goods()).isEqualTo(gbp("19.96"));
    assertThat(amended.totals().adjustments()).isEqualTo(gbp("-2.00"));
    assertThat(buying.shop.pricing().replay(orders.pricedFrom(DESK, order.id()).orElseThrow()))
        .satisfies(again -> assertThat(again.totals()).isEqualTo(amended.totals()));
  }

  @Test
  void what_was_not_priced_then_is_priced_now() {
    Order order = threeMugs();
    buying.shop.price(Shop.BOOK, "7.00");

    Order amended =
        desk.amend(order, change(order).adding(NewLine.of(Shop.BOOK, Quantity.ONE)), "book");

    assertThat(amended.lines().get(1).priced().amount()).isEqualTo(gbp("7.00"));
    assertThat(amended.lines().get(0).priced()).isEqualTo(order.lines().get(0).priced());
  }

  @Test
  void a_line_that_is_taken_out_is_gone_and_its_goods_are_free() {
    Quantity before = buying.mugsLeft();
    Order order = threeMugs();
    AmendmentRequest request =
        change(order).without(mugs(order)).adding(NewLine.of(Shop.TEE_M, Quantity.ONE));

    Order amended = desk.amend(order, request, "swap");

    assertThat(amended.lines()).singleElement().matches(line -> line.open().equals(Quantity.ONE));
    assertThat(buying.mugsLeft()).isEqualTo(before);
    assertThat(buying.jobs().get(0).step()).isEqualTo(FulfillmentStep.CANCELLED);
    assertThat(amended.amendments().get(0).lines()).containsExactly(order.lines().get(0));
    Order cancelled = buying.checkouts.cancel(Shop.ADA, order.id(), "no", key("cancel"));
    assertThat(cancelled.due()).isEqualTo(gbp("0.00"));
  }

  @Test
  void a_price_is_set_by_those_who_may_and_says_so() {
    Order order = threeMugs();
    AmendmentRequest request = change(order).withPrice(mugs(order), UnitPrice.of("4", Shop.GBP));

    assertThat(refused(() -> buying.checkouts.previewAmendment(CLERK, order.id(), request)))
        .isEqualTo("permission.denied");
    Order amended = desk.amend(order, request, "price");

    assertThat(amended.totals().goods()).isEqualTo(gbp("12.00"));
    assertThat(amended.amendments().get(0).difference()).isEqualTo(gbp("-2.97"));
  }

  @Test
  void another_delivery_has_its_price_of_now() {
    Order order = threeMugs();
    DeliveryChoice express = DeliveryChoice.ship(Shop.EXPRESS, Shop.address());

    Order amended = desk.amend(order, change(order).withDelivery(express), "faster");

    assertThat(amended.delivery()).isEqualTo(express);
    assertThat(amended.charges()).hasSameSizeAs(order.charges());
    assertThat(amended.charges()).isNotEqualTo(order.charges());
    assertThat(amended.amendments().get(0).group()).isEmpty();
  }

  @Test
  void a_preview_of_an_order_that_has_changed_is_stale() {
    Order order = threeMugs();
    AmendmentRequest request = change(order).withQuantity(mugs(order), four());
    String shown = desk.preview(order, request).fingerprint();
    orders.hold(DESK, order.id(), HoldReason.FRAUD, "odd");
    String before = buying.dump();

    assertThat(refused(() -> desk.amend(order, request, shown, "late")))
        .isEqualTo("order.version_conflict");
    assertThat(buying.dump()).isEqualTo(before);
  }

  @Test
  void what_would_come_to_something_else_than_was_shown_is_not_applied() {
    Order order = threeMugs();
    AmendmentRequest request = change(order).adding(NewLine.of(Shop.BOOK, Quantity.ONE));
    String shown = desk.preview(order, request).fingerprint();
    buying.shop.price(Shop.BOOK, "19.00");
    String before = buying.dump();

    assertThat(refused(() -> desk.amend(order, request, shown, "late")))
        .isEqualTo("checkout.preview_stale");
    assertThat(buying.dump()).isEqualTo(before);
  }

  @Test
  void what_has_left_cannot_become_less() {
    Order order = threeMugs();
    orders.confirm(DESK, order.id());
    Fulfillment job = buying.jobs().get(0);
    fulfillment.ship(
        DESK, job.id(), Map.of(mugs(order), Quantity.of(2)), Optional.empty(), key("ship"));
    Order shipped = buying.order(order.id());
    String before = buying.dump();

    assertThat(
            refused(
                () ->
                    desk.preview(shipped, change(shipped).withQuantity(mugs(order), Quantity.ONE))))
        .isEqualTo("order.immutable");
    assertThat(refused(() -> desk.preview(shipped, change(shipped).without(mugs(order)))))
        .isEqualTo("order.immutable");
    assertThat(buying.dump()).isEqualTo(before);
    Order amended =
        desk.amend(shipped, change(shipped).withQuantity(mugs(order), Quantity.of(2)), "rest");
    assertThat(amended.lines().get(0).open()).isEqualTo(Quantity.ZERO);
    assertThat(buying.jobs().get(0).step()).isEqualTo(FulfillmentStep.SHIPPED);
  }

  @Test
  void goods_that_are_not_there_are_not_promised() {
    Order order = threeMugs();
    AmendmentRequest request = change(order).withQuantity(mugs(order), Quantity.of(100_000));
    String shown = desk.preview(order, request).fingerprint();
    String before = buying.dump();

    assertThat(refused(() -> desk.amend(order, request, shown, "too-many")))
        .isEqualTo("inventory.out_of_stock");
    assertThat(buying.dump()).isEqualTo(before);
  }

  @Test
  void the_same_key_amends_once() {
    Order order = threeMugs();
    AmendmentRequest request = change(order).withQuantity(mugs(order), four());
    String shown = desk.preview(order, request).fingerprint();

    Order amended = desk.amend(order, request, shown, "once");

    assertThat(desk.amend(order, request, shown, "once")).isEqualTo(amended);
    assertThat(buying.order(order.id()).amendments()).hasSize(1);
  }

  @Test
  void abuse_85_what_was_agreed_is_changed_by_an_amendment_only() {
    Order order = threeMugs();
    String before = buying.dump();

    assertThat(refused(() -> buying.carts.change(Shop.ADA, order.cart(), mugs(order), four())))
        .isEqualTo("cart.closed");
    assertThat(
            refused(
                () ->
                    buying.checkouts.previewAmendment(
                        Shop.ADA, order.id(), change(order).withQuantity(mugs(order), four()))))
        .isEqualTo("permission.denied");
    assertThat(refused(() -> desk.preview(order, change(order).without(LineId.of("99")))))
        .isEqualTo("order.immutable");
    assertThat(buying.dump()).isEqualTo(before);
    buying.checkouts.cancel(Shop.ADA, order.id(), "no", key("cancel"));
    Order cancelled = buying.order(order.id());
    assertThat(
            refused(
                () -> desk.preview(cancelled, change(cancelled).withQuantity(mugs(order), four()))))
        .isEqualTo("order.immutable");
  }

  private Order threeMugs() {
    return buying.order(buying.place(buying.mugs(Shop.ADA, 3), "place"));
  }

  private static Quantity four() {
    return Quantity.of(4);
  }

  private static LineId mugs(Order order) {
    return order.lines().get(0).priced().id();
  }

  private void ship(Order order) {
    orders.confirm(DESK, order.id());
    buying
        .jobs()
        .forEach(job -> fulfillment.shipAll(DESK, job.id(), Optional.empty(), key("" + job.id())));
  }
}
