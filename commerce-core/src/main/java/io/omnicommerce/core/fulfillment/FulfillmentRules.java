package io.omnicommerce.core.fulfillment;

import io.omnicommerce.common.Facts;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.Version;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentAction;
import io.omnicommerce.fulfillment.FulfillmentId;
import io.omnicommerce.fulfillment.FulfillmentLine;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.fulfillment.FulfillmentStep;
import io.omnicommerce.fulfillment.PickupTerms;
import io.omnicommerce.order.Allocation;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.order.OrderStatus;
import io.omnicommerce.pricing.LineId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which jobs an order makes, and how they begin and end without anything leaving. */
public final class FulfillmentRules {

  private FulfillmentRules() {}

  /**
   * One job for each location from which goods of an order come, in the order of locations. Where
   * they are picked up they are handed over; from elsewhere they are sent there first.
   */
  public static List<Fulfillment> request(Order order, DeliveryMethod.Kind kind, Instant now) {
    Map<LocationId, List<FulfillmentLine>> byLocation = new TreeMap<>();
    order.lines().forEach(line -> addSources(byLocation, line));
    List<Fulfillment> jobs = new ArrayList<>();
    for (Map.Entry<LocationId, List<FulfillmentLine>> from : byLocation.entrySet()) {
      jobs.add(job(order, jobs.size() + 1, from.getKey(), kind, from.getValue(), now));
    }
    return jobs;
  }

  /**
   * One job for each location from which goods come that a group holds.
   *
   * @param before how many jobs the order has had
   */
  public static List<Fulfillment> request(
      Order order, DeliveryMethod.Kind kind, int before, String group, Instant now) {
    Map<LocationId, List<FulfillmentLine>> byLocation = new TreeMap<>();
    for (OrderLine line : order.lines()) {
      for (Allocation from : line.allocations()) {
        if (from.group().equals(group)) {
          byLocation
              .computeIfAbsent(from.source(), any -> new ArrayList<>())
              .add(new FulfillmentLine(line.priced().id(), from.open(), Quantity.ZERO));
        }
      }
    }
    List<Fulfillment> jobs = new ArrayList<>();
    byLocation.forEach(
        (location, lines) ->
            jobs.add(job(order, before + jobs.size() + 1, location, kind, lines, now)));
    return jobs;
  }

  private static void addSources(Map<LocationId, List<FulfillmentLine>> jobs, OrderLine line) {
    line.allocations().stream()
        .map(Allocation::source)
        .distinct()
        .filter(source -> !line.openAt(source).isZero())
        .forEach(
            source ->
                jobs.computeIfAbsent(source, any -> new ArrayList<>())
                    .add(
                        new FulfillmentLine(
                            line.priced().id(), line.openAt(source), Quantity.ZERO)));
  }

  private static Fulfillment job(
      Order order,
      int number,
      LocationId location,
      DeliveryMethod.Kind kind,
      List<FulfillmentLine> lines,
      Instant now) {
    Optional<LocationId> to =
        order
            .delivery()
            .pickup()
            .filter(place -> kind == DeliveryMethod.Kind.PICKUP && !place.equals(location));
    return new Fulfillment(
        FulfillmentId.of(order.id() + "-" + number),
        Version.of(1),
        order.id(),
        location,
        to.isPresent() ? DeliveryMethod.Kind.SHIP : kind,
        to,
        FulfillmentStep.OPEN,
        lines,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        order.promise().latest(),
        PickupTerms.NONE,
        List.of(),
        List.of(),
        List.of(),
        now);
  }

  /**
   * The end of a job that is not needed any more.
   *
   * @throws RefusedException {@code fulfillment.illegal_transition}
   */
  public static Fulfillment cancelled(Flow flow, Fulfillment job) {
    FulfillmentStep to = fire(flow, job, FulfillmentAction.CANCEL);
    return JobChange.of(job).step(to).code(Optional.empty()).changed();
  }

  /**
   * The end of a pickup for which nobody came.
   *
   * @throws RefusedException {@code fulfillment.illegal_transition}
   */
  public static Fulfillment released(Flow flow, Fulfillment job) {
    FulfillmentStep to = fire(flow, job, FulfillmentAction.RELEASE);
    return JobChange.of(job).step(to).code(Optional.empty()).changed();
  }

  /** A job whose goods are one step further, and still in the house. */
  static Fulfillment moved(Flow flow, Fulfillment job, Order order, FulfillmentAction action) {
    FulfillmentStep to = fire(flow, job, action);
    checkConfirmed(order);
    checkComing(job, order);
    checkSomethingThere(job, order);
    return JobChange.of(job).step(to).changed();
  }

  /** A pickup is whole before anybody works on it: nothing is still to be sent, or on its way. */
  private static void checkComing(Fulfillment job, Order order) {
    if (job.kind() == DeliveryMethod.Kind.PICKUP) {
      order.lines().stream()
          .filter(line -> line.allocations().stream().anyMatch(from -> isComing(from, job)))
          .findFirst()
          .ifPresent(
              line -> {
                throw OutboundRules.notArrived(line.priced().id(), line.thereAt(job.location()));
              });
    }
  }

  private static boolean isComing(Allocation from, Fulfillment job) {
    boolean here = from.source().equals(job.location()) && from.transit().isEmpty();
    return !here && !from.open().isZero();
  }

