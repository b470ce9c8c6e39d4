package io.omnicommerce.examples.scenarios;

import io.omnicommerce.examples.scenarios.cart.CartArea;
import io.omnicommerce.examples.scenarios.cases.Area;
import io.omnicommerce.examples.scenarios.cases.Named;
import io.omnicommerce.examples.scenarios.merge.MergeArea;
import io.omnicommerce.examples.scenarios.money.MoneyArea;
import io.omnicommerce.examples.scenarios.money.ProrationArea;
import io.omnicommerce.examples.scenarios.orders.OrderStateArea;
import io.omnicommerce.examples.scenarios.prices.PricingArea;
import io.omnicommerce.examples.scenarios.stock.StockArea;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What is looked at, and who plays it. */
final class Areas {

  private static final Area CART = new CartArea();

  static final Named<Area> BY_NAME =
      new Named<>(
          "area",
          Map.ofEntries(
              Map.entry("money", new MoneyArea()),
              Map.entry("proration", new ProrationArea()),
              Map.entry("pricing", new PricingArea()),
              Map.entry("availability", new StockArea()),
              Map.entry("promotion", CART),
              Map.entry("shipping-discount", CART),
              Map.entry("tax", CART),
              Map.entry("totals", CART),
              Map.entry("coupon-limits", CART),
              Map.entry("order-state", new OrderStateArea()),
              Map.entry("cart-merge", new MergeArea())));

  /** Those that can be asked for, with those that nobody plays yet. */
  static final SortedSet<String> NAMES = names("returns");

  private Areas() {}

  private static SortedSet<String> names(String... later) {
    SortedSet<String> names = new TreeSet<>(BY_NAME.names());
    names.addAll(List.of(later));
    return names;
  }
}
