package io.omnicommerce.core.returns;

import io.omnicommerce.common.Quantity;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.returns.ReturnLine;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is due back where the goods that are kept are priced again as if nothing else had been
 * bought. All that is due for what is kept, less what was given before: so what was given too much
 * at one time is kept from what comes back later, and everything together gives back everything.
 *
 * @param given what was given back before
 * @param prices what is paid for some of the goods alone, without reductions by hand
 */
record Requalified(
    Order order, Money given, Function<Map<LineId, Quantity>, Map<LineId, Money>> prices)
    implements Dues {

  @Override
  public Money of(List<ReturnLine> lines) {
    Map<LineId, Quantity> returned = new HashMap<>();
    order.lines().forEach(line -> returned.put(line.priced().id(), line.returned()));
    lines.forEach(line -> returned.merge(line.line(), line.quantity(), Quantity::plus));
    Money missing = due(returned).minus(given);
    return missing.isNegative() ? Money.zero(given.currency()) : missing;
  }

  /**
   * Never more than was paid for what has come back. Below zero where what is kept would have cost
   * more than everything did.
   */
  private Money due(Map<LineId, Quantity> returned) {
    Map<LineId, Money> paid = RefundRules.paid(order);
    Money all = Money.sum(given.currency(), paid.values());
    Money keptPaid = all;
    Money byHand = Money.zero(given.currency());
    for (OrderLine line : order.lines()) {
      LineId id = line.priced().id();
      Money payable = line.priced().payable();
      Money off = payable.minus(paid.getOrDefault(id, payable));
      Quantity back = returned.getOrDefault(id, Quantity.ZERO);
      keptPaid = keptPaid.minus(RefundRules.rounded(payable.minus(off), back, line));
      byHand = byHand.plus(off).minus(RefundRules.rounded(off, back, line));
    }
    return all.minus(alone(returned).minus(byHand).max(keptPaid));
  }

  private Money alone(Map<LineId, Quantity> returned) {
    Map<LineId, Quantity> kept = new HashMap<>();
    for (OrderLine line : order.lines()) {
      LineId id = line.priced().id();
      kept.put(id, line.ordered().minus(returned.getOrDefault(id, Quantity.ZERO)));
    }
    Collection<Money> payable = prices.apply(kept).values();
    return Money.sum(given.currency(), payable);
  }
}
