package io.omnicommerce.core.delivery;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.channel.ChannelSettings;
import io.omnicommerce.core.storage.Saves;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.delivery.DeliveryPromise;
import io.omnicommerce.delivery.DeliveryService;
import io.omnicommerce.delivery.Handling;
import io.omnicommerce.delivery.SourcingExplanation;
import io.omnicommerce.delivery.SourcingPlan;
import io.omnicommerce.delivery.SourcingQuestion;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The service of delivery methods. */
public final class CoreDeliveryService implements DeliveryService {

  private final Storage storage;

  private final Sourcer sourcer;

  public CoreDeliveryService(Storage storage) {
    this(storage, Sourcer.STANDARD);
  }

  public CoreDeliveryService(Storage storage, Sourcer sourcer) {
    this.storage = storage;
    this.sourcer = sourcer;
  }

  @Override
  public void save(CallContext context, DeliveryMethod method) {
    context.actor().require(EDIT);
    storage.inTransaction(
        context,
        session -> {
          RateRules.check(method, currencies(session, method));
          checkCount(DeliveryDocuments.all(session), method);
          return Saves.replace(
              session, DeliveryDocuments.METHOD, List.of(method), same -> same.id().value());
        });
  }

  private static void checkCount(List<DeliveryMethod> known, DeliveryMethod method) {
    boolean isNew = known.stream().noneMatch(other -> other.id().equals(method.id()));
    if (isNew && known.size() >= METHODS_MAX) {
      throw new LimitExceededException(
          LIMIT_EXCEEDED, "methodsMax", METHODS_MAX, "Change a method that is no longer offered.");
    }
  }

  @Override
  public Optional<DeliveryMethod> find(CallContext context, DeliveryMethodId id) {
    return storage.inTransaction(context, session -> DeliveryDocuments.find(session, id));
  }

  @Override
  public List<DeliveryMethod> all(CallContext context) {
    return storage.inTransaction(context, DeliveryDocuments::all);
  }

  @Override
  public void save(CallContext context, Handling handling) {
    Objects.requireNonNull(handling, "handling");
    context.actor().require(EDIT);
    storage.inTransaction(
        context,
        session -> {
          ChannelDocuments.location(session, handling.location());
          return Saves.replace(
              session,
              DeliveryDocuments.HANDLING,
              List.of(handling),
              same -> same.location().value());
        });
  }

  @Override
  public Optional<Handling> findHandling(CallContext context, LocationId location) {
    Objects.requireNonNull(location, "location");
    return storage.inTransaction(
        context, session -> DeliveryDocuments.findHandling(session, location));
  }

  @Override
  public SourcingPlan source(CallContext context, SourcingQuestion question) {
    Objects.requireNonNull(question, "question");
    context.actor().require(InventoryService.MANAGE);
    return storage.inTransaction(context, session -> sourcer.plan(session, ask(session, question)));
  }

  @Override
  public SourcingExplanation explainSourcing(CallContext context, SourcingQuestion question) {
    Objects.requireNonNull(question, "question");
    context.actor().require(InventoryService.MANAGE);
    return storage.inTransaction(
        context, session -> sourcer.explain(session, ask(session, question)));
  }

  @Override
  public Optional<DeliveryPromise> promise(
      CallContext context, DeliveryMethodId method, SourcingQuestion question) {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(question, "question");
    return storage.inTransaction(
        context,
        session -> {
          DeliveryMethod chosen = DeliveryDocuments.require(session, method);
          Promising goods =
              Promising.of(
                  session, sourcer, ask(session, question), List.of(chosen), session.now());
          return goods.whole() ? Optional.of(goods.promise(chosen)) : Optional.empty();
        });
  }

  private static SourcingAsk ask(Session session, SourcingQuestion question) {
    ChannelSettings settings = ChannelDocuments.settings(session);
    question.pickup().ifPresent(place -> ChannelDocuments.location(session, place));
    Entries entries =
        CatalogDocuments.require(session, question.lines().stream().map(SkuQuantity::sku).toList());
    return new SourcingAsk(
            settings,
            question.lines(),
            entries,
            SourceLocations.of(session, settings, question.pickup()),
            question.address(),
            question.pickup(),
            Optional.empty())
        .carried();
  }

  /** What may be paid with where the method is offered, if it says where. */
  private static Optional<Set<Currency>> currencies(Session session, DeliveryMethod method) {
    return method
        .markets()
        .map(
            markets ->
                markets.stream()
                    .map(id -> ChannelDocuments.market(session, id))
                    .flatMap(market -> market.currencies().stream())
                    .collect(Collectors.toSet()));
  }
}
