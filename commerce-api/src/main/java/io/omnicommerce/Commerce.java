package io.omnicommerce;

import io.omnicommerce.cart.CartService;
import io.omnicommerce.catalog.CatalogService;
import io.omnicommerce.channel.ChannelService;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.customer.CustomerService;
import io.omnicommerce.delivery.DeliveryService;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.price.PriceService;
import io.omnicommerce.pricing.PricingService;
import io.omnicommerce.promotion.PromotionService;
import io.omnicommerce.returns.ReturnService;
import io.omnicommerce.storage.Maintenance;
import io.omnicommerce.tax.TaxService;

/**
 * The whole library: one accessor a room. Services are stateless, so a host may also hand them out
 * one by one. Built by {@code CommerceEngine.builder()} of the module {@code commerce-core}.
 * Thread-safe.
 */
public interface Commerce {

  /** What can be sold. */
  CatalogService catalog();

  /** Markets, channels and locations. */
  ChannelService channels();

  /** Whom the shop knows. */
  CustomerService customers();

  /** How much there is, and where. */
  InventoryService inventory();

  /** How goods reach the customer. */
  DeliveryService delivery();

  /** Price lists. */
  PriceService prices();

  /** Tax rates by zone. */
  TaxService taxes();

  /** What makes goods cheaper. */
  PromotionService promotions();

  /** What goods would cost, without a cart. */
  PricingService pricing();

  /** Money at the gateway and at the till. */
  PaymentService payments();

  /** What somebody wants. */
  CartService carts();

  /** What was bought. */
  OrderService orders();

  /** The work of getting goods out. */
  FulfillmentService fulfillment();

  /** What comes back, goods and money. */
  ReturnService returns();

  /** From a cart to an order. */
  CheckoutService checkout();

  /** What a host's scheduler runs: expiry, relay, audit. */
  Maintenance maintenance();
}
