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
import io.omnicommerce.returns.ReturnService;
import io.omnicommerce.storage.Maintenance;
import io.omnicommerce.tax.TaxService;

/**
 * The whole library: one accessor a room. Services are stateless, so a host may also hand them out
 * one by one. Built by {@code CommerceEngine.builder()} of the module {@code commerce-core}.
 * Thread-safe.
 */
public interface Commerce {

  CatalogService catalog();

  ChannelService channels();

  CustomerService customers();

  InventoryService inventory();

  DeliveryService delivery();

  PriceService prices();

  TaxService taxes();

  PricingService pricing();

  PaymentService payments();

  CartService carts();

  OrderService orders();

  FulfillmentService fulfillment();

  ReturnService returns();

  CheckoutService checkout();

  /** What a host's scheduler runs: expiry, relay, audit. */
  Maintenance maintenance();
}
