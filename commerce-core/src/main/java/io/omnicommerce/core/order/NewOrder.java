package io.omnicommerce.core.order;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.delivery.DeliveryPromise;
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
 * @param sources where the goods of each line come from
 * @param holdLines the number of each line in the ledger's group; a line without one has no stock
 * @param entries the catalog's entries of all lines
 * @param allocation the ledger's group
 */
public record NewOrder(
    OrderId id,
    OrderNumber number,
    Cart cart,
    PricedCart priced,
    Map<LineId, LocationId> sources,
    Map<LineId, Integer> holdLines,
    Entries entries,
    DeliveryPromise promise,
    String allocation,
    List<PaymentId> payments,
    List<String> cards,
    CallContext context,
    Instant now) {

  public NewOrder {
    sources = Map.copyOf(sources);
    holdLines = Map.copyOf(holdLines);
    payments = List.copyOf(payments);
    cards = List.copyOf(cards);
  }
}