  /** A job that has so much more to do. */
  static Fulfillment extended(Fulfillment job, List<FulfillmentLine> more) {
    Map<LineId, FulfillmentLine> lines = new LinkedHashMap<>();
    job.lines().forEach(line -> lines.put(line.line(), line));
    more.forEach(line -> lines.merge(line.line(), line, FulfillmentRules::plus));
    return JobChange.of(job).lines(List.copyOf(lines.values())).changed();
  }

  private static FulfillmentLine plus(FulfillmentLine one, FulfillmentLine more) {
    return new FulfillmentLine(one.line(), one.quantity().plus(more.quantity()), one.done());
  }

  private static void checkSomethingThere(Fulfillment job, Order order) {
    Set<LineId> open = OutboundRules.open(job).keySet();
    if (open.stream().allMatch(line -> there(job, order, line).isZero())) {
      open.stream()
          .findFirst()
          .ifPresent(
              line -> {
                throw OutboundRules.notArrived(line, Quantity.ZERO);
              });
    }
  }

  private static Quantity there(Fulfillment job, Order order, LineId line) {
    return order.line(line).orElseThrow().thereAt(job.location());
  }

  /**
   * A job of which so much is not wanted any more; it ends when nothing of it is open. Empty if it
   * has none of that, or has ended.
   *
   * @param less by line
   */
  public static Optional<Fulfillment> reduced(Fulfillment job, Map<LineId, Quantity> less) {
    return reduced(job, less, job.promisedBy());
  }

  /**
   * As the other, and promised for another time.
   *
   * @param by when it is promised since
   */
  public static Optional<Fulfillment> reduced(
      Fulfillment job, Map<LineId, Quantity> less, Instant by) {
    boolean live = !job.step().isEnded();
    List<FulfillmentLine> lines = job.lines().stream().map(line -> reduced(line, less)).toList();
    if (!live || (lines.equals(job.lines()) && by.equals(job.promisedBy()))) {
      return Optional.empty();
    }
    boolean open = lines.stream().anyMatch(line -> !line.open().isZero());
    boolean begun = lines.stream().anyMatch(line -> !line.done().isZero());
    FulfillmentStep step = begun ? FulfillmentStep.SHIPPED : FulfillmentStep.CANCELLED;
    return Optional.of(
        JobChange.of(job).step(open ? job.step() : step).lines(lines).promisedBy(by).changed());
  }

  private static FulfillmentLine reduced(FulfillmentLine line, Map<LineId, Quantity> less) {
    Quantity wanted = less.getOrDefault(line.line(), Quantity.ZERO);
    Quantity taken = wanted.compareTo(line.open()) < 0 ? wanted : line.open();
    return taken.isZero()
        ? line
        : new FulfillmentLine(line.line(), line.quantity().minus(taken), line.done());
  }

  /** A pickup that waits to be collected by whoever knows the code with this hash. */
  static Fulfillment ready(
      Flow flow, Fulfillment job, Order order, String codeHash, PickupTerms terms, Instant now) {
    FulfillmentStep to = fire(flow, job, FulfillmentAction.MAKE_READY);
    checkConfirmed(order);
    checkComing(job, order);
    OutboundRules.checkArrived(job, order, OutboundRules.open(job));
    return JobChange.of(job)
        .step(to)
        .code(Optional.of(codeHash))
        .readyAt(now)
        .terms(terms)
        .changed();
  }

  /**
   * Where an action leads.
   *
   * @throws RefusedException {@code fulfillment.illegal_transition} naming what is allowed for a
   *     job of this kind instead
   */
  static FulfillmentStep fire(Flow flow, Fulfillment job, FulfillmentAction action) {
    return flow.table()
        .next(job.step(), action)
        .filter(to -> isFor(job.kind(), action))
        .orElseThrow(() -> notPossible(flow, job, action));
  }

  private static boolean isFor(DeliveryMethod.Kind kind, FulfillmentAction action) {
    return switch (action) {
      case SHIP -> kind == DeliveryMethod.Kind.SHIP;
      case MAKE_READY, COLLECT, RELEASE -> kind == DeliveryMethod.Kind.PICKUP;
      case PICK, PACK, CANCEL -> true;
    };
  }

  private static RefusedException notPossible(
      Flow flow, Fulfillment job, FulfillmentAction action) {
    String allowed =
        flow.table().allowed(job.step()).stream()
            .filter(other -> isFor(job.kind(), other))
            .map(FulfillmentAction::name)
            .sorted()
            .collect(Collectors.joining(", "));
    String instead = allowed.isEmpty() ? "nothing" : allowed;
    return new RefusedException(
        FulfillmentService.ILLEGAL_TRANSITION,
        action
            + " is not possible for a job of the kind "
            + job.kind()
            + " in the state "
            + job.step()
            + "; possible: "
            + instead
            + ".",
        Facts.of("from", job.step(), "action", action).with("allowed", instead));
  }

  static void checkConfirmed(Order order) {
    if (order.status() != OrderStatus.CONFIRMED) {
      throw new RefusedException(
          FulfillmentService.ORDER_NOT_CONFIRMED,
          "The order is " + order.status() + "; its goods may leave when it is CONFIRMED.",
          Facts.of("status", order.status()));
    }
  }
}
