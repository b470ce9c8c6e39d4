package io.omnicommerce.core.fulfillment;

import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.Reference;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.core.storage.Events;
import io.omnicommerce.core.storage.Pages;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentEvent;
import io.omnicommerce.fulfillment.FulfillmentId;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.LookupKey;
import io.omnicommerce.storage.NewEvent;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.List;

/** Jobs as documents, by id. */
public final class FulfillmentDocuments {

  public static final String ORDER = "order";

  public static final DocumentType<Fulfillment> TYPE =
      DocumentType.of("fulfillment", Json.codec(Fulfillment.class))
          .foundBy(LookupKey.shared(ORDER, job -> List.of(job.order().value())));

  private FulfillmentDocuments() {}

  /** The jobs of an order, in the order of their ids. */
  public static List<Stored<Fulfillment>> ofOrder(Session session, OrderId order) {
    return Pages.all(session, TYPE, ORDER, order.value());
  }

  /** An event about a job, to be appended with the version that it tells of. */
  public static NewEvent event(Fulfillment job, FulfillmentEvent event) {
    return Events.of(TYPE.name(), job.id().value(), job.version(), event);
  }

  static Stored<Fulfillment> require(Session session, FulfillmentId id) {
    return session.documents().find(TYPE, id.value()).orElseThrow(() -> notFound(id));
  }

  static NotFoundException notFound(FulfillmentId id) {
    return new NotFoundException(
        FulfillmentService.NOT_FOUND, Reference.of(TYPE.name(), id.value()));
  }
}
