package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.key;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.omnicommerce.catalog.CatalogService;
import io.omnicommerce.checkout.AmendmentPreview;
import io.omnicommerce.checkout.AmendmentRequest;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.fulfillment.CoreFulfillmentService;
import io.omnicommerce.core.order.CoreOrderService;
import io.omnicommerce.core.promotion.CorePromotionService;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderFlow;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.price.PriceService;
import io.omnicommerce.promotion.PromotionService;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The shop with a desk where orders are amended, and where it is seen what becomes of them. */
final class OrderDesk {

  /** The staff of the desk, which may do all that is asked of it here. */
  static final CallContext DESK =
      Shop.staff(
          CheckoutService.AMEND,
          CheckoutService.CANCEL,
          PriceService.OVERRIDE,
          OrderService.MANAGE,
          OrderService.VIEW,
          PromotionService.EDIT,
          CatalogService.EDIT,
          FulfillmentService.WORK);

  final Buying buying = new Buying();
  final OrderService orders = new CoreOrderService(buying.shop.storage(), OrderFlow.STANDARD);
  final FulfillmentService fulfillment =
      new CoreFulfillmentService(buying.shop.storage(), buying.shop.secrets());
  final PromotionService promotions =
      new CorePromotionService(buying.shop.storage(), HostRules.NONE, buying.shop.secrets());

  static AmendmentRequest change(Order order) {
    return AmendmentRequest.of(order.version(), "the customer called");
  }

  AmendmentPreview preview(Order order, AmendmentRequest request) {
    return buying.checkouts.previewAmendment(DESK, order.id(), request);
  }

  /** Amends an order as the preview shows it. */
  Order amend(Order order, AmendmentRequest request, String key) {
    return amend(order, request, preview(order, request).fingerprint(), key);
  }

  Order amend(Order order, AmendmentRequest request, String shown, String key) {
    return buying.checkouts.amend(DESK, order.id(), request, shown, key(key));
  }

  /** The code with which a call is refused. */
  static String refused(ThrowingCallable call) {
    return catchThrowableOfType(CommerceException.class, call).code().toString();
  }
}
