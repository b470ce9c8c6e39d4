package io.omnicommerce.core.fulfillment;

import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Reference;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.storage.Events;
import io.omnicommerce.core.storage.Pages;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentEvent;
import io.omnicommerce.fulfillment.FulfillmentId;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.fulfillment.FulfillmentStep;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.LookupKey;
import io.omnicommerce.storage.NewEvent;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.StorageException;
import io.omnicommerce.storage.Stored;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Jobs as documents, by id. */
public final class FulfillmentDocuments {

  public static final String ORDER = "order";
  private static final String OPEN_AT = "open_at";
  private static final String OPEN = "open";
  private static final String WORK_AT = "work_at";

  public static final DocumentType<Fulfillment> TYPE =
      DocumentType.of("fulfillment", Json.codec(Fulfillment.class))
          .foundBy(LookupKey.shared(ORDER, job -> List.of(job.order().value())))
          .foundBy(LookupKey.shared(OPEN_AT, job -> ifOpen(job, job.location().value())))
          .foundBy(LookupKey.shared(OPEN, job -> ifOpen(job, OPEN)))
          .foundBy(LookupKey.shared(WORK_AT, FulfillmentDocuments::ifWork));

  private FulfillmentDocuments() {}

  private static List<String> ifOpen(Fulfillment job, String value) {
    return job.step().isEnded() ? List.of() : List.of(value);
  }

  /** What is ready waits for its customer, and nobody has to do anything for it. */
  private static List<String> ifWork(Fulfillment job) {
    return job.step() == FulfillmentStep.READY ? List.of() : ifOpen(job, job.location().value());
  }

  /** The jobs of a location that have not ended. */
  static Page<Stored<Fulfillment>> openAt(Session session, LocationId location, PageRequest page) {
    return session.documents().findBy(TYPE, OPEN_AT, location.value(), page);
  }

  /** All jobs that have not ended. */
  static Page<Stored<Fulfillment>> open(Session session, PageRequest page) {
    return session.documents().findBy(TYPE, OPEN, OPEN, page);
  }

  /**
   * For how many jobs something is to be done at locations; what is beyond a page is not counted.
   */
  public static Map<LocationId, Long> openJobs(Session session, Collection<LocationId> locations) {
    Map<LocationId, Long> jobs = new HashMap<>();
    PageRequest all = PageRequest.first(PageRequest.LIMIT_MAX);
    for (LocationId location : locations) {
      long open = session.documents().findBy(TYPE, WORK_AT, location.value(), all).items().size();
      if (open > 0) {
        jobs.put(location, open);
      }
    }
    return jobs;
  }

  /** The jobs of an order, in the order of their ids. */
  public static List<Stored<Fulfillment>> ofOrder(Session session, OrderId order) {
    return Pages.all(session, TYPE, ORDER, order.value());
  }

  /** An event about a job, to be appended with the version that it tells of. */
  public static NewEvent event(Fulfillment job, FulfillmentEvent event) {
    return Events.of(TYPE.name(), job.id().value(), job.version(), event);
  }

  public static Stored<Fulfillment> require(Session session, FulfillmentId id) {
    return session.documents().find(TYPE, id.value()).orElseThrow(() -> notFound(id));
  }

  static NotFoundException notFound(FulfillmentId id) {
    return new NotFoundException(
        FulfillmentService.NOT_FOUND, Reference.of(TYPE.name(), id.value()));
  }

  /**
   * The order of a job. It is read after the job and may be newer: then what was read does not fit
   * together, and a rule would refuse what is merely being done by somebody else.
   */
  public static Stored<Order> order(Session session, Fulfillment job) {
    Stored<Order> order =
        OrderDocuments.find(session, job.order())
            .orElseThrow(() -> OrderDocuments.notFound(job.order()));
    if (!OutboundRules.fits(job, order.value())) {
      throw StorageException.conflict("order " + job.order());
    }
    return order;
  }

  /** Adds a job that has less to do to a decision, which tells of it. */
  public static void reduce(Decision.Builder decision, Stored<Fulfillment> job, Fulfillment less) {
    decision.save(DocumentWrite.update(TYPE, job, less)).event(event(less, reduced(less)));
  }

  private static FulfillmentEvent reduced(Fulfillment less) {
    return less.step() == FulfillmentStep.CANCELLED
        ? new FulfillmentEvent.FulfillmentCancelled(less.id(), less.order())
        : new FulfillmentEvent.FulfillmentChanged(less.id(), less.order());
  }

  /** Adds a new job to a decision. */
  public static void request(Decision.Builder decision, Fulfillment job) {
    decision
        .save(DocumentWrite.create(TYPE, job.id().value(), job))
        .event(
            event(
                job,
                new FulfillmentEvent.FulfillmentRequested(job.id(), job.order(), job.location())));
  }
}
