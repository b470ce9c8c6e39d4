package io.omnicommerce.core.order;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.Version;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.delivery.DeliveryPromise;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Allocation;
import io.omnicommerce.order.ImportedOrder;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderHistoryEntry;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.order.OrderStatus;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.pricing.Totals;
import io.omnicommerce.pricing.Trace;
import io.omnicommerce.tax.TaxLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How an order begins that was placed elsewhere: by what was agreed there. */
public final class ImportRules {

  private ImportRules() {}

  /**
   * @throws RefusedException {@code order.total_mismatch} if the parts do not add up
   */
  public static void check(ImportedOrder imported) {
    if (imported.lines().isEmpty()) {
      throw new InvalidInputException(
          InvalidInputException.EMPTY, "lines", "none", "must name at least one line");
    }
    if (imported.lines().size() > CartService.LINES_MAX) {
      throw new LimitExceededException(
          OrderService.LIMIT_EXCEEDED, "linesMax", CartService.LINES_MAX, "Import several orders.");
    }
    Set<LineId> ids = new HashSet<>();
    for (PricedLine line : imported.lines()) {
      if (!ids.add(line.id())) {
        throw new InvalidInputException(
            InvalidInputException.OUT_OF_RANGE, "line", line.id().value(), "stands there twice");
      }
      if (line.quantity().isZero()) {
        throw new InvalidInputException(Quantity.INVALID, "quantity", "0", "must be above 0");
      }
      if (line.amount().isNegative() || line.total().isNegative()) {
        throw new InvalidInputException(
            InvalidInputException.OUT_OF_RANGE,
            "amount",
            line.total().toString(),
            "may not be below 0");
      }
      checkAmount(line);
    }
    Money sum = totals(imported).grand();
    if (!sum.equals(imported.total())) {
      throw new RefusedException(
          OrderService.TOTAL_MISMATCH,
          "The lines and charges come to " + sum + ", and the total says " + imported.total() + ".",
          Facts.of("stated", imported.total(), "sum", sum));
    }
  }

  /** However it was rounded there, it is off by less than the smallest coin. */
  private static void checkAmount(PricedLine line) {
    int digits = line.amount().currency().getDefaultFractionDigits();
    BigDecimal exact = line.unitPrice().toBigDecimal().multiply(line.quantity().toBigDecimal());
    BigDecimal off =
        exact.movePointRight(digits).subtract(BigDecimal.valueOf(line.amount().minor())).abs();
    if (off.compareTo(BigDecimal.ONE) >= 0) {
      throw new RefusedException(
          OrderService.TOTAL_MISMATCH,
          "The line "
              + line.id()
              + " says "
              + line.amount()
              + " for "
              + line.quantity()
              + " at "
              + line.unitPrice()
              + ".",
          Facts.of("stated", line.amount(), "sum", exact.toPlainString()).with("line", line.id()));
    }
  }

  /** The sums of what was agreed. */
  public static Totals totals(ImportedOrder imported) {
    Currency currency = imported.total().currency();
    Money goods = Money.zero(currency);
    Money charges = Money.zero(currency);
    Money adjustments = Money.zero(currency);
    Money added = Money.zero(currency);
    Money included = Money.zero(currency);
    for (PricedLine line : imported.lines()) {
      goods = goods.plus(line.amount());
      adjustments = adjustments.plus(line.total().minus(line.amount()));
      added = added.plus(line.payable().minus(line.total()));
      included = included.plus(included(line.taxes(), currency));
    }
    for (PricedCharge charge : imported.charges()) {
      charges = charges.plus(charge.charge().amount());
      adjustments = adjustments.plus(charge.total().minus(charge.charge().amount()));
      added = added.plus(charge.payable().minus(charge.total()));
      included = included.plus(included(charge.taxes(), currency));
    }
    Money grand = goods.plus(adjustments).plus(charges).plus(added);
    return new Totals(goods, adjustments, charges, added, included, grand);
  }

  private static Money included(List<TaxLine> taxes, Currency currency) {
    return Money.sum(currency, taxes.stream().filter(TaxLine::included).map(TaxLine::tax).toList());
  }

  /** The order that it becomes. */
  public static Order order(
      ImportedOrder imported,
      Map<LineId, List<Allocation>> allocations,
      Entries entries,
      DeliveryPromise promise,
      List<String> cards,
      CallContext context,
      Instant now) {
    if (imported.placedAt().isAfter(now)) {
      throw new InvalidInputException(
          InvalidInputException.OUT_OF_RANGE,
          "placedAt",
          imported.placedAt().toString(),
          "may not lie in the future");
    }
    CartId itself = CartId.of(imported.id().value());
    return new Order(
        imported.id(),
        imported.number(),
        Version.of(1),
        itself,
        imported.owner(),
        imported.origin().channel(),
        OrderStatus.PLACED,
        imported.lines().stream()
            .sorted(Comparator.comparing(PricedLine::id))
            .map(line -> line(line, allocations, entries))
            .toList(),
        imported.charges(),
        totals(imported),
        new Trace(List.of(), List.of()),
        imported.contact(),
        imported.delivery(),
        promise,
        List.of(),
        cards,
        List.of(),
        List.of(),
        Optional.of(imported.origin().withShips(imported.stock() == ImportedOrder.Stock.NONE)),
        List.of(entry(imported, context, now)),
        imported.placedAt());
  }

  private static OrderLine line(
      PricedLine line, Map<LineId, List<Allocation>> allocations, Entries entries) {
    return new OrderLine(
        line,
        entries.of(line.sku()).title(),
        Optional.empty(),
        allocations.getOrDefault(line.id(), List.of()),
        entries.of(line.sku()).unit().decimals(),
        Quantity.ZERO,
        Quantity.ZERO);
  }

  private static OrderHistoryEntry entry(ImportedOrder imported, CallContext context, Instant now) {
    return new OrderHistoryEntry(
            1,
            "imported",
            Optional.empty(),
            OrderStatus.PLACED,
            context.actor().label(),
            context.channel(),
            now,
            imported.origin().reference(),
            context.correlation().orElse(imported.id().value()),
            "")
        .chained("");
  }
}
