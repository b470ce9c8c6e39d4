package io.omnicommerce.core.checkout;

import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.IdempotencyMismatchException;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.channel.ChannelSettings;
import io.omnicommerce.core.common.Fingerprint;
import io.omnicommerce.core.customer.CustomerDocuments;
import io.omnicommerce.core.delivery.DeliveryDocuments;
import io.omnicommerce.core.delivery.SourceLocations;
import io.omnicommerce.core.delivery.SourcedPromise;
import io.omnicommerce.core.delivery.Sourcer;
import io.omnicommerce.core.delivery.SourcingAsk;
import io.omnicommerce.core.fulfillment.FulfillmentDocuments;
import io.omnicommerce.core.fulfillment.FulfillmentRules;
import io.omnicommerce.core.inventory.Elsewhere;
import io.omnicommerce.core.order.ImportRules;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.storage.Commands;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryPromise;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.order.ImportedOrder;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderEvent;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.order.OrderOrigin;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.StorageException;
import io.omnicommerce.storage.Stored;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes orders in that were placed elsewhere, each once. */
final class OrderImport {

  private static final String COMMAND = "order.import";

  private final Storage storage;
  private final Sourcer sourcer;

  OrderImport(Storage storage, Sourcer sourcer) {
    this.storage = storage;
    this.sourcer = sourcer;
  }

  Order take(CallContext context, ImportedOrder imported) {
    context.actor().require(OrderService.IMPORT);
    ImportRules.check(imported);
    try {
      return Elsewhere.deciding(
          elsewhere ->
              storage.inTransaction(context, session -> take(session, imported, elsewhere)));
    } catch (StorageException failed) {
      if (failed.code().equals(StorageException.KEY_TAKEN)) {
        return storage.inTransaction(
            context, session -> known(session, imported).orElseThrow(() -> numberTaken(imported)));
      }
      throw failed;
    }
  }

  private static RefusedException numberTaken(ImportedOrder imported) {
    return new RefusedException(Fitness.numberTaken(imported.number()));
  }

  private Order take(Session session, ImportedOrder imported, Elsewhere elsewhere) {
    Optional<Order> known = known(session, imported);
    if (known.isPresent()) {
      return known.get();
    }
    checkIdIsFree(session, imported);
    CallContext context = session.context().withChannel(imported.origin().channel());
    ChannelSettings settings = ChannelDocuments.settings(session, imported.origin().channel());
    DeliveryMethod method = DeliveryDocuments.require(session, imported.delivery().method());
    Entries entries =
        CatalogDocuments.require(session, imported.lines().stream().map(PricedLine::sku).toList());
    String group = "import/" + imported.id();
    GoodsTaken taken = goods(session, settings, imported, entries, group);
    if (!taken.missing().isEmpty() && imported.stock() == ImportedOrder.Stock.REQUIRED) {
      throw new RefusedException(taken.missing().get(0));
    }
    Order order =
        ImportRules.order(
            imported,
            taken.allocations(),
            entries,
            promise(session, method, imported, taken),
            CustomerDocuments.cards(session, imported.owner().knownCustomer()),
            context,
            session.now());
    Decision.Builder decision =
        Decision.builder()
            .save(DocumentWrite.create(OrderDocuments.TYPE, order.id().value(), order))
            .save(
                Commands.doneByAnybody(
                    COMMAND, key(imported), content(imported), order.id().value()))
            .event(
                OrderDocuments.event(
                    order,
                    new OrderEvent.OrderPlaced(
                        order.id(), order.number(), order.cart(), order.totals().grand())));
    taken.queueing().forEach(decision::save);
    if (!taken.legs().isEmpty()) {
      BatchId id = BatchId.of(group);
      decision
          .step(new LedgerStep.Hold(Batch.of(id, taken.legs()), Optional.empty()))
          .step(new LedgerStep.Confirm(id));
    }
    FulfillmentRules.request(order, method.kind(), session.now())
        .forEach(job -> FulfillmentDocuments.request(decision, job));
    CommitResult result = session.commit(decision.build());
    if (result instanceof CommitResult.Refused refused) {
      elsewhere.check(refused, taken.legs());
      throw new RefusedException(Shortages.of(refused.shortfalls(), entries).get(0));
    }
    Results.checkCurrent(result);
    return order;
  }

