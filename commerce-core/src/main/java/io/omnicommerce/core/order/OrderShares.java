package io.omnicommerce.core.order;

import io.omnicommerce.common.Quantity;
import io.omnicommerce.money.Apportion;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCharge;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;

/** What was paid for the parts of an order, by its frozen prices. */
public final class OrderShares {

  private OrderShares() {}

  /** What was paid for units that are cancelled or come back, after those that were before them. */
  public static Money of(Order order, Map<LineId, Quantity> quantities) {
    Map<LineId, Money> paid = paid(order);
    Money sum = Money.zero(currency(order));
    for (Map.Entry<LineId, Quantity> part : quantities.entrySet()) {
      OrderLine line = order.line(part.getKey()).orElseThrow();
      Money all = paid.getOrDefault(part.getKey(), Money.zero(currency(order)));
      sum = sum.plus(share(all, line, part.getValue()));
    }
    return sum;
  }

  /**
   * The share of the units from where the line stands, as the difference of two rounded sums: so
   * any sequence of parts adds up to the whole.
   */
  public static Money share(Money all, OrderLine line, Quantity quantity) {
    Quantity before = line.cancelled().plus(line.returned());
    return rounded(all, before.plus(quantity), line).minus(rounded(all, before, line));
  }

  public static Money rounded(Money all, Quantity part, OrderLine line) {
    BigDecimal exact =
        BigDecimal.valueOf(all.minor())
            .multiply(part.toBigDecimal())
            .divide(line.ordered().toBigDecimal(), 0, RoundingMode.HALF_UP);
    return Money.ofMinor(exact.longValueExact(), all.currency());
  }

  /**
   * What was paid for each line: its payable amount, less its share of what was taken off the whole
   * order by hand. Delivery and fees belong to no line.
   */
  public static Map<LineId, Money> paid(Order order) {
    long[] payable =
        order.lines().stream().mapToLong(line -> line.priced().payable().minor()).toArray();
    Money goods = Money.zero(currency(order));
    for (OrderLine line : order.lines()) {
      goods = goods.plus(line.priced().payable());
    }
    long[] off = Apportion.byLargestRemainder(reduction(order).min(goods).minor(), payable);
    Map<LineId, Money> paid = new TreeMap<>();
    for (int i = 0; i < payable.length; i++) {
      paid.put(
          order.lines().get(i).priced().id(), Money.ofMinor(payable[i] - off[i], currency(order)));
    }
    return paid;
  }

  private static Money reduction(Order order) {
    Money reduction = Money.zero(currency(order));
    for (PricedCharge charge : order.charges()) {
      reduction = charge.payable().isNegative() ? reduction.minus(charge.payable()) : reduction;
    }
    return reduction;
  }

  public static Currency currency(Order order) {
    return order.totals().grand().currency();
  }
}
