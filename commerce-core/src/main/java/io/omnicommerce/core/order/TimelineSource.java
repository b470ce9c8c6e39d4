package io.omnicommerce.core.order;

import io.omnicommerce.order.Order;
import io.omnicommerce.order.TimelineEntry;
import io.omnicommerce.storage.Session;
import java.util.List;

/** What a room further right knows of what happened around an order. */
@FunctionalInterface
public interface TimelineSource {

  List<TimelineEntry> of(Session session, Order order);
}
