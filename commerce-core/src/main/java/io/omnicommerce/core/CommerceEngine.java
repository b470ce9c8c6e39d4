package io.omnicommerce.core;

import com.fasterxml.uuid.Generators;
import io.omnicommerce.Commerce;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.catalog.CatalogService;
import io.omnicommerce.channel.ChannelService;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.Permission;
import io.omnicommerce.common.Text;
import io.omnicommerce.common.spi.IdGenerator;
import io.omnicommerce.common.spi.SecretGenerator;
import io.omnicommerce.core.cart.CartPricing;
import io.omnicommerce.core.cart.CoreCartService;
import io.omnicommerce.core.catalog.CoreCatalogService;
import io.omnicommerce.core.channel.CoreChannelService;
import io.omnicommerce.core.checkout.CoreCheckoutService;
import io.omnicommerce.core.customer.CoreCustomerService;
import io.omnicommerce.core.delivery.CoreDeliveryService;
import io.omnicommerce.core.delivery.Sourcer;
import io.omnicommerce.core.fulfillment.CoreFulfillmentService;
import io.omnicommerce.core.fulfillment.Flow;
import io.omnicommerce.core.fulfillment.FulfillmentDocuments;
import io.omnicommerce.core.fulfillment.FulfillmentTimeline;
import io.omnicommerce.core.fulfillment.StoreArrivals;
import io.omnicommerce.core.inventory.Arrivals;
import io.omnicommerce.core.inventory.CoreAvailabilityService;
import io.omnicommerce.core.inventory.CoreInventoryService;
import io.omnicommerce.core.inventory.CoreStockCheckService;
import io.omnicommerce.core.inventory.CoreStockFeedService;
import io.omnicommerce.core.inventory.CoreTransferService;
import io.omnicommerce.core.order.CoreOrderService;
import io.omnicommerce.core.order.OrderArrivals;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.payment.CorePaymentService;
import io.omnicommerce.core.price.CorePriceService;
import io.omnicommerce.core.pricing.CorePricingService;
import io.omnicommerce.core.pricing.Pricing;
import io.omnicommerce.core.promotion.CorePromotionService;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.core.promotion.RuleBooks;
import io.omnicommerce.core.returns.CoreReturnService;
import io.omnicommerce.core.returns.ReturnTimeline;
import io.omnicommerce.core.storage.ListeningStorage;
import io.omnicommerce.core.storage.RepeatingStorage;
import io.omnicommerce.core.tax.CoreTaxService;
import io.omnicommerce.core.value.CoreGiftCardService;
import io.omnicommerce.customer.CustomerService;
import io.omnicommerce.delivery.DeliveryService;
import io.omnicommerce.delivery.spi.Sourcing;
import io.omnicommerce.delivery.spi.SourcingCost;
import io.omnicommerce.flow.StateMachine;
import io.omnicommerce.fulfillment.FulfillmentAction;
import io.omnicommerce.fulfillment.FulfillmentFlow;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.fulfillment.FulfillmentStep;
import io.omnicommerce.inventory.AvailabilityService;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.StockCheckService;
import io.omnicommerce.inventory.StockFeedService;
import io.omnicommerce.inventory.TransferService;
import io.omnicommerce.order.OrderAction;
import io.omnicommerce.order.OrderFlow;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.order.OrderStatus;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.payment.spi.PaymentGateway;
import io.omnicommerce.price.PriceService;
import io.omnicommerce.pricing.PricingService;
import io.omnicommerce.promotion.AttemptLimit;
import io.omnicommerce.promotion.PromotionService;
import io.omnicommerce.promotion.spi.BenefitRule;
import io.omnicommerce.promotion.spi.ConditionRule;
import io.omnicommerce.returns.ReturnService;
import io.omnicommerce.storage.EventListener;
import io.omnicommerce.storage.Maintenance;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.TransactionHook;
import io.omnicommerce.tax.TaxService;
import io.omnicommerce.tax.spi.TaxCalculator;
import io.omnicommerce.value.GiftCardService;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link Commerce} on the host's storage and gateway. Every default is written down at the
 * method that changes it. A host builds one and keeps it; it starts no thread, reads no file and
 * needs no closing.
 */
public final class CommerceEngine {

  private static final SortedSet<Permission> PERMISSIONS =
      Collections.unmodifiableSortedSet(
          new TreeSet<>(
              List.of(
                  CatalogService.EDIT,
                  ChannelService.EDIT,
                  CustomerService.VIEW,
                  CustomerService.EDIT,
                  InventoryService.MANAGE,
                  InventoryService.RESERVE,
                  DeliveryService.EDIT,
                  PriceService.VIEW,
                  PriceService.EDIT,
                  PriceService.OVERRIDE,
                  PricingService.ASSIST,
                  PromotionService.EDIT,
                  TaxService.EDIT,
                  TaxService.EXEMPT,
                  GiftCardService.ISSUE,
                  GiftCardService.VIEW,
                  GiftCardService.MANAGE,
                  PaymentService.VIEW,
                  PaymentService.CAPTURE,
                  PaymentService.SETTLE,
                  CartService.ASSIST,
                  CartService.CHARGE,
                  OrderService.VIEW,
                  OrderService.MANAGE,
                  OrderService.IMPORT,
                  OrderService.SERVICE,
                  FulfillmentService.WORK,
                  ReturnService.RECEIVE,
                  ReturnService.REFUND,
                  CheckoutService.CANCEL,
                  CheckoutService.AMEND,
                  CheckoutService.RECOVER)));

