package io.omnicommerce.core.fulfillment;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.Text;
import io.omnicommerce.core.common.Secrets;
import io.omnicommerce.core.order.AllocationRules;
import io.omnicommerce.core.order.OrderRules;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentAction;
import io.omnicommerce.fulfillment.FulfillmentLine;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.fulfillment.FulfillmentStep;
import io.omnicommerce.fulfillment.Handover;
import io.omnicommerce.fulfillment.Shipment;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.order.OrderStatus;
import io.omnicommerce.pricing.LineId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How goods leave: with a carrier, or into the hands of whoever knows the code. */
final class OutboundRules {

  private OutboundRules() {}

  /** Everything of a job that has not left. */
  static Map<LineId, Quantity> open(Fulfillment job) {
    Map<LineId, Quantity> open = new TreeMap<>();
    job.lines().stream()
        .filter(line -> !line.open().isZero())
        .forEach(line -> open.put(line.line(), line.open()));
    return open;
  }

  /**
   * Whether what is open in a job is open for it in its order, or the job or the order has ended.
   */
  static boolean fits(Fulfillment job, Order order) {
    boolean live = !job.step().isEnded();
    return !live
        || order.status() == OrderStatus.CANCELLED
        || open(job).entrySet().stream()
            .allMatch(
                line ->
                    order
                        .line(line.getKey())
                        .filter(ordered -> isOpen(ordered, job, line.getValue()))
                        .isPresent());
  }

  private static boolean isOpen(OrderLine ordered, Fulfillment job, Quantity quantity) {
    return ordered.openAt(job.location()).compareTo(quantity) >= 0;
  }

  static Outbound ship(
      Flow flow,
      Fulfillment job,
      Order order,
      Map<LineId, Quantity> quantities,
      Optional<String> tracking,
      CallContext context,
      Instant now) {
    Fulfillment left = left(flow, job, order, quantities, tracking, now);
    return outbound(left, order, quantities, "shipped", context, now);
  }

  /** The job of which so much has left with a carrier. */
  static Fulfillment left(
      Flow flow,
      Fulfillment job,
      Order order,
      Map<LineId, Quantity> quantities,
      Optional<String> tracking,
      Instant now) {
    FulfillmentStep shipped = FulfillmentRules.fire(flow, job, FulfillmentAction.SHIP);
    FulfillmentRules.checkConfirmed(order);
    checkQuantities(job, quantities);
    checkArrived(job, order, quantities);
    List<FulfillmentLine> lines = List.copyOf(done(job, quantities));
    boolean all = lines.stream().allMatch(line -> line.open().isZero());
    return JobChange.of(job)
        .step(all ? shipped : job.step())
        .lines(lines)
        .shipments(shipments(job, lines, quantities, tracking, now))
        .changed();
  }

  /**
   * @throws RefusedException {@code fulfillment.not_arrived}
   */
  static void checkArrived(Fulfillment job, Order order, Map<LineId, Quantity> quantities) {
    quantities.forEach(
        (id, quantity) -> {
          Quantity there = order.line(id).orElseThrow().thereAt(job.location());
          if (quantity.compareTo(there) > 0) {
            throw notArrived(id, there);
          }
        });
  }

  static RefusedException notArrived(LineId line, Quantity there) {
    return new RefusedException(
        FulfillmentService.NOT_ARRIVED,
        "Of the line " + line + ", " + there + " are there; the rest has not arrived yet.",
        Facts.of("line", line, "there", there));
  }

  static void checkQuantities(Fulfillment job, Map<LineId, Quantity> quantities) {
    if (quantities.isEmpty()) {
      throw new InvalidInputException(
          InvalidInputException.EMPTY, "quantities", "none", "must name at least one line");
    }
    Map<LineId, Quantity> open = open(job);
    quantities.forEach(
        (line, quantity) -> check(line, quantity, open.getOrDefault(line, Quantity.ZERO)));
  }

  private static void check(LineId line, Quantity quantity, Quantity open) {
    if (quantity.isZero()) {
      throw new InvalidInputException(Quantity.INVALID, "quantity", "0", "must be above 0");
    }
    if (quantity.compareTo(open) > 0) {
      throw new RefusedException(
          FulfillmentService.QUANTITY_EXCEEDED,
          "Of the line " + line + ", " + open + " are open in this job; asked: " + quantity + ".",
          Facts.of("line", line, "open", open));
    }
  }

