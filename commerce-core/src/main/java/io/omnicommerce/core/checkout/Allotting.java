package io.omnicommerce.core.checkout;

import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.inventory.StockAccounts;
import io.omnicommerce.ledger.HoldLine;
import io.omnicommerce.order.AllocatedPart;
import io.omnicommerce.order.Allocation;
import io.omnicommerce.pricing.PricedLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells which lines of a hold are meant for which line of an order: those that have stock, in their
 * order, have theirs one after the other, one for each location that serves them.
 */
final class Allotting {

  private final String group;
  private final List<HoldLine> goods;
  private int next;
  private @Nullable LocationId last;

  /**
   * @param goods the lines of the group that are stock, in their order
   */
  Allotting(String group, List<HoldLine> goods) {
    this.group = group;
    this.goods = goods;
  }

  /** What is held for the next line of the order; nothing for what has no stock. */
  List<Allocation> next(PricedLine line, int decimals) {
    List<Allocation> allocations = new ArrayList<>(1);
    long left = line.quantity().toUnits(decimals);
    while (left > 0 && isFor(line)) {
      HoldLine hold = goods.get(next++);
      allocations.add(allocation(hold, line, decimals));
      left -= hold.amount();
    }
    boolean begun = !allocations.isEmpty();
    if (left < 0 || (begun && left > 0)) {
      throw new IllegalStateException("The hold " + group + " does not fit the line " + line.id());
    }
    return allocations;
  }

  private boolean isFor(PricedLine line) {
    return next < goods.size() && StockAccounts.sku(goods.get(next).from()).equals(line.sku());
  }

  private Allocation allocation(HoldLine hold, PricedLine line, int decimals) {
    long units = hold.amount();
    boolean whole = units == line.quantity().toUnits(decimals);
    return Allocation.of(
        location(hold),
        group,
        List.of(AllocatedPart.of(hold.line(), line.sku(), decimals)),
        whole ? line.quantity() : Quantity.ofUnits(units, decimals));
  }

  /** Mostly the same for all lines: held once. */
  private LocationId location(HoldLine hold) {
    LocationId location = StockAccounts.location(hold.from());
    LocationId known = last;
    if (known != null && known.equals(location)) {
      return known;
    }
    last = location;
    return location;
  }
}
