package io.omnicommerce.core.checkout;

import io.omnicommerce.cart.NewLine;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.checkout.AmendmentPreview;
import io.omnicommerce.checkout.AmendmentRequest;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Destination;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Reference;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.VersionConflictException;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.channel.ChannelSettings;
import io.omnicommerce.core.customer.CustomerDocuments;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.pricing.AmendedInputs;
import io.omnicommerce.core.pricing.Pricing;
import io.omnicommerce.core.pricing.PricingResult;
import io.omnicommerce.core.promotion.Redeemer;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.order.OrderStatus;
import io.omnicommerce.price.PriceOverride;
import io.omnicommerce.pricing.FrozenLine;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.pricing.PricingInputs;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An amendment that is being thought through: what it would make of an order. */
final class AmendmentDraft {

  private final Session session;
  private final Pricing pricing;
  private final Stored<Order> stored;
  private final AmendmentRequest request;
  private boolean done;
  private @Nullable Stored<PricingInputs> inputs;
  private @Nullable PricingInputs after;
  private @Nullable PricedCart priced;

  AmendmentDraft(Session session, Pricing pricing, Stored<Order> stored, AmendmentRequest request) {
    this.session = session;
    this.pricing = pricing;
    this.stored = stored;
    this.request = request;
  }

  /** This draft, of what was done before. */
  AmendmentDraft done() {
    done = true;
    return this;
  }

  boolean isDone() {
    return done;
  }

  Stored<Order> stored() {
    return stored;
  }

  Order order() {
    return stored.value();
  }

  Stored<PricingInputs> inputs() {
    return Objects.requireNonNull(inputs);
  }

  PricingInputs after() {
    return Objects.requireNonNull(after);
  }

  AmendmentPreview preview() {
    checkVersion();
    checkMayChange();
    inputs =
        session
            .documents()
            .find(OrderDocuments.PRICING, order().id().value())
            .filter(found -> found.value().taxTerms().answer().isEmpty())
            .orElseThrow(() -> immutable("prices", "were given from outside"));
    checkGifts();
    Map<LineId, Quantity> wanted = wanted();
    checkQuantities(wanted);
    after = amendedInputs(wanted);
    priced = pricing.replay(after);
    checkShippedStays(priced);
    return new AmendmentPreview(
        order().id(), order().due(), priced, Amending.fingerprint(order(), request, priced));
  }

  private void checkVersion() {
    if (!request.version().equals(order().version())) {
      throw new VersionConflictException(
          OrderService.VERSION_CONFLICT,
          Reference.of(OrderDocuments.TYPE.name(), order().id().value()),
          request.version(),
          order().version());
    }
  }

  private void checkMayChange() {
    OrderStatus status = order().status();
    if (status == OrderStatus.CANCELLED || status == OrderStatus.CLOSED) {
      throw immutable("status", status.name());
    }
    if (order().amendments().size() >= OrderService.AMENDMENTS_MAX) {
      throw new LimitExceededException(
          OrderService.LIMIT_EXCEEDED,
          "amendmentsMax",
          OrderService.AMENDMENTS_MAX,
          "Place what is wanted more as another order.");
    }
    boolean returned = order().lines().stream().anyMatch(line -> !line.returned().isZero());
    if (returned) {
      throw immutable("goods", "have come back");
    }
    if (request.delivery().isPresent()) {
      delivery().check(session, settings());
    }
    Stream.concat(request.quantities().keySet().stream(), request.prices().keySet().stream())
        .filter(line -> order().line(line).isEmpty())
        .findFirst()
        .ifPresent(
            line -> {
              throw immutable("line", line.value() + " is not there");
            });
  }

  /** The lines that a promotion has added. */
  private Set<LineId> gifts() {
    return GiftLines.of(inputs().value());
  }

  private void checkGifts() {
    Stream.concat(request.quantities().keySet().stream(), request.prices().keySet().stream())
        .filter(gifts()::contains)
        .findFirst()
        .ifPresent(
            line -> {
              throw immutable("line", line + " is a gift, which its promotion gives or takes");
            });
  }

  private void checkQuantities(Map<LineId, Quantity> wanted) {
    Map<LineId, Quantity> bought = new TreeMap<>(wanted);
    bought.keySet().removeAll(gifts());
    Set<Sku> skus = new LinkedHashSet<>();
    bought.keySet().forEach(id -> skus.add(order().line(id).orElseThrow().priced().sku()));
    request.added().forEach(line -> skus.add(line.sku()));
    AmendedQuantities.check(
        order(),
        bought,
        request.added(),
        CatalogDocuments.require(session, List.copyOf(skus)),
        session.context());
  }

  private DeliveryChange delivery() {
    return DeliveryChange.of(order(), request);
  }

