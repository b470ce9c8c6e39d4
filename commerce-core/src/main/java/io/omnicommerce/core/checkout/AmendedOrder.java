package io.omnicommerce.core.checkout;

import io.omnicommerce.cart.NewLine;
import io.omnicommerce.checkout.AmendmentRequest;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.channel.ChannelSettings;
import io.omnicommerce.core.delivery.DeliveryDocuments;
import io.omnicommerce.core.delivery.Promises;
import io.omnicommerce.core.delivery.SourceLocations;
import io.omnicommerce.core.delivery.SourcedPromise;
import io.omnicommerce.core.delivery.Sourcer;
import io.omnicommerce.core.delivery.SourcingAsk;
import io.omnicommerce.core.fulfillment.FulfillmentDocuments;
import io.omnicommerce.core.fulfillment.FulfillmentRules;
import io.omnicommerce.core.inventory.Waiting;
import io.omnicommerce.core.order.AllocationRules;
import io.omnicommerce.core.order.OrderRules;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryPromise;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.order.Allocation;
import io.omnicommerce.order.ImportedOrder;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An order that was amended, with the goods that it takes more and gives back. */
final class AmendedOrder {

  private final Order before;
  private final DeliveryChange delivery;
  private final Set<LineId> gifts;
  private final LessGoods less = new LessGoods();
  private final List<OrderLine> replaced = new ArrayList<>();
  private final Map<LineId, OrderLine> kept = new HashMap<>();
  private final GoodsTaken taken;
  private final Order order;
  private final List<Fulfillment> jobs;

  AmendedOrder(
      Session session,
      Sourcer sourcer,
      Order before,
      AmendmentRequest request,
      DeliveryChange delivery,
      Map<LineId, NewLine> added,
      Set<LineId> gifts,
      PricedCart priced,
      Entries entries,
      CallContext context) {
    this.before = before;
    this.delivery = delivery;
    this.gifts = gifts;
    before.lines().forEach(line -> giveBack(line, priced));
    DeliveryChoice to = delivery.to();
    taken =
        GoodsTaken.of(
            sourcer,
            session,
            ask(session, entries),
            wanted(priced),
            group(),
            ImportedOrder.Stock.REQUIRED);
    if (!taken.missing().isEmpty()) {
      throw new RefusedException(taken.missing().get(0));
    }
    DeliveryMethod method = DeliveryDocuments.require(session, to.method());
    order =
        OrderRules.amended(
            before,
            priced,
            lines(priced, added, entries),
            replaced,
            to,
            promise(session, method),
            taken.legs().isEmpty() ? Optional.empty() : Optional.of(group()),
            request.reason(),
            context,
            session.now());
    int known = FulfillmentDocuments.ofOrder(session, before.id()).size();
    jobs = FulfillmentRules.request(order, method.kind(), known, group(), session.now());
  }

  /** From where what is taken may come; what the order gives back is there for it. */
  private SourcingAsk ask(Session session, Entries entries) {
    ChannelSettings settings = ChannelDocuments.settings(session);
    Optional<LocationId> pickup = delivery.to().pickup();
    return new SourcingAsk(
        settings,
        List.of(),
        entries,
        SourceLocations.of(session, settings, pickup),
        delivery.to().address(),
        pickup,
        delivery.moves() ? before.groups().stream().map(BatchId::of).toList() : List.of());
  }

  Order order() {
    return order;
  }

  List<Leg> legs() {
    return taken.legs();
  }

  /** The places in the queue of what it takes more and is not there. */
  List<DocumentWrite<Waiting>> queueing() {
    return taken.queueing();
  }

  List<LedgerStep> steps() {
    return less.steps();
  }

  List<Fulfillment> jobs() {
    return jobs;
  }

  /** A job that has less to do because of it, or another time, if it has. */
  Optional<Fulfillment> changed(Fulfillment job) {
    boolean same = order.promise().equals(before.promise());
    return less.reduced(job, same ? job.promisedBy() : order.promise().latest());
  }

  /** The ledger's group of what it takes more. */
  String group() {
    return "amendment/" + before.id() + "/" + (before.amendments().size() + 1);
  }

  /** By when it is there; what comes on top may come later than what was promised. */
  private DeliveryPromise promise(Session session, DeliveryMethod method) {
    if (delivery.moves() || delivery.isOtherMethod()) {
      List<List<Allocation>> all = new ArrayList<>(taken.allocations().values());
      kept.values().forEach(line -> all.add(line.allocations()));
      return promise(session, method, Awaited.expected(session, all).orElse(session.now()));
    }
    Optional<Instant> expected = Awaited.expected(session, taken.allocations().values());
    return expected.isPresent() || isSent()
        ? Promises.later(before.promise(), promise(session, method, expected.orElse(session.now())))
        : before.promise();
  }

