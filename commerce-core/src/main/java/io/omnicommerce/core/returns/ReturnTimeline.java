package io.omnicommerce.core.returns;

import io.omnicommerce.common.Reference;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.TimelineEntry;
import io.omnicommerce.storage.Session;
import java.util.List;

/** What came back of an order, or is to. */
public final class ReturnTimeline {

  private ReturnTimeline() {}

  public static List<TimelineEntry> of(Session session, Order order) {
    return ReturnDocuments.ofOrder(session, order.id()).stream()
        .map(stored -> stored.value())
        .map(
            rma ->
                new TimelineEntry(
                    rma.openedAt(),
                    Reference.of(ReturnDocuments.TYPE.name(), rma.id().value()),
                    "return_opened",
                    "",
                    rma.status().name()))
        .toList();
  }
}
