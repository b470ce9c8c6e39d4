package io.omnicommerce.core.checkout;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.checkout.AmendmentPreview;
import io.omnicommerce.checkout.AmendmentRequest;
import io.omnicommerce.checkout.BeginOutcome;
import io.omnicommerce.checkout.Checkout;
import io.omnicommerce.checkout.CheckoutId;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.checkout.CheckoutRequest;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Text;
import io.omnicommerce.common.spi.IdGenerator;
import io.omnicommerce.core.cart.CartPricing;
import io.omnicommerce.core.common.CheckedIds;
import io.omnicommerce.core.delivery.Sourcer;
import io.omnicommerce.core.fulfillment.Flow;
import io.omnicommerce.core.payment.CheckedGateway;
import io.omnicommerce.core.payment.CorePaymentService;
import io.omnicommerce.core.payment.PaymentDocuments;
import io.omnicommerce.flow.StateMachine;
import io.omnicommerce.fulfillment.FulfillmentId;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.order.ImportedOrder;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderAction;
import io.omnicommerce.order.OrderFlow;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.order.OrderStatus;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.payment.spi.GatewayAnswer;
import io.omnicommerce.payment.spi.PaymentGateway;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.promotion.AttemptLimit;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.StorageException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.LoggerFactory;

/** The service of checkout: the steps around the gateway, and how they follow each other. */
public final class CoreCheckoutService implements CheckoutService {

  private final Storage storage;
  private final CorePaymentService payments;
  private final CheckedGateway gateway;
  private final Beginning beginning;
  private final Completion completion;
  private final Cancellation cancellation;
  private final OrderImport imports;
  private final Unclaimed unclaimed;
  private final Sourcer sourcer;
  private final Flow jobs;
  private final Amending amending;

  public CoreCheckoutService(
      Storage storage,
      IdGenerator ids,
      CartPricing pricing,
      CorePaymentService payments,
      PaymentGateway gateway) {
    this(storage, ids, pricing, payments, gateway, OrderFlow.STANDARD);
  }

  /**
   * @param flow the life of an order
   */
  public CoreCheckoutService(
      Storage storage,
      IdGenerator ids,
      CartPricing pricing,
      CorePaymentService payments,
      PaymentGateway gateway,
      StateMachine<OrderStatus, OrderAction> flow) {
    this(storage, ids, pricing, payments, gateway, flow, Flow.STANDARD, AttemptLimit.STANDARD);
  }

  /**
   * @param flow the life of an order
   * @param jobs the life of a job
   * @param giftCardAttempts how many wrong codes of gift cards somebody may try
   */
  public CoreCheckoutService(
      Storage storage,
      IdGenerator ids,
      CartPricing pricing,
      CorePaymentService payments,
      PaymentGateway gateway,
      StateMachine<OrderStatus, OrderAction> flow,
      Flow jobs,
      AttemptLimit giftCardAttempts) {
    this.storage = storage;
    this.payments = payments;
    this.gateway = new CheckedGateway(gateway);
    this.beginning = new Beginning(storage, new CheckedIds(ids), pricing, giftCardAttempts);
    this.completion = new Completion(storage);
    this.imports = new OrderImport(storage, pricing.sourcer());
    this.cancellation = new Cancellation(storage, payments, pricing.pricing(), flow, jobs);
    this.unclaimed = new Unclaimed(storage, cancellation, jobs);
    this.sourcer = pricing.sourcer();
    this.jobs = jobs;
    this.amending = new Amending(storage, pricing.pricing());
  }

  @Override
  public BeginOutcome begin(
      CallContext context, CartId cart, CheckoutRequest request, IdempotencyKey key) {
    Objects.requireNonNull(key, "key");
    return beginning.begin(context, cart, request, key).told();
  }

  @Override
  public CheckoutOutcome complete(CallContext context, CheckoutId id, GatewayAnswer answer) {
    Objects.requireNonNull(answer, "answer");
    return completion.complete(context, id, CheckedGateway.checked(answer));
  }

  @Override
  public Checkout abandon(CallContext context, CheckoutId id) {
    return storage.inTransaction(context, session -> Endings.abandon(Attempt.load(session, id)));
  }

  @Override
  public CheckoutOutcome place(
      CallContext context, CartId cart, CheckoutRequest request, IdempotencyKey key) {
    Objects.requireNonNull(key, "key");
    if (request.tender().kind() == Tender.Kind.CARD) {
      checkMayAsk();
    }
    Begun begun = beginning.begin(context, cart, request, key);
    if (begun instanceof Begun.Stale stale) {
      resume(context, stale.earlier());
      begun = beginning.begin(context, cart, request, key);
    }
    if (begun instanceof Begun.Ready ready) {
      return ready.fresh()
          ? completed(context, ready.checkout(), first(ready))
          : goOn(context, ready.checkout().id(), true);
    }
    return new CheckoutOutcome.Refused(begun.reasons());
  }

  @Override
  public CheckoutOutcome resume(CallContext context, CheckoutId id) {
    return goOn(context, id, false);
  }

  @Override
  public Page<Checkout> unfinished(CallContext context, PageRequest page) {
    Objects.requireNonNull(page, "page");
    context.actor().require(RECOVER);
    return storage.inTransaction(context, session -> CheckoutDocuments.unfinished(session, page));
  }