  /** Whether some of what comes on top has to go to where it is picked up first. */
  private boolean isSent() {
    Optional<LocationId> pickup = delivery.to().pickup();
    return pickup.isPresent()
        && taken.allocations().values().stream()
            .flatMap(List::stream)
            .anyMatch(from -> !from.source().equals(pickup.get()));
  }

  /** From everywhere that something of it comes from. */
  private DeliveryPromise promise(Session session, DeliveryMethod method, Instant from) {
    Set<LocationId> sources = new LinkedHashSet<>();
    kept.values().stream()
        .flatMap(line -> line.allocations().stream())
        .filter(one -> !one.open().isZero())
        .forEach(one -> sources.add(one.source()));
    taken.allocations().values().forEach(all -> all.forEach(one -> sources.add(one.source())));
    return SourcedPromise.of(
        session, FulfillmentDocuments::openJobs, method, delivery.to().pickup(), sources, from);
  }

  /** What is less or not there any more goes back. */
  private void giveBack(OrderLine line, PricedCart priced) {
    Quantity was = line.ordered().minus(line.cancelled());
    Optional<PricedLine> now = priced.line(line.priced().id());
    Quantity is = now.map(this::meant).orElse(Quantity.ZERO);
    OrderLine changed = line;
    if (is.compareTo(was) < 0) {
      AllocationRules.Moved moved = AllocationRules.cancelled(line, was.minus(is));
      changed = moved.line();
      less.add(line, moved);
    }
    if (delivery.moves()) {
      AllocationRules.Moved moved = AllocationRules.released(changed);
      less.add(changed, moved);
      changed = moved.line();
    }
    kept.put(line.priced().id(), changed);
    boolean same =
        now.filter(line.priced()::equals).isPresent()
            && line.cancelled().equals(givenUp(line.priced().id()));
    if (!same) {
      replaced.add(line);
    }
  }

  /** How much of a line is to come. */
  private Quantity meant(PricedLine line) {
    return line.quantity().minus(givenUp(line.id()));
  }

  /** What was cancelled of a gift does not come back when the same gift is given again. */
  private Quantity givenUp(LineId id) {
    return before
        .line(id)
        .filter(line -> gifts.contains(id))
        .map(OrderLine::cancelled)
        .orElse(Quantity.ZERO);
  }

  /** What is wanted more than was there; everything, if it has to come from elsewhere. */
  private List<GoodsTaken.Wanted> wanted(PricedCart priced) {
    List<GoodsTaken.Wanted> wanted = new ArrayList<>();
    for (PricedLine line : priced.lines()) {
      Quantity had =
          before
              .line(line.id())
              .filter(there -> !delivery.moves())
              .map(there -> there.ordered().minus(there.cancelled()))
              .orElse(Quantity.ZERO);
      Quantity is = meant(line);
      if (is.compareTo(had) > 0) {
        wanted.add(new GoodsTaken.Wanted(line.id(), SkuQuantity.of(line.sku(), is.minus(had))));
      }
    }
    return wanted;
  }

  private List<OrderLine> lines(PricedCart priced, Map<LineId, NewLine> added, Entries entries) {
    return priced.lines().stream()
        .sorted(Comparator.comparing(PricedLine::id))
        .map(line -> line(line, Optional.ofNullable(added.get(line.id())), entries))
        .toList();
  }

  private OrderLine line(PricedLine priced, Optional<NewLine> asked, Entries entries) {
    Optional<OrderLine> there = Optional.ofNullable(kept.get(priced.id()));
    List<Allocation> allocations =
        new ArrayList<>(there.map(OrderLine::allocations).orElse(List.of()));
    allocations.addAll(taken.allocations().getOrDefault(priced.id(), List.of()));
    return new OrderLine(
        priced,
        there.map(OrderLine::title).orElseGet(() -> entries.of(priced.sku()).title()),
        there.map(OrderLine::reference).orElseGet(() -> asked.flatMap(NewLine::reference)),
        allocations,
        there.map(OrderLine::decimals).orElseGet(() -> entries.of(priced.sku()).unit().decimals()),
        givenUp(priced.id()),
        Quantity.ZERO);
  }
}
