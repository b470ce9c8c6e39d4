package io.omnicommerce.examples.quickstart;

import io.omnicommerce.Commerce;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.inventory.Disposition;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.returns.RefundOutcome;
import io.omnicommerce.returns.ReturnLine;
import io.omnicommerce.returns.ReturnService;
import io.omnicommerce.returns.RmaId;
import java.math.BigDecimal;
import java.util.List;

/** Replays the goods of a cancellation: one return for each order that they came from. */
final class ReturnReplay {

  private final Commerce commerce;
  private final CallContext context;
  private final Originals originals;
  private final Refunds refunds;
  private final Books books;

  ReturnReplay(Shop shop, Originals originals, Refunds refunds, Books books) {
    this.commerce = shop.commerce();
    this.context = shop.context();
    this.originals = originals;
    this.refunds = refunds;
    this.books = books;
  }

  /** Gives every row its outcome. */
  void replay(Document document, List<Row> rows, Verdicts verdicts) {
    ReturnPlan plan = new ReturnPlan();
    rows.forEach(row -> plan(document, row, plan, verdicts));
    List.copyOf(plan.orders()).forEach(order -> checkMoney(order, plan, verdicts));
    int number = 0;
    for (OrderId order : List.copyOf(plan.orders())) {
      carryOut(RmaId.of(document.number() + "-" + ++number), order, plan, verdicts);
    }
    verdicts.give(plan.rows(), RowOutcome.of(OutcomeKind.RETURN_LINE));
  }

  private void plan(Document document, Row row, ReturnPlan plan, Verdicts verdicts) {
    if (document.customer().isEmpty()) {
      verdicts.give(
          row, RowOutcome.refused(ReturnService.ORIGINAL_UNKNOWN, "no customer is named"));
      return;
    }
    OriginalKey key = OriginalKey.of(document.customer().get(), row);
    long left = originals.left(key);
    if (left >= -row.quantity()) {
      plan.add(row, originals.take(key, -row.quantity()));
    } else if (left == 0) {
      verdicts.give(row, RowOutcome.refused(ReturnService.ORIGINAL_UNKNOWN, unknown(row)));
    } else {
      verdicts.give(
          row,
          RowOutcome.refused(
              ReturnService.QUANTITY_EXCEEDED,
              -row.quantity() + " of " + row.code() + " come back, " + left + " were left"));
    }
  }

  private static String unknown(Row row) {
    return "no order in the files of this customer for " + row.code() + " at " + row.price();
  }

  /** What was given back in other ways cannot be given back again. */
  private void checkMoney(OrderId order, ReturnPlan plan, Verdicts verdicts) {
    try {
      refunds.check(order, commerce.returns().preview(context, order, plan.lines(order)));
    } catch (CommerceException refused) {
      refuse(order, plan, refused, verdicts);
    }
  }

  private void refuse(OrderId order, ReturnPlan plan, CommerceException why, Verdicts verdicts) {
    for (Row row : plan.rows(order)) {
      originals.giveBack(plan.remove(row));
      verdicts.give(row, RowOutcome.refused(why));
    }
  }

  private void carryOut(RmaId id, OrderId order, ReturnPlan plan, Verdicts verdicts) {
    if (plan.lines(order).isEmpty()) {
      return;
    }
    try {
      Money refunded = takeBack(id, order, plan.lines(order));
      books.returned(refunded);
      round(plan, order, refunded);
    } catch (CommerceException failed) {
      books.problem("return " + id + " of order " + order + ": " + failed.getMessage());
      refuse(order, plan, failed, verdicts);
    }
  }

  private Money takeBack(RmaId id, OrderId order, List<ReturnLine> lines) {
    commerce.returns().open(context, id, order, lines);
    commerce.returns().receive(context, id, Shop.WAREHOUSE, Disposition.RESTOCK);
    return commerce
        .returns()
        .refund(context, id, IdempotencyKey.of("refund-" + id))
        .fold(
            RefundOutcome.Refunded::amount,
            pending -> {
              throw new IllegalStateException("The sandbox answers at once: " + pending);
            },
            refused -> {
              throw refused.reasons().get(0).asException();
            });
  }

  private boolean isReduced(OrderId order) {
    return commerce.orders().get(context, order).charges().stream()
        .anyMatch(charge -> charge.payable().isNegative());
  }

  // Where all prices are whole pennies there is nothing to explain: any difference is then a fault,
  // which the check of the sums will find.
  private void round(ReturnPlan plan, OrderId order, Money refunded) {
    BigDecimal value = plan.value(order);
    boolean finer = plan.rows(order).stream().anyMatch(row -> row.price().scale() > 2);
    if (isReduced(order)) {
      books.reduce(refunded.toBigDecimal().subtract(value));
    } else if (finer) {
      books.round(OutcomeKind.RETURN_LINE, refunded.toBigDecimal().subtract(value));
    }
  }
}