  private CommerceEngine() {}

  public static Builder builder() {
    return new Builder();
  }

  /**
   * Every permission that some command of the library asks for: for a host's own programs and for
   * tests. People get those of their work. In the order of their names, and unmodifiable.
   */
  public static SortedSet<Permission> permissions() {
    return PERMISSIONS;
  }

  /** The parts of a {@link Commerce}. Not thread-safe; build once. */
  public static final class Builder {

    private @Nullable Storage storage;
    private @Nullable PaymentGateway gateway;
    private @Nullable IdGenerator ids;
    private @Nullable SecretGenerator secrets;
    private @Nullable TaxCalculator taxCalculator;
    private @Nullable TransactionHook hook;
    private final List<EventListener> listeners = new ArrayList<>();
    private final Map<String, ConditionRule> conditions = new HashMap<>();
    private final Map<String, BenefitRule> benefits = new HashMap<>();
    private StateMachine<OrderStatus, OrderAction> orderFlow = OrderFlow.STANDARD;
    private Sourcing sourcing = Sourcing.STANDARD;
    private Flow fulfillmentFlow = Flow.STANDARD;
    private AttemptLimit couponAttempts = AttemptLimit.STANDARD;
    private AttemptLimit giftCardAttempts = AttemptLimit.STANDARD;

    private Builder() {}

    /** Where everything is kept. Required. The storage's clock is the library's clock. */
    public Builder storage(Storage with) {
      storage = Objects.requireNonNull(with, "storage");
      return this;
    }

    /** The host's payment provider. Required. */
    public Builder payments(PaymentGateway with) {
      gateway = Objects.requireNonNull(with, "gateway");
      return this;
    }

    /**
     * A tax service that is asked instead of the rates of markets: whenever something is priced
     * that is not a cart, and once about each content of a cart. By default the rates count.
     */
    public Builder taxCalculator(TaxCalculator with) {
      taxCalculator = Objects.requireNonNull(with, "taxCalculator");
      return this;
    }

    /** Where ids come from. By default UUIDs that grow with time (version 7). */
    public Builder ids(IdGenerator with) {
      ids = Objects.requireNonNull(with, "ids");
      return this;
    }

    /** Where tokens and codes come from. By default the JDK's {@link SecureRandom}. */
    public Builder secrets(SecretGenerator with) {
      secrets = Objects.requireNonNull(with, "secrets");
      return this;
    }

    /**
     * Somebody who hears of events after their commit; by default nobody. May be called several
     * times.
     */
    public Builder listener(EventListener with) {
      listeners.add(Objects.requireNonNull(with, "listener"));
      return this;
    }

    /**
     * How listeners hear of commits on a storage that joins the host's transactions. Required for
     * listeners there, and unused elsewhere.
     */
    public Builder transactionHook(TransactionHook with) {
      hook = Objects.requireNonNull(with, "hook");
      return this;
    }

    /**
     * The life of an order. {@link OrderFlow#STANDARD} by default; vary it with {@link
     * StateMachine#toBuilder}.
     */
    public Builder orderFlow(StateMachine<OrderStatus, OrderAction> with) {
      orderFlow = OrderFlow.checked(Objects.requireNonNull(with, "orderFlow"));
      return this;
    }

    /**
     * Where goods come from, part by part. By default {@link Sourcing#STANDARD}: from every
     * location of the channel, as the market's conventions {@code allocation} and {@code
     * line_split} say.
     */
    public Builder sourcing(Sourcing with) {
      sourcing = Objects.requireNonNull(with, "sourcing");
      return this;
    }

    /** Where goods come from, by these costs, the most important first. */
    public Builder sourcing(SourcingCost... costs) {
      return sourcing(Sourcing.by(costs));
    }

    /**
     * The life of a job. {@link FulfillmentFlow#STANDARD} by default; vary it with {@link
     * StateMachine#toBuilder}, to insist on picking and packing.
     *
     * @throws IllegalArgumentException if goods could leave twice, see {@link
     *     FulfillmentFlow#checked}
     */
    public Builder fulfillmentFlow(StateMachine<FulfillmentStep, FulfillmentAction> with) {
      fulfillmentFlow = new Flow(Objects.requireNonNull(with, "fulfillmentFlow"));
      return this;
    }

    /** How many wrong coupons somebody may try. By default {@link AttemptLimit#STANDARD}. */
    public Builder couponAttempts(AttemptLimit with) {
      couponAttempts = Objects.requireNonNull(with, "couponAttempts");
      return this;
    }

