package io.omnicommerce.examples.quickstart;

import io.omnicommerce.cart.CartService;
import io.omnicommerce.catalog.CatalogService;
import io.omnicommerce.channel.ChannelService;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.Permission;
import io.omnicommerce.customer.CustomerService;
import io.omnicommerce.delivery.DeliveryService;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.price.PriceService;
import io.omnicommerce.returns.ReturnService;
import io.omnicommerce.tax.TaxService;

/** Who works for the shop, and what each may do. */
final class Staff {

  private Staff() {}

  /** Sets a shop up. */
  static Actor merchandiser() {
    return Actor.system(
        "import",
        CatalogService.EDIT,
        ChannelService.EDIT,
        CustomerService.EDIT,
        DeliveryService.EDIT,
        InventoryService.MANAGE,
        PriceService.EDIT,
        TaxService.EDIT);
  }

  /** Replays what others did: whatever a cart, an order and a return need. */
  static Actor replayer() {
    return Actor.system(
        "replay",
        CartService.ASSIST,
        CartService.CHARGE,
        PriceService.OVERRIDE,
        OrderService.VIEW,
        OrderService.MANAGE,
        FulfillmentService.WORK,
        PaymentService.VIEW,
        PaymentService.CAPTURE,
        ReturnService.RECEIVE,
        ReturnService.REFUND,
        CheckoutService.CANCEL,
        InventoryService.MANAGE);
  }

  /** Stands in a store. */
  static Actor clerk(String id) {
    Permission[] may = {
      OrderService.VIEW,
      OrderService.MANAGE,
      FulfillmentService.WORK,
      PaymentService.VIEW,
      PaymentService.CAPTURE,
      ReturnService.RECEIVE,
      ReturnService.REFUND,
      InventoryService.MANAGE
    };
    return Actor.staff(id, may);
  }
}
