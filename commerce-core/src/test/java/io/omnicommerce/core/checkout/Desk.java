package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.key;

import io.omnicommerce.checkout.AmendmentPreview;
import io.omnicommerce.checkout.AmendmentRequest;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.fulfillment.CoreFulfillmentService;
import io.omnicommerce.core.order.CoreOrderService;
import io.omnicommerce.core.returns.CoreReturnService;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.inventory.Disposition;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderFlow;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.order.OrderStatus;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.price.PriceService;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.returns.RefundOutcome;
import io.omnicommerce.returns.ReturnLine;
import io.omnicommerce.returns.ReturnService;
import io.omnicommerce.returns.Rma;
import io.omnicommerce.returns.RmaId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One order at the service desk: amended, captured, cut, sent and taken back. */
final class Desk {

  static final CallContext CLERK =
      Shop.staff(
          CheckoutService.AMEND,
          CheckoutService.CANCEL,
          PriceService.OVERRIDE,
          OrderService.MANAGE,
          OrderService.VIEW,
          FulfillmentService.WORK,
          PaymentService.CAPTURE,
          PaymentService.VIEW,
          ReturnService.RECEIVE,
          ReturnService.REFUND);

  final Buying buying;
  final OrderId id;
  final OrderService orders;
  final ReturnService returns;
  private final FulfillmentService fulfillment;
  private int calls;

  Desk(Buying buying, Order order) {
    this.buying = buying;
    this.id = order.id();
    orders = new CoreOrderService(buying.shop.storage(), OrderFlow.STANDARD);
    fulfillment = new CoreFulfillmentService(buying.shop.storage(), buying.shop.secrets());
    returns =
        new CoreReturnService(buying.shop.storage(), buying.payments, buying.shop.pricingOf());
  }

  static Desk ofMugs(int quantity) {
    Buying buying = new Buying();
    return new Desk(buying, buying.order(buying.place(buying.mugs(Shop.ADA, quantity), "place")));
  }

  Order order() {
    return buying.order(id);
  }

  Payment payment() {
    return buying.payment(order().payments().get(0));
  }

  /** What was taken and not given back. */
  Money kept() {
    return payment().captured().minus(payment().refunded());
  }

  LineId line(int number) {
    return order().lines().get(number - 1).priced().id();
  }

  Payment capture(Money amount) {
    return buying.payments.capture(CLERK, payment().id(), amount, key(next("capture")));
  }

  Payment captureAll() {
    return capture(payment().capturable());
  }

  Order amend(UnaryOperator<AmendmentRequest> change) {
    AmendmentRequest request = change.apply(AmendmentRequest.of(order().version(), "agreed"));
    AmendmentPreview shown = buying.checkouts.previewAmendment(CLERK, id, request);
    return buying.checkouts.amend(CLERK, id, request, shown.fingerprint(), key(next("amend")));
  }

  Order price(int line, String price) {
    return amend(request -> request.withPrice(line(line), UnitPrice.of(price, Shop.GBP)));
  }

  Order quantity(int line, int quantity) {
    return amend(request -> request.withQuantity(line(line), Quantity.of(quantity)));
  }

  Order cancel(int line, int quantity) {
    return buying.checkouts.cancel(
        CLERK, id, Map.of(line(line), Quantity.of(quantity)), "less", key(next("cancel")));
  }

  void ship(int line, int quantity) {
    if (order().status() == OrderStatus.PLACED) {
      orders.confirm(CLERK, id);
    }
    Fulfillment job =
        fulfillment.ofOrder(CLERK, id).stream()
            .filter(open -> has(open, line(line), quantity))
            .findFirst()
            .orElse(fulfillment.ofOrder(CLERK, id).get(0));
    fulfillment.ship(
        CLERK,
        job.id(),
        Map.of(line(line), Quantity.of(quantity)),
        Optional.empty(),
        key(next("ship")));
  }

  private static boolean has(Fulfillment job, LineId line, int quantity) {
    return job.line(line)
        .filter(open -> open.open().compareTo(Quantity.of(quantity)) >= 0)
        .isPresent();
  }

  /** What it was worth that came back. */
  Money receive(String rma, int line, int quantity) {
    returns.open(
        CLERK, RmaId.of(rma), id, List.of(ReturnLine.of(line(line), Quantity.of(quantity))));
    Rma received = returns.receive(CLERK, RmaId.of(rma), Shop.LON, Disposition.RESTOCK);
    return received.refund().orElseThrow();
  }

  RefundOutcome refund(String rma) {
    return returns.refund(CLERK, RmaId.of(rma), key(next("refund")));
  }

  /** What was given back for it. */
  Money back(String rma, int line, int quantity) {
    receive(rma, line, quantity);
    return ((RefundOutcome.Refunded) refund(rma)).amount();
  }

  private String next(String what) {
    return what + "-" + ++calls;
  }
}