  private ChannelSettings settings() {
    return ChannelDocuments.settings(session);
  }

  private RefusedException immutable(String what, String why) {
    return new RefusedException(
        OrderService.IMMUTABLE,
        "The order " + order().number() + " cannot be amended so: " + what + " " + why + ".",
        Facts.of("what", what, "why", why));
  }

  /** How much there is to be of each line that is there, without what was cancelled. */
  private Map<LineId, Quantity> wanted() {
    Map<LineId, Quantity> wanted = new TreeMap<>();
    for (OrderLine line : order().lines()) {
      LineId id = line.priced().id();
      Quantity quantity =
          request.quantities().getOrDefault(id, line.ordered().minus(line.cancelled()));
      quantity.toUnits(line.decimals());
      if (quantity.compareTo(line.shipped()) < 0) {
        throw immutable("line", id + " has left: " + line.shipped());
      }
      wanted.put(id, quantity);
    }
    if (request.added().isEmpty() && wanted.values().stream().allMatch(Quantity::isZero)) {
      throw immutable("lines", "would all be gone: cancel the order instead");
    }
    return wanted;
  }

  private PricingInputs amendedInputs(Map<LineId, Quantity> wanted) {
    Optional<PricingInputs> now =
        request.added().isEmpty() && request.delivery().isEmpty()
            ? Optional.empty()
            : Optional.of(now(wanted));
    AmendedInputs amended =
        new AmendedInputs(inputs().value(), now)
            .quantities(wanted)
            .prices(request.prices(), request.reason())
            .adding(added().keySet());
    if (request.delivery().isPresent()) {
      DeliveryChoice to = delivery().to();
      amended.delivery(
          to.method(),
          Amending.destination(to).map(Destination::country),
          delivery().rates(session, settings(), inputs().value(), now.orElseThrow()));
    }
    return amended.inputs();
  }

  /** What is added, under the names that it will have. */
  private Map<LineId, NewLine> added() {
    Map<LineId, NewLine> added = new LinkedHashMap<>();
    String prefix = "a" + (order().amendments().size() + 1) + "-";
    for (NewLine line : request.added()) {
      added.put(LineId.of(prefix + (added.size() + 1)), line);
    }
    return added;
  }

  /** What the amended order would be priced from now; what is there keeps its price. */
  private PricingInputs now(Map<LineId, Quantity> wanted) {
    List<PricingLine> lines = new ArrayList<>();
    String actor = session.context().actor().label();
    for (FrozenLine line : inputs().value().lines()) {
      Quantity quantity = wanted.getOrDefault(line.id(), Quantity.ZERO);
      if (!quantity.isZero()) {
        PriceOverride same = new PriceOverride(line.unitPrice(), "as ordered", actor);
        lines.add(new PricingLine(line.id(), line.sku(), quantity, Optional.of(same)));
      }
    }
    added()
        .forEach(
            (id, line) ->
                lines.add(
                    new PricingLine(
                        id,
                        line.sku(),
                        line.quantity(),
                        line.price()
                            .map(
                                price ->
                                    new PriceOverride(
                                        price, line.priceReason().orElse("set"), actor)))));
    DeliveryChoice to = delivery().to();
    PricingRequest asked =
        PricingRequest.of(order().due().currency(), lines)
            .withBuyer(CustomerDocuments.buyer(session, order().owner().knownCustomer()))
            .withDelivery(List.of(to.method()));
    PricingResult result =
        pricing.tryPrice(
            session,
            Amending.destination(to).map(asked::withDestination).orElse(asked),
            Redeemer.of(order().owner().knownCustomer()),
            Map.of(),
            session.now());
    result.problems().stream()
        .findFirst()
        .ifPresent(
            problem -> {
              throw problem.asException();
            });
    return result.inputs().get();
  }

  private void checkShippedStays(PricedCart cart) {
    for (OrderLine line : order().lines()) {
      Quantity stays =
          cart.line(line.priced().id()).map(PricedLine::quantity).orElse(Quantity.ZERO);
      if (stays.compareTo(line.shipped()) < 0) {
        throw immutable("line", line.priced().id() + " has left: " + line.shipped());
      }
    }
  }

  /** The entries of everything that is to be in the order. */
  Entries entries() {
    Set<Sku> skus = new LinkedHashSet<>();
    Objects.requireNonNull(priced).lines().forEach(line -> skus.add(line.sku()));
    return CatalogDocuments.require(session, List.copyOf(skus));
  }

  /** What becomes of the order, its stock and its jobs. */
  AmendedOrder amended(CallContext context) {
    return new AmendedOrder(
        session,
        pricing.sourcer(),
        order(),
        request,
        delivery(),
        added(),
        gifts(),
        Objects.requireNonNull(priced),
        entries(),
        context);
  }
}
