package io.omnicommerce.core.returns;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.Text;
import io.omnicommerce.common.Version;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.inventory.StockAccounts;
import io.omnicommerce.core.order.OrderRules;
import io.omnicommerce.inventory.Disposition;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.AllocatedPart;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.returns.ReturnLine;
import io.omnicommerce.returns.ReturnService;
import io.omnicommerce.returns.Rma;
import io.omnicommerce.returns.RmaAction;
import io.omnicommerce.returns.RmaFlow;
import io.omnicommerce.returns.RmaId;
import io.omnicommerce.returns.RmaStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How goods come back. */
final class ReturnRules {

  private ReturnRules() {}

  /** What has become of a return and its order, and where the goods went. */
  record Received(Rma rma, Order order, Optional<Batch> goods) {}

  static Rma open(RmaId id, Order order, List<ReturnLine> lines, CallContext context, Instant now) {
    checkReturnable(order, lines);
    return new Rma(
        id,
        Version.of(1),
        order.id(),
        context.channel(),
        RmaFlow.STANDARD.initial(),
        lines,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        now);
  }

  /** The lines in the order of their ids, each once, with what was listed of it added up. */
  static List<ReturnLine> summed(List<ReturnLine> lines) {
    if (lines.isEmpty()) {
      throw new InvalidInputException(
          InvalidInputException.EMPTY, "lines", "none", "must name at least one line");
    }
    if (lines.size() > ReturnService.LINES_MAX) {
      throw new LimitExceededException(
          ReturnService.LIMIT_EXCEEDED,
          "linesMax",
          ReturnService.LINES_MAX,
          "Open several returns.");
    }
    Map<LineId, ReturnLine> byId = new TreeMap<>();
    lines.forEach(line -> byId.merge(line.line(), line, ReturnRules::together));
    return List.copyOf(byId.values());
  }

  private static ReturnLine together(ReturnLine first, ReturnLine second) {
    return new ReturnLine(
        first.line(),
        first.quantity().plus(second.quantity()),
        reasons(first.reason(), second.reason()));
  }

  /** Both reasons, as far as there is room: a caller who gave two legal ones did nothing wrong. */
  private static String reasons(String first, String second) {
    if (first.isEmpty() || first.equals(second)) {
      return second;
    }
    return second.isEmpty() ? first : shortened(first + "\n" + second);
  }

  private static String shortened(String text) {
    if (text.length() <= Text.NOTE_LENGTH_MAX) {
      return text;
    }
    int end = Text.NOTE_LENGTH_MAX - 1;
    boolean cutsPair = Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, cutsPair ? end - 1 : end) + "…";
  }

  /**
   * @throws RefusedException {@code return.quantity_exceeded} for a line of which less, or nothing,
   *     can come back
   */
  static void checkReturnable(Order order, List<ReturnLine> lines) {
    for (ReturnLine line : lines) {
      OrderLine ordered = order.line(line.line()).orElseThrow(() -> noLine(line));
      line.quantity().toUnits(ordered.decimals());
      if (line.quantity().compareTo(ordered.returnable()) > 0) {
        throw exceeded(line, ordered.returnable());
      }
    }
  }

  private static RefusedException noLine(ReturnLine line) {
    return new RefusedException(
        ReturnService.QUANTITY_EXCEEDED,
        "The order has no line " + line.line() + ". Name one of its lines.",
        Facts.of("line", line.line(), "returnable", Quantity.ZERO));
  }

  private static RefusedException exceeded(ReturnLine line, Quantity returnable) {
    return new RefusedException(
        ReturnService.QUANTITY_EXCEEDED,
        "Of the line "
            + line.line()
            + ", "
            + returnable
            + " can be returned; asked: "
            + line.quantity()
            + ".",
        Facts.of("line", line.line(), "returnable", returnable));
  }

  static Received receive(
      Rma rma,
      Order order,
      LocationId location,
      Disposition disposition,
      Entries entries,
      Dues dues,
      CallContext context,
      Instant now) {
    RmaStatus to = fire(rma, RmaAction.RECEIVE);
    checkReturnable(order, rma.lines());
    Money refund = dues.of(rma.lines());
    Rma received =
        with(rma, to, Optional.of(location), Optional.of(disposition), Optional.of(refund));
    List<OrderLine> lines = rma.lines().stream().map(line -> returned(order, line)).toList();
    return new Received(
        received,
        OrderRules.progressed(order, lines, "returned", rma.id().value(), context, now),
        goods(rma, order, location, disposition, entries));
  }

  private static OrderLine returned(Order order, ReturnLine line) {
    OrderLine ordered = order.line(line.line()).orElseThrow();
    return ordered.withReturned(ordered.returned().plus(line.quantity()));
  }

  private static Optional<Batch> goods(
      Rma rma, Order order, LocationId location, Disposition disposition, Entries entries) {
    List<Leg> legs =
        rma.lines().stream()
            .flatMap(
                line ->
                    parts(order, line).map(part -> leg(part, line, location, disposition, entries)))
            .toList();
    BatchId id = BatchId.of("return/" + rma.id());
    return legs.isEmpty() ? Optional.empty() : Optional.of(Batch.of(id, legs));
  }

  /** What a line was made of when it left; nothing of what has no stock. */
  static Stream<AllocatedPart> parts(Order order, ReturnLine line) {
    return order.line(line.line()).orElseThrow().allocations().stream()
        .filter(from -> !from.shipped().isZero())
        .limit(1)
        .flatMap(from -> from.parts().stream());
  }

  private static Leg leg(
      AllocatedPart part,
      ReturnLine line,
      LocationId location,
      Disposition disposition,
      Entries entries) {
    Sku sku = part.sku();
    AccountId to =
        switch (disposition) {
          case RESTOCK -> StockAccounts.stock(sku, location);
          case QUARANTINE -> StockAccounts.quarantine(sku, location);
          case SCRAP -> StockAccounts.SCRAPPED;
        };
    return StockAccounts.leg(StockAccounts.SHIPPED, to, entries.of(sku), part.of(line.quantity()));
  }

  static Rma refunded(Rma rma, Money given) {
    return with(
        rma, fire(rma, RmaAction.REFUND), rma.receivedAt(), rma.disposition(), Optional.of(given));
  }

  static Rma cancelled(Rma rma) {
    return with(
        rma, fire(rma, RmaAction.CANCEL), rma.receivedAt(), rma.disposition(), rma.refund());
  }

  static RmaStatus fire(Rma rma, RmaAction action) {
    return RmaFlow.STANDARD.fire(rma.status(), action, ReturnService.ILLEGAL_TRANSITION);
  }

  private static Rma with(
      Rma rma,
      RmaStatus status,
      Optional<LocationId> receivedAt,
      Optional<Disposition> disposition,
      Optional<Money> refund) {
    return new Rma(
        rma.id(),
        rma.version().next(),
        rma.order(),
        rma.channel(),
        status,
        rma.lines(),
        receivedAt,
        disposition,
        refund,
        rma.openedAt());
  }
}