    /**
     * How many wrong codes of gift cards somebody may try. By default {@link
     * AttemptLimit#STANDARD}.
     */
    public Builder giftCardAttempts(AttemptLimit with) {
      giftCardAttempts = Objects.requireNonNull(with, "giftCardAttempts");
      return this;
    }

    /**
     * A condition of the host's own, which promotions ask by its name. None by default.
     *
     * @throws IllegalArgumentException if the name is taken
     */
    public Builder condition(String name, ConditionRule with) {
      Text.id(name, "name");
      if (conditions.putIfAbsent(name, Objects.requireNonNull(with, "condition")) != null) {
        throw new IllegalArgumentException("There is a condition " + name + " already");
      }
      return this;
    }

    /**
     * A benefit of the host's own, which promotions give by its name. None by default.
     *
     * @throws IllegalArgumentException if the name is taken
     */
    public Builder benefit(String name, BenefitRule with) {
      Text.id(name, "name");
      if (benefits.putIfAbsent(name, Objects.requireNonNull(with, "benefit")) != null) {
        throw new IllegalArgumentException("There is a benefit " + name + " already");
      }
      return this;
    }

    /**
     * @throws IllegalStateException naming the part that is missing
     */
    public Commerce build() {
      Storage told =
          new RepeatingStorage(
              new ListeningStorage(required(storage, "storage(…)"), listeners, hookOrNone()));
      PaymentGateway money = required(gateway, "payments(…)");
      IdGenerator names = ids != null ? ids : uuids();
      SecretGenerator hidden = secrets != null ? secrets : new SecureRandom()::nextBytes;
      CorePaymentService payments = new CorePaymentService(told, money);
      HostRules rules = new HostRules(conditions, benefits);
      Sourcer sourcer = new Sourcer(sourcing, FulfillmentDocuments::openJobs);
      Pricing pricing = new Pricing(new RuleBooks(rules), OrderDocuments::count, sourcer);
      CartPricing cartPricing = new CartPricing(pricing, Optional.ofNullable(taxCalculator));
      Arrivals arrivals = new OrderArrivals();
      CoreInventoryService stock = new CoreInventoryService(told, arrivals);
      return new Rooms(
          new CoreCatalogService(told),
          new CoreChannelService(told),
          new CoreCustomerService(told),
          stock,
          new CoreAvailabilityService(told),
          new CoreTransferService(told, arrivals, new StoreArrivals()),
          new CoreStockFeedService(told, stock, arrivals),
          new CoreStockCheckService(told),
          new CoreDeliveryService(told, sourcer),
          new CorePriceService(told),
          new CoreTaxService(told),
          new CorePromotionService(told, rules, hidden),
          new CorePricingService(told, pricing, Optional.ofNullable(taxCalculator)),
          new CoreGiftCardService(told, hidden, giftCardAttempts),
          payments,
          new CoreCartService(told, names, hidden, cartPricing, couponAttempts),
          new CoreOrderService(
              told, orderFlow, pricing, List.of(FulfillmentTimeline::of, ReturnTimeline::of)),
          new CoreFulfillmentService(told, hidden, fulfillmentFlow, sourcer),
          new CoreReturnService(told, payments, pricing),
          new CoreCheckoutService(
              told,
              names,
              cartPricing,
              payments,
              money,
              orderFlow,
              fulfillmentFlow,
              giftCardAttempts),
          required(storage, "storage(…)"));
    }

    private TransactionHook hookOrNone() {
      if (hook != null) {
        return hook;
      }
      if (!listeners.isEmpty() && required(storage, "storage(…)").joinsHostTransaction()) {
        throw new IllegalStateException(
            "Listeners on a storage that joins the host's transactions need transactionHook(…), to"
                + " hear of the host's commits");
      }
      return Runnable::run;
    }

    private static IdGenerator uuids() {
      var generator = Generators.timeBasedEpochGenerator();
      return () -> generator.generate().toString();
    }

    private static <T> T required(@Nullable T part, String method) {
      if (part == null) {
        throw new IllegalStateException(
            "CommerceEngine.builder() needs " + method + " before build()");
      }
      return part;
    }
  }

  private record Rooms(
      CatalogService catalog,
      ChannelService channels,
      CustomerService customers,
      InventoryService inventory,
      AvailabilityService availability,
      TransferService transfers,
      StockFeedService stockFeeds,
      StockCheckService stockChecks,
      DeliveryService delivery,
      PriceService prices,
      TaxService taxes,
      PromotionService promotions,
      PricingService pricing,
      GiftCardService giftCards,
      PaymentService payments,
      CartService carts,
      OrderService orders,
      FulfillmentService fulfillment,
      ReturnService returns,
      CheckoutService checkout,
      Storage storage)
      implements Commerce {

    /**
     * Asked for only when it is needed: a storage that joins the host's transactions may have none.
     */
    @Override
    public Maintenance maintenance() {
      return storage.maintenance();
    }
  }
}