  private static List<Shipment> shipments(
      Fulfillment job,
      List<FulfillmentLine> done,
      Map<LineId, Quantity> quantities,
      Optional<String> tracking,
      Instant now) {
    List<FulfillmentLine> took =
        job.lines().stream()
            .filter(line -> quantities.containsKey(line.line()))
            .map(line -> took(line, quantities))
            .toList();
    List<Shipment> shipments = new ArrayList<>(job.shipments());
    // Mostly all leaves at once: then what left is what is done, and is held once.
    List<FulfillmentLine> lines = took.equals(done) ? done : took;
    shipments.add(new Shipment(shipments.size() + 1, lines, tracking, now));
    return shipments;
  }

  private static FulfillmentLine took(FulfillmentLine line, Map<LineId, Quantity> quantities) {
    return new FulfillmentLine(
        line.line(), line.quantity(), quantities.getOrDefault(line.line(), Quantity.ZERO));
  }

  /**
   * Hands a pickup over.
   *
   * @param code what the collector presents
   */
  static Outbound collect(
      Flow flow,
      Fulfillment job,
      Order order,
      String code,
      String collector,
      Handover.By by,
      CallContext context,
      Instant now) {
    checkLocation(job, context.location());
    // Before anything is told of the pickup: who collected it is for those only who know its code.
    job.codeHash().ifPresent(hash -> checkCode(job, hash, code));
    checkNotCollected(job);
    FulfillmentStep collected = FulfillmentRules.fire(flow, job, FulfillmentAction.COLLECT);
    checkDeputy(job, collector, by);
    FulfillmentRules.checkConfirmed(order);
    Map<LineId, Quantity> open = open(job);
    checkArrived(job, order, open);
    Handover handover = new Handover(collector, by, context.actor().label(), now);
    Fulfillment left =
        JobChange.of(job).step(collected).lines(done(job, open)).handover(handover).changed();
    return outbound(left, order, open, "collected", context, now);
  }

  private static void checkDeputy(Fulfillment job, String collector, Handover.By by) {
    boolean named =
        job.terms().deputy().filter(name -> name.equalsIgnoreCase(collector.strip())).isPresent();
    if (by == Handover.By.DEPUTY && !named) {
      throw new RefusedException(
          FulfillmentService.NOT_DEPUTY,
          "The customer has not named who presents the code. Ask the customer to name them.",
          Facts.of("fulfillment", job.id()));
    }
  }

  private static void checkLocation(Fulfillment job, Optional<LocationId> location) {
    if (!location.equals(Optional.of(job.location()))) {
      throw new RefusedException(
          FulfillmentService.WRONG_LOCATION,
          location.isPresent()
              ? "The pickup waits at " + job.location() + " and is handed over there only."
              : "The call names no location: call with withLocation(" + job.location() + ").",
          Facts.of("location", job.location()));
    }
  }

  private static void checkNotCollected(Fulfillment job) {
    job.handover()
        .ifPresent(
            handover -> {
              throw new RefusedException(
                  FulfillmentService.ALREADY_COLLECTED,
                  "It was handed over already, at " + handover.at() + ".",
                  Facts.of("collector", handover.collector(), "at", handover.at()));
            });
  }

  private static void checkCode(Fulfillment job, String hash, String code) {
    if (code.length() > Text.ID_LENGTH_MAX || !Secrets.matches(secret(job, code), hash)) {
      throw new RefusedException(
          FulfillmentService.CODE_INVALID,
          "The code is not the one of this pickup.",
          Facts.of("fulfillment", job.id()));
    }
  }

  /** What is hashed: the code with its job, so that equal codes of two jobs do not look alike. */
  static String secret(Fulfillment job, String code) {
    return job.id() + "/" + code.strip().toUpperCase(Locale.ROOT);
  }

  private static List<FulfillmentLine> done(Fulfillment job, Map<LineId, Quantity> quantities) {
    return job.lines().stream()
        .map(
            line ->
                new FulfillmentLine(
                    line.line(),
                    line.quantity(),
                    line.done().plus(quantities.getOrDefault(line.line(), Quantity.ZERO))))
        .toList();
  }

  private static Outbound outbound(
      Fulfillment job,
      Order order,
      Map<LineId, Quantity> quantities,
      String what,
      CallContext context,
      Instant now) {
    List<OrderLine> changed = new ArrayList<>();
    List<LedgerStep> steps = new ArrayList<>();
    quantities.forEach(
        (id, quantity) -> {
          OrderLine line = order.line(id).orElseThrow();
          quantity.toUnits(line.decimals());
          AllocationRules.Moved moved = AllocationRules.shipped(line, job.location(), quantity);
          changed.add(moved.line());
          steps.addAll(moved.steps());
        });
    return new Outbound(
        job, OrderRules.progressed(order, changed, what, job.id().value(), context, now), steps);
  }
}
