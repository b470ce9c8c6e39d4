package io.omnicommerce.core.cart;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartLine;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.catalog.Entries;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the catalog has against a cart as it is, since it may have changed under the cart. */
public final class ProblemRules {

  private ProblemRules() {}

  /** One reason for each SKU that is not sold here, and for each quantity it is not sold in. */
  public static List<Refusal> of(Cart cart, Entries entries, CallContext context) {
    List<Refusal> problems = new ArrayList<>();
    Map<Sku, BigDecimal> totals = new LinkedHashMap<>();
    for (CartLine line : cart.lines()) {
      @Nullable CatalogEntry entry = entries.bySku().get(line.sku());
      if (entry != null) {
        totals.merge(line.sku(), line.quantity().toBigDecimal(), BigDecimal::add);
        entry.quantities().refusal(line.sku(), line.quantity()).ifPresent(problems::add);
      }
    }
    totals.forEach(
        (sku, total) -> {
          CatalogEntry entry = entries.of(sku);
          CartFacts.notSellable(entry, context).ifPresent(problems::add);
          Quantity max = entry.quantities().max();
          if (total.compareTo(max.toBigDecimal()) > 0) {
            problems.add(tooMany(entry, max));
          }
        });
    return problems;
  }

  /** Why a SKU is not sold in the channel of the call, or empty if it is. */
  public static Optional<Refusal> notSellable(CatalogEntry entry, CallContext context) {
    return CartFacts.notSellable(entry, context);
  }

  /** That there is too much of a SKU, over all lines. */
  public static Refusal tooMany(CatalogEntry entry, Quantity max) {
    return Refusal.of(
        CartService.LIMIT_EXCEEDED,
        "At most " + max + " of " + entry.sku() + " may be in a cart, over all its lines.",
        Facts.of("limit", "quantityMax", "max", max).with("sku", entry.sku()));
  }
}
