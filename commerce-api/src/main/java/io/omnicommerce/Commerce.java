package io.omnicommerce;

import io.omnicommerce.cart.CartService;
import io.omnicommerce.catalog.CatalogService;
import io.omnicommerce.channel.ChannelService;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.customer.CustomerService;
import io.omnicommerce.delivery.DeliveryService;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.inventory.AvailabilityService;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.StockCheckService;
import io.omnicommerce.inventory.StockFeedService;
import io.omnicommerce.inventory.TransferService;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.price.PriceService;
import io.omnicommerce.pricing.PricingService;
import io.omnicommerce.promotion.PromotionService;
import io.omnicommerce.returns.ReturnService;
import io.omnicommerce.storage.Maintenance;
import io.omnicommerce.tax.TaxService;
import io.omnicommerce.value.GiftCardService;

/**
 * The whole library: one accessor a room. Services are stateless, so a host may also hand them out
 * one by one. Built by {@code CommerceEngine.builder()} of the module {@code commerce-core}.
 * Thread-safe.
 */
public interface Commerce {

  /** What can be sold: SKUs with options, units, quantities and the channels they are for. */
  CatalogService catalog();

  /** Markets with their conventions, channels with their sources of stock, locations. */
  ChannelService channels();

  /** Whom the shop knows, found by email, telephone or card. */
  CustomerService customers();

  /** How much there is of what, and where; what of it may be sold. */
  InventoryService inventory();

  /** What may be promised to whom, and on which terms. */
  AvailabilityService availability();

  /** Goods on their way from one location to another. */
  TransferService transfers();

  /** Stock that other systems count, and what can honestly be said of it. */
  StockFeedService stockFeeds();

  /** Looks at shelves for customers: a size is reserved, an associate looks for it. */
  StockCheckService stockChecks();

  /** How goods reach the customer, for how much and until when. */
  DeliveryService delivery();

  /** Price lists, and what something costs a buyer at any instant. */
  PriceService prices();

  /** Tax rates by zone, category and time; who pays none. */
  TaxService taxes();

  /** Promotions and coupons, as data. */
  PromotionService promotions();

  /** What goods would cost all in all, without a cart, and why. */
  PricingService pricing();

  /** Gift cards: issued, loaded, asked for what is left. */
  GiftCardService giftCards();

  /** Money at the gateway and at the till: capture, void, and what is not known yet. */
  PaymentService payments();

  /** What somebody wants: one cart for all channels. */
  CartService carts();

  /** What was bought: found from anywhere, moved along a table. */
  OrderService orders();

  /** The work of getting goods out: ship, make ready, hand over. */
  FulfillmentService fulfillment();

  /** What comes back: goods at any location, and the money for them. */
  ReturnService returns();

  /** From a cart to an order, and back as long as nothing has left. */
  CheckoutService checkout();

  /** What a host's scheduler runs: expiry, relay, audit. */
  Maintenance maintenance();
}