  @Override
  public Checkout get(CallContext context, CheckoutId id) {
    return storage.inTransaction(context, session -> CheckoutDocuments.owned(session, id).value());
  }

  @Override
  public Order cancel(CallContext context, OrderId order, String reason, IdempotencyKey key) {
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(key, "key");
    return cancellation.cancel(context, order, Text.name(reason, "reason"), key);
  }

  @Override
  public AmendmentPreview previewAmendment(
      CallContext context, OrderId order, AmendmentRequest request) {
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(request, "request");
    return amending.preview(context, order, request);
  }

  @Override
  public Order amend(
      CallContext context,
      OrderId order,
      AmendmentRequest request,
      String preview,
      IdempotencyKey key) {
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(preview, "preview");
    Objects.requireNonNull(key, "key");
    return amending.amend(context, order, request, preview, key);
  }

  @Override
  public Order importOrder(CallContext context, ImportedOrder order) {
    Objects.requireNonNull(order, "order");
    return imports.take(context, order);
  }

  @Override
  public Order cancel(
      CallContext context,
      OrderId order,
      Map<LineId, Quantity> quantities,
      String reason,
      IdempotencyKey key) {
    Objects.requireNonNull(order, "order");
    Map<LineId, Quantity> wanted = new TreeMap<>(Objects.requireNonNull(quantities, "quantities"));
    Objects.requireNonNull(key, "key");
    return cancellation.cancel(context, order, wanted, Text.name(reason, "reason"), key);
  }

  @Override
  public Order changePickup(CallContext context, OrderId order, LocationId to, IdempotencyKey key) {
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(key, "key");
    return storage.inTransaction(
        context, session -> Redirection.changePickup(session, sourcer, jobs, order, to, key));
  }

  @Override
  public Order releaseUnclaimed(CallContext context, FulfillmentId id, IdempotencyKey key) {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(key, "key");
    context.actor().require(FulfillmentService.WORK);
    return unclaimed.release(context, id, key);
  }

  private GatewayAnswer first(Begun.Ready ready) {
    return ready.request().isPresent()
        ? gateway.authorize(ready.request().get())
        : paidOnTheSpot(ready.checkout());
  }

  /**
   * Asks how the last try ended, and ends the attempt accordingly.
   *
   * @param again whether to ask for the money if the gateway never heard of it
   */
  private CheckoutOutcome goOn(CallContext context, CheckoutId id, boolean again) {
    Asked asked = asked(context, id);
    if (CheckoutRules.isEnded(asked.checkout())) {
      return settled(context, asked.checkout(), Endings.told(asked.checkout()));
    }
    return completed(
        context,
        asked.checkout(),
        asked
            .payment()
            .map(payment -> last(context, asked.checkout(), payment, again))
            .orElseGet(() -> paidOnTheSpot(asked.checkout())));
  }

  /** Whether cash was paid, only they can say who were to take it, and by the same command. */
  private GatewayAnswer last(
      CallContext context, Checkout checkout, Payment payment, boolean again) {
    if (payment.tender().kind() == Tender.Kind.CASH) {
      return again && context.actor().may(PaymentService.CAPTURE)
          ? paidOnTheSpot(checkout)
          : new GatewayAnswer.NeverHeard();
    }
    checkMayAsk();
    GatewayAnswer answer = gateway.queryAuthorization(context.tenant(), payment);
    return answer instanceof GatewayAnswer.NeverHeard && again
        ? gateway.authorize(CheckedGateway.authorization(context.tenant(), payment))
        : answer;
  }

  private CheckoutOutcome completed(CallContext context, Checkout checkout, GatewayAnswer answer) {
    return settled(context, checkout, completion.complete(context, checkout.id(), answer));
  }

  /** Cash is in the drawer, and of nothing there is nothing to be asked for. */
  private static GatewayAnswer paidOnTheSpot(Checkout checkout) {
    return new GatewayAnswer.Approved(checkout.number().value(), checkout.rest());
  }

  /** An attempt and its payment, if there is something to pay. */
  private record Asked(Checkout checkout, Optional<Payment> payment) {}

  private Asked asked(CallContext context, CheckoutId id) {
    return storage.inTransaction(
        context,
        session -> {
          Checkout checkout = CheckoutDocuments.owned(session, id).value();
          return new Asked(
              checkout,
              checkout
                  .payment()
                  .map(payment -> PaymentDocuments.require(session, payment).value()));
        });
  }

  /** A promise that nobody wants any more is given back; if that fails, it can be resolved. */
  private CheckoutOutcome settled(CallContext context, Checkout checkout, CheckoutOutcome outcome) {
    if (outcome instanceof CheckoutOutcome.Refused && checkout.payment().isPresent()) {
      try {
        payments.settleOpen(context, checkout.payment().get());
      } catch (StorageException failed) {
        LoggerFactory.getLogger(CoreCheckoutService.class)
            .warn(
                "The payment {} is to be voided and could not be now; resolve it",
                checkout.payment().get(),
                failed);
      }
    }
    return outcome;
  }

  private void checkMayAsk() {
    if (storage.joinsHostTransaction()) {
      throw CorePaymentService.externalCall();
    }
  }
}