  /** The same order, coming in at once, is no other: it is known when it is looked for again. */
  private static void checkIdIsFree(Session session, ImportedOrder imported) {
    OrderDocuments.find(session, imported.id())
        .map(Stored::value)
        .ifPresent(
            there -> {
              if (there.origin().filter(from -> isSame(from, imported.origin())).isPresent()) {
                throw StorageException.conflict("order " + imported.id());
              }
              throw new RefusedException(
                  OrderService.ID_TAKEN,
                  "Another order has the id " + imported.id() + ". Use another one.",
                  Facts.of("order", imported.id()));
            });
  }

  private static boolean isSame(OrderOrigin one, OrderOrigin other) {
    return one.channel().equals(other.channel()) && one.reference().equals(other.reference());
  }

  private static DeliveryPromise promise(
      Session session, DeliveryMethod method, ImportedOrder imported, GoodsTaken taken) {
    Set<LocationId> sources = new LinkedHashSet<>();
    taken.allocations().values().forEach(all -> all.forEach(from -> sources.add(from.source())));
    return SourcedPromise.of(
        session,
        FulfillmentDocuments::openJobs,
        method,
        imported.delivery().pickup(),
        sources,
        Awaited.expected(session, taken.allocations().values()).orElse(session.now()));
  }

  private static Optional<Order> known(Session session, ImportedOrder imported) {
    return done(session, imported)
        .map(OrderId::of)
        .flatMap(id -> OrderDocuments.find(session, id))
        .map(stored -> stored.value());
  }

  private static Optional<String> done(Session session, ImportedOrder imported) {
    try {
      return Commands.resultOfAnybody(session, COMMAND, key(imported), content(imported));
    } catch (IdempotencyMismatchException other) {
      throw new IdempotencyMismatchException(COMMAND, imported.origin().reference());
    }
  }

  private static IdempotencyKey key(ImportedOrder imported) {
    String origin = imported.origin().channel() + "/" + imported.origin().reference();
    return IdempotencyKey.of(Fingerprint.of(origin));
  }

  private static String content(ImportedOrder imported) {
    return ContentHash.of(imported.lines(), imported.charges(), ImportRules.totals(imported))
        + "\n"
        + imported.id()
        + "\n"
        + imported.number();
  }

  private static List<LocationId> sources(
      Session session, ChannelSettings settings, ImportedOrder imported) {
    return SourceLocations.of(session, settings, imported.delivery().pickup());
  }

  private GoodsTaken goods(
      Session session,
      ChannelSettings settings,
      ImportedOrder imported,
      Entries entries,
      String group) {
    List<LocationId> sources = sources(session, settings, imported);
    if (imported.stock() == ImportedOrder.Stock.NONE) {
      return new GoodsTaken(List.of(), Map.of(), List.of(), List.of());
    }
    if (sources.isEmpty()) {
      throw new RefusedException(
          CheckoutService.MISSING_STEP,
          "The channel has no location from which goods could come.",
          Facts.of("step", "source"));
    }
    return GoodsTaken.of(
        sourcer,
        session,
        new SourcingAsk(
            settings,
            List.of(),
            entries,
            sources,
            imported.delivery().address(),
            imported.delivery().pickup(),
            List.of()),
        imported.lines().stream()
            .map(
                line ->
                    new GoodsTaken.Wanted(line.id(), SkuQuantity.of(line.sku(), line.quantity())))
            .toList(),
        group,
        imported.stock());
  }
}
