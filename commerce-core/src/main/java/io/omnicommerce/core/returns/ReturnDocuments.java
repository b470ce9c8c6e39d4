package io.omnicommerce.core.returns;

import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.Reference;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.core.storage.Events;
import io.omnicommerce.core.storage.Pages;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.returns.ReturnEvent;
import io.omnicommerce.returns.ReturnService;
import io.omnicommerce.returns.Rma;
import io.omnicommerce.returns.RmaId;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.LookupKey;
import io.omnicommerce.storage.NewEvent;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.List;
import java.util.Optional;

/** Returns as documents, by RMA number, and the plans by which money is given back. */
public final class ReturnDocuments {

  public static final String ORDER = "order";

  public static final DocumentType<Rma> TYPE =
      DocumentType.of("rma", Json.codec(Rma.class))
          .foundBy(LookupKey.shared(ORDER, rma -> List.of(rma.order().value())))
          .projectedTo(ReturnLineRows.PROJECTION);

  public static final DocumentType<RefundPlan> PLAN =
      DocumentType.of("refund_plan", Json.codec(RefundPlan.class));

  private ReturnDocuments() {}

  /** The returns of an order, in the order of their ids. */
  public static List<Stored<Rma>> ofOrder(Session session, OrderId order) {
    return Pages.all(session, TYPE, ORDER, order.value());
  }

  static Optional<Stored<Rma>> find(Session session, RmaId id) {
    return session.documents().find(TYPE, id.value());
  }

  static Stored<Rma> require(Session session, RmaId id) {
    return find(session, id).orElseThrow(() -> notFound(id));
  }

  static NotFoundException notFound(RmaId id) {
    return new NotFoundException(ReturnService.NOT_FOUND, Reference.of(TYPE.name(), id.value()));
  }

  static NewEvent event(Rma rma, ReturnEvent event) {
    return Events.of(TYPE.name(), rma.id().value(), rma.version(), event);
  }
}
