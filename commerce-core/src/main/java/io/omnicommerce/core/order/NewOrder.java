package io.omnicommerce.core.order;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.delivery.DeliveryPromise;
import io.omnicommerce.order.Allocation;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.order.OrderNumber;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCart;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything an order is made of.
 *
 * @param allocations where the goods of each line come from
 * @param entries the catalog's entries of all lines
 */
public record NewOrder(
    OrderId id,
    OrderNumber number,
    Cart cart,
    PricedCart priced,
    Map<LineId, List<Allocation>> allocations,
    Entries entries,
    DeliveryPromise promise,
    List<PaymentId> payments,
    List<String> cards,
    CallContext context,
    Instant now) {

  public NewOrder {
    allocations = Map.copyOf(allocations);
    payments = List.copyOf(payments);
    cards = List.copyOf(cards);
  }
}
