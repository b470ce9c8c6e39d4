package io.omnicommerce.examples.quickstart;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.inventory.StockLevel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What should be in the warehouse, counted from the outcomes of the rows alone, to be compared with
 * what the library says.
 */
final class StockLedger {

  private final Map<String, Long> expected = new HashMap<>();

  /** As {@link Shop#open} receives it. */
  void open(Map<String, SkuFacts> skus, OptionalLong stock) {
    skus.forEach((code, facts) -> expected.put(code, stock.orElse(facts.sold() + facts.gone())));
  }

  void count(Row row, RowOutcome outcome) {
    switch (outcome.kind()) {
      case ORDER_LINE -> expected.merge(row.code(), -row.quantity(), Long::sum);
      case RETURN_LINE -> expected.merge(row.code(), -row.quantity(), Long::sum);
      case STOCK -> expected.merge(row.code(), row.quantity(), Long::sum);
      case CHARGE, CREDIT, REFUSAL, BAD -> {}
    }
  }

  /** The SKUs of which the library knows another count, or something still spoken for. */
  List<String> differences(Shop shop) {
    List<String> differences = new ArrayList<>();
    Chunks.each(
        expected.keySet().stream().sorted().map(Sku::of).toList(),
        skus ->
            shop.commerce()
                .inventory()
                .levels(shop.context(), Shop.WAREHOUSE, skus)
                .forEach((sku, level) -> compare(sku, level, differences)));
    return differences;
  }

  int size() {
    return expected.size();
  }

  private void compare(Sku sku, StockLevel level, List<String> differences) {
    long onHand = level.onHand().toBigDecimal().longValueExact();
    Long should = expected.get(sku.value());
    if (should == null
        || should != onHand
        || !level.reserved().isZero()
        || !level.allocated().isZero()) {
      differences.add(sku + ": " + onHand + " on hand, not " + should);
    }
  }
}
