package io.omnicommerce.core.pricing;

import io.omnicommerce.common.CustomerId;
import io.omnicommerce.storage.Session;

/** How many orders a customer has placed; the room of orders, further right, knows. */
@FunctionalInterface
public interface PastOrders {

  /** Nobody has ever ordered. */
  PastOrders NONE = (session, customer, cancelledToo) -> 0;

  long count(Session session, CustomerId customer, boolean cancelledToo);
}
