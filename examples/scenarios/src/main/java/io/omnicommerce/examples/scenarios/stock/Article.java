package io.omnicommerce.examples.scenarios.stock;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.QuantityRule;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.catalog.UnitOfMeasure;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.examples.scenarios.cases.Fields;
import java.math.BigDecimal;
import java.util.Optional;

/** The one article that a case is about, in which quantities it is sold. */
record Article(
    Optional<BigDecimal> least, Optional<BigDecimal> most, boolean wholeOnly, boolean tracked) {

  static final Sku SKU = Sku.of("(article)");

  private static final UnitOfMeasure UNIT = new UnitOfMeasure("unit", 4);

  static Article read(Fields given) {
    return new Article(
        given.findDecimal("min_order_quantity"),
        given.findDecimal("max_order_quantity"),
        given.flagOr("whole_units_only", false),
        given.flagOr("track_inventory", true));
  }

  CatalogEntry entry() {
    QuantityRule any = wholeOnly ? QuantityRule.ANY : QuantityRule.measured(UNIT);
    return CatalogEntry.of(SKU, "Article")
        .withUnit(
            UNIT,
            new QuantityRule(
                least.map(Quantity::of).orElse(any.min()),
                most.map(Quantity::of).orElse(any.max()),
                any.step()));
  }
}
