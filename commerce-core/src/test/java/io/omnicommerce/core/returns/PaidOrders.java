package io.omnicommerce.core.returns;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Permission;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Reference;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.fulfillment.CoreFulfillmentService;
import io.omnicommerce.core.fulfillment.FulfillmentDocuments;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.order.PlacedOrders;
import io.omnicommerce.core.order.PlacedOrders.Wanted;
import io.omnicommerce.core.payment.CorePaymentService;
import io.omnicommerce.core.payment.PaymentAccounts;
import io.omnicommerce.core.payment.PaymentDocuments;
import io.omnicommerce.core.payment.PaymentRules;
import io.omnicommerce.core.pricing.Pricing;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.core.promotion.RuleBooks;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.inmemory.SandboxGateway;
import io.omnicommerce.inventory.Disposition;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.payment.spi.GatewayAnswer;
import io.omnicommerce.payment.spi.GatewayRequest;
import io.omnicommerce.payment.spi.PaymentGateway;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.returns.ReturnLine;
import io.omnicommerce.returns.ReturnService;
import io.omnicommerce.returns.Rma;
import io.omnicommerce.returns.RmaId;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Stored;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Orders that were paid and have left, ready to come back. */
final class PaidOrders {

  static final List<DocumentType<?>> TYPES =
      List.of(
          OrderDocuments.TYPE,
          FulfillmentDocuments.TYPE,
          ReturnDocuments.TYPE,
          PaymentDocuments.TYPE);

  final PlacedOrders shop = new PlacedOrders();
  final SandboxGateway sandbox = new SandboxGateway();
  final CorePaymentService payments;
  final CoreFulfillmentService fulfillment =
      new CoreFulfillmentService(shop.storage, Shop.secretsFrom(7));
  final ReturnService returns;
  final CallContext office = with(PaymentService.CAPTURE, PaymentService.VIEW);

  PaidOrders() {
    this(Optional.empty());
  }

  PaidOrders(Optional<PaymentGateway> gateway) {
    payments = new CorePaymentService(shop.storage, gateway.orElse(sandbox));
    returns =
        new CoreReturnService(
            shop.storage,
            payments,
            new Pricing(new RuleBooks(HostRules.NONE), OrderDocuments::count));
  }

  private CallContext with(Permission... more) {
    Set<Permission> all = new HashSet<>(shop.office.actor().permissions());
    all.addAll(List.of(more));
    return shop.office.withActor(shop.office.actor().withPermissions(all));
  }

  /** An order that was paid by card and has left. */
  Order shipped(Wanted wanted) {
    Order order = captured(wanted);
    for (Fulfillment job : fulfillment.ofOrder(shop.office, order.id())) {
      fulfillment.shipAll(
          shop.office, job.id(), Optional.empty(), IdempotencyKey.of("out-" + job.id()));
    }
    return order(order.id());
  }

  /** An order that was paid by card. */
  Order captured(Wanted wanted) {
    Order order = authorized(wanted);
    Money grand = order.totals().grand();
    if (grand.isPositive()) {
      payments.capture(office, paymentOf(order), grand, IdempotencyKey.of("capture"));
    }
    return order;
  }

  /** A confirmed order whose payment is promised only. */
  Order authorized(Wanted wanted) {
    PaymentId payment = PaymentId.of("pay-" + wanted.id());
    Order order = shop.confirmed(wanted.paidWith(payment));
    if (order.totals().grand().isPositive()) {
      authorize(payment, order.totals().grand());
    }
    return order;
  }

  void authorize(PaymentId payment, Money amount) {
    Tender tender = Tender.card("tok_visa");
    Payment intended =
        PaymentRules.intended(
            payment, Reference.of("checkout", "c"), tender, amount, shop.clock.instant());
    shop.storage.inTransaction(
        office,
        session ->
            session.commit(Decision.builder().save(PaymentDocuments.created(intended)).build()));
    GatewayAnswer.Approved answer =
        (GatewayAnswer.Approved)
            sandbox.authorize(
                new GatewayRequest(
                    PlacedOrders.ACME,
                    payment,
                    "authorize-" + payment,
                    tender,
                    amount,
                    Optional.empty()));
    change(
        payment,
        before ->
            PaymentRules.approved(
                before,
                answer.reference(),
                Reference.of("order", payment.value()),
                shop.clock.instant()));
  }

  private void change(PaymentId id, UnaryOperator<Payment> rule) {
    shop.storage.inTransaction(
        office,
        session -> {
          Stored<Payment> stored = PaymentDocuments.require(session, id);
          Payment changed = rule.apply(stored.value());
          Results.commit(
              session,
              Decision.builder()
                  .save(DocumentWrite.update(PaymentDocuments.TYPE, stored, changed))
                  .step(new LedgerStep.Post(PaymentAccounts.authorization(changed)))
                  .build());
          return changed;
        });
  }

  static PaymentId paymentOf(Order order) {
    return order.payments().get(0);
  }

  Payment payment(String order) {
    return payments.get(office, PaymentId.of("pay-" + order));
  }

  Money refunded(String order) {
    return payment(order).refunded();
  }

  Order order(OrderId id) {
    return shop.storage.inTransaction(
        office, session -> OrderDocuments.visible(session, id).value());
  }

  Rma open(String rma, String order, ReturnLine... lines) {
    return returns.open(shop.ada, RmaId.of(rma), OrderId.of(order), List.of(lines));
  }

  Rma receive(String rma, LocationId location) {
    return returns.receive(shop.office, RmaId.of(rma), location, Disposition.RESTOCK);
  }

  /** Opens and receives at once. */
  Rma received(String rma, String order, ReturnLine... lines) {
    open(rma, order, lines);
    return receive(rma, PlacedOrders.LON);
  }

  static ReturnLine line(String id, String quantity) {
    return ReturnLine.of(LineId.of(id), Quantity.parse(quantity));
  }

  static IdempotencyKey key(String key) {
    return IdempotencyKey.of(key);
  }

  static Money gbp(String amount) {
    return Money.of(amount, PlacedOrders.GBP);
  }
}
