package io.omnicommerce.core.checkout;

import io.omnicommerce.cart.NewLine;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.cart.ProblemRules;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.pricing.LineId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the catalog has against an amendment, as it would have against a cart: what stays as it is,
 * is not asked about.
 */
final class AmendedQuantities {

  private final Entries entries;
  private final CallContext context;
  private final Map<Sku, Quantity> totals = new HashMap<>();
  private final Set<Sku> more = new HashSet<>();

  private AmendedQuantities(Entries entries, CallContext context) {
    this.entries = entries;
    this.context = context;
  }

  /**
   * @param wanted how much there is to be of each line that is bought
   */
  static void check(
      Order order,
      Map<LineId, Quantity> wanted,
      Collection<NewLine> added,
      Entries entries,
      CallContext context) {
    AmendedQuantities amended = new AmendedQuantities(entries, context);
    for (OrderLine line : order.lines()) {
      Optional.ofNullable(wanted.get(line.priced().id()))
          .ifPresent(quantity -> amended.changed(line, quantity));
    }
    added.forEach(line -> amended.line(line.sku(), Quantity.ZERO, line.quantity()));
    amended.checkTotals();
  }

  private void changed(OrderLine line, Quantity quantity) {
    line(line.priced().sku(), line.ordered().minus(line.cancelled()), quantity);
  }

  private void line(Sku sku, Quantity was, Quantity is) {
    CatalogEntry entry = entries.of(sku);
    totals.merge(sku, is, Quantity::plus);
    if (is.compareTo(was) > 0) {
      more.add(sku);
      refuse(ProblemRules.notSellable(entry, context));
    }
    if (is.compareTo(was) != 0 && !is.isZero()) {
      refuse(entry.quantities().refusal(sku, is));
    }
  }

  private void checkTotals() {
    for (Sku sku : more) {
      Quantity max = entries.of(sku).quantities().max();
      if (totals.getOrDefault(sku, Quantity.ZERO).compareTo(max) > 0) {
        throw ProblemRules.tooMany(entries.of(sku), max).asException();
      }
    }
  }

  private static void refuse(Optional<Refusal> refusal) {
    refusal.ifPresent(
        reason -> {
          throw reason.asException();
        });
  }
}
