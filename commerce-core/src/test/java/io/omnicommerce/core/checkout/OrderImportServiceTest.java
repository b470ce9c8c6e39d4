package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.gbp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.CartOwner;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.fulfillment.CoreFulfillmentService;
import io.omnicommerce.core.order.CoreOrderService;
import io.omnicommerce.core.returns.CoreReturnService;
import io.omnicommerce.customer.Email;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.inventory.Disposition;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.order.FulfillmentStatus;
import io.omnicommerce.order.ImportedOrder;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderFlow;
import io.omnicommerce.order.OrderHistory;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.order.OrderNumber;
import io.omnicommerce.order.OrderOrigin;
import io.omnicommerce.order.OrderPaymentStatus;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.order.OrderStatus;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PriceAdjustment;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.returns.RefundOutcome;
import io.omnicommerce.returns.ReturnLine;
import io.omnicommerce.returns.ReturnService;
import io.omnicommerce.returns.RmaId;
import io.omnicommerce.tax.TaxLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderImportServiceTest {

  private static final CallContext FEED =
      Shop.staff(OrderService.IMPORT, OrderService.VIEW, CheckoutService.CANCEL);

  private final Buying buying = new Buying();
  private final OrderService orders =
      new CoreOrderService(buying.shop.storage(), OrderFlow.STANDARD);

  @AfterEach
  void the_books_balance() {
    assertThat(buying.audit()).isEmpty();
  }

  @Test
  void an_order_of_a_marketplace_has_the_prices_that_were_agreed_there() {
    Order order = buying.checkouts.importOrder(FEED, mugs("m-1", 2, ImportedOrder.Stock.REQUIRED));

    assertThat(order.status()).isEqualTo(OrderStatus.PLACED);
    assertThat(order.totals().grand()).isEqualTo(gbp("10.03"));
    assertThat(order.totals().goods()).isEqualTo(gbp("7.00"));
    assertThat(order.totals().adjustments()).isEqualTo(gbp("-0.50"));
    assertThat(order.totals().taxIncluded()).isEqualTo(gbp("1.08"));
    assertThat(order.history().get(0).what()).isEqualTo("imported");
    assertThat(OrderHistory.verify(order)).isEmpty();
    assertThat(orders.findByOrigin(FEED, FEED.channel(), "market-m-1")).contains(order);
    assertThat(orders.findByOrigin(Shop.BOB, FEED.channel(), "market-m-1")).isEmpty();
    assertThat(orders.findByNumber(FEED, OrderNumber.of("M-m-1"))).contains(order);
    assertThat(orders.receipt(FEED, order.id())).contains("To pay: GBP 10.03");
  }

  @Test
  void it_goes_through_the_same_life_as_any_other() {
    Quantity before = buying.mugsLeft();
    Order order = buying.checkouts.importOrder(FEED, mugs("m-1", 2, ImportedOrder.Stock.REQUIRED));

    assertThat(buying.mugsLeft()).isEqualTo(before.minus(Quantity.of(2)));
    assertThat(buying.jobs()).singleElement().matches(job -> job.order().equals(order.id()));
    Order less =
        buying.checkouts.cancel(
            FEED, order.id(), Map.of(LineId.of("1"), Quantity.ONE), "one less", Buying.key("c"));
    assertThat(less.due()).isEqualTo(gbp("6.78"));
    Order cancelled =
        buying.checkouts.cancel(FEED, order.id(), "sold elsewhere", Buying.key("cancel"));
    assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(buying.mugsLeft()).isEqualTo(before);
  }

  @Test
  void the_same_reference_again_is_the_same_order() {
    ImportedOrder mugs = mugs("m-1", 2, ImportedOrder.Stock.REQUIRED);
    Order order = buying.checkouts.importOrder(FEED, mugs);
    String before = buying.dump();

    assertThat(buying.checkouts.importOrder(FEED, mugs)).isEqualTo(order);
    assertThat(
            refused(
                () ->
                    buying.checkouts.importOrder(
                        FEED, mugs("m-1", 3, ImportedOrder.Stock.REQUIRED))))
        .isEqualTo("idempotency.mismatch");
    assertThat(buying.dump()).isEqualTo(before);
  }

  @Test
  void parts_that_do_not_add_up_are_refused() {
    ImportedOrder good = mugs("m-1", 2, ImportedOrder.Stock.NONE);

    assertThat(refused(() -> buying.checkouts.importOrder(FEED, good.withTotal(gbp("10.04")))))
        .isEqualTo("order.total_mismatch");
    assertThat(refused(() -> buying.checkouts.importOrder(Shop.ADA, good)))
        .isEqualTo("permission.denied");
    assertThat(buying.orders()).isEmpty();
  }

  @Test
  void a_line_that_comes_to_less_than_nothing_is_refused() {
    ImportedOrder order = mugs("m1", 1, ImportedOrder.Stock.REQUIRED);
    PricedLine line = order.lines().get(0);
    PricedLine below =
        new PricedLine(
            line.id(),
            line.sku(),
            line.quantity(),
            line.unitPrice(),
            gbp("-3.50"),
            List.of(),
            List.of());
    String before = buying.dump();

    assertThat(
            refused(
                () ->
                    buying.checkouts.importOrder(
                        FEED, order.withLines(List.of(below)).withTotal(gbp("0.03")))))
        .isEqualTo("input.out_of_range");
    assertThat(buying.dump()).isEqualTo(before);
  }

  @Test
  void stock_is_required_or_taken_as_far_as_it_is_there_or_oversold_or_left_alone() {
    int more = (int) buying.mugsLeft().unscaled() + 1;

    assertThat(
            refused(
                () ->
                    buying.checkouts.importOrder(
                        FEED, mugs("m-1", more, ImportedOrder.Stock.REQUIRED))))
        .isEqualTo("inventory.out_of_stock");
    Order none = buying.checkouts.importOrder(FEED, mugs("m-2", more, ImportedOrder.Stock.NONE));
    Order open =
        buying.checkouts.importOrder(FEED, mugs("m-3", more, ImportedOrder.Stock.IF_THERE));
    assertThat(buying.jobs()).isEmpty();
    Order forced =
        buying.checkouts.importOrder(FEED, mugs("m-4", more, ImportedOrder.Stock.FORCED));

    assertThat(none.lines().get(0).unallocated()).isEqualTo(Quantity.of(more));
    assertThat(open.lines().get(0).unallocated()).isEqualTo(Quantity.of(more));
    assertThat(forced.lines().get(0).unallocated()).isEqualTo(Quantity.ZERO);
    assertThat(buying.jobs()).hasSize(1);
  }

  @Test
  void what_its_origin_ships_takes_nothing_here_and_is_closed_and_returned_once_it_has_left() {
    Quantity before = buying.mugsLeft();
    CallContext desk =
        Shop.staff(
            OrderService.MANAGE,
            OrderService.VIEW,
            FulfillmentService.WORK,
            ReturnService.RECEIVE,
            ReturnService.REFUND);
    Order order = buying.checkouts.importOrder(FEED, mugs("m-1", 2, ImportedOrder.Stock.NONE));
    orders.confirm(desk, order.id());
    FulfillmentService fulfillment =
        new CoreFulfillmentService(buying.shop.storage(), buying.shop.secrets());

    assertThat(fulfillment.sourceAgain(desk, order.id(), Buying.key("again"))).isEmpty();
    assertThat(refused(() -> orders.close(desk, order.id()))).isEqualTo("order.illegal_transition");
    Order left = orders.shippedElsewhere(desk, order.id(), Shop.DC);
    assertThat(orders.shippedElsewhere(desk, order.id(), Shop.DC)).isEqualTo(left);
    Order closed = orders.close(desk, order.id());

    assertThat(closed.fulfillmentStatus()).isEqualTo(FulfillmentStatus.FULFILLED);
    assertThat(buying.mugsLeft()).isEqualTo(before);
    assertThat(buying.jobs()).isEmpty();
    ReturnService returns =
        new CoreReturnService(buying.shop.storage(), buying.payments, buying.shop.pricingOf());
    RmaId rma = RmaId.of("r-1");
    returns.open(desk, rma, order.id(), List.of(ReturnLine.of(LineId.of("1"), Quantity.ONE)));
    returns.receive(desk, rma, Shop.LON, Disposition.RESTOCK);
    assertThat(returns.refund(desk, rma, Buying.key("back")))
        .isInstanceOf(RefundOutcome.Refunded.class);
    assertThat(orders.progress(FEED, order.id()).payment()).isEqualTo(OrderPaymentStatus.PAID);
  }

  @Test
  void only_what_its_origin_ships_leaves_from_elsewhere() {
    CallContext desk = Shop.staff(OrderService.MANAGE, OrderService.VIEW);
    Order order = buying.checkouts.importOrder(FEED, mugs("m-1", 2, ImportedOrder.Stock.IF_THERE));

    assertThat(refused(() -> orders.shippedElsewhere(desk, order.id(), Shop.DC)))
        .isEqualTo("order.illegal_transition");
  }

  @Test
  void what_was_paid_at_its_origin_stays_paid_when_it_is_cancelled_here() {
    Order order = buying.checkouts.importOrder(FEED, mugs("m-1", 2, ImportedOrder.Stock.REQUIRED));

    buying.checkouts.cancel(FEED, order.id(), "sold elsewhere", Buying.key("cancel"));

    assertThat(orders.progress(FEED, order.id()).payment()).isEqualTo(OrderPaymentStatus.PAID);
  }

  @Test
  void the_id_of_another_order_is_refused_and_other_content_names_the_reference() {
    ImportedOrder first = mugs("m-1", 2, ImportedOrder.Stock.NONE);
    buying.checkouts.importOrder(FEED, first);
    OrderOrigin other = new OrderOrigin(FEED.channel(), "other", first.total());

    assertThat(refused(() -> buying.checkouts.importOrder(FEED, first.withOrigin(other))))
        .isEqualTo("order.id_taken");
    CommerceException mismatch =
        catchThrowableOfType(
            CommerceException.class,
            () -> buying.checkouts.importOrder(FEED, mugs("m-1", 3, ImportedOrder.Stock.NONE)));
    assertThat(mismatch.facts().get("key")).contains("market-m-1");
  }

  @Test
  void a_line_that_does_not_come_to_its_price_is_refused() {
    ImportedOrder good = mugs("m-1", 3, ImportedOrder.Stock.NONE);
    PricedLine line = good.lines().get(0);
    PricedLine wrong =
        new PricedLine(
            line.id(),
            line.sku(),
            line.quantity(),
            UnitPrice.of("5.25", Shop.GBP),
            line.amount(),
            line.adjustments(),
            line.taxes());

    assertThat(refused(() -> buying.checkouts.importOrder(FEED, good.withLines(List.of(wrong)))))
        .isEqualTo("order.total_mismatch");
  }

  @Test
  void L60_how_far_an_order_is_follows_from_its_lines_and_payments() {
    Order order = buying.checkouts.importOrder(FEED, mugs("m-1", 2, ImportedOrder.Stock.REQUIRED));

    var progress = orders.progress(FEED, order.id());

    assertThat(progress.payment()).isEqualTo(OrderPaymentStatus.PAID);
    assertThat(progress.fulfillment()).isEqualTo(FulfillmentStatus.OPEN);
    assertThat(progress.isComplete()).isFalse();
    Order placed = buying.order(buying.place(buying.mugs(Shop.ADA, 1), "place"));
    assertThat(orders.progress(Shop.ADA, placed.id()).payment())
        .isEqualTo(OrderPaymentStatus.AUTHORIZED);
    buying.payments.capture(
        Buying.OFFICE, placed.payments().get(0), gbp("1.00"), Buying.key("some"));
    assertThat(orders.progress(Shop.ADA, placed.id()).payment())
        .isEqualTo(OrderPaymentStatus.PARTIALLY_PAID);
    buying.checkouts.cancel(Shop.ADA, placed.id(), "no", Buying.key("cancel"));
    assertThat(orders.progress(Shop.ADA, placed.id()).payment())
        .isEqualTo(OrderPaymentStatus.REFUNDED);
  }

  private static String refused(ThrowingCallable call) {
    return catchThrowableOfType(CommerceException.class, call).code().toString();
  }

  /** Mugs with half a pound off and postage, all of it paid at the marketplace. */
  private static ImportedOrder mugs(String id, int mugs, ImportedOrder.Stock stock) {
    Money goods = Money.ofMinor(350L * mugs, Shop.GBP);
    Money off = gbp("-0.50");
    PricedLine line =
        new PricedLine(
            LineId.of("1"),
            Shop.MUG_RED,
            Quantity.of(mugs),
            UnitPrice.of("3.50", Shop.GBP),
            goods,
            List.of(new PriceAdjustment("market", "Offer", off)),
            List.of(
                new TaxLine("VAT", BigDecimal.valueOf(20), goods.plus(off), gbp("1.08"), true)));
    PricedCharge postage =
        new PricedCharge(
            new Charge(LineId.of("post"), "delivery", "Post", gbp("3.53"), "standard"),
            List.of(),
            List.of());
    Money total = goods.plus(off).plus(gbp("3.53"));
    return ImportedOrder.of(
            OrderId.of(id),
            OrderNumber.of("M-" + id),
            new OrderOrigin(FEED.channel(), "market-" + id, total),
            CartOwner.guest("market"),
            DeliveryChoice.ship(Shop.STANDARD, Shop.address()),
            List.of(line),
            total,
            Instant.EPOCH)
        .withContact(BuyerContact.of("Ada", Email.of("ada@example.org")))
        .withCharges(List.of(postage))
        .withStock(stock);
  }
}
