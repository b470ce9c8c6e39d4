package io.omnicommerce.inventory;

import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * From where one line of goods would come.
 *
 * @param demands what would be taken from where, what is on hand first
 * @param shortage how much cannot be had
 * @param refusal why the line cannot be had as it was asked for; empty if it can
 */
public record PlannedLine(
    SkuQuantity asked, List<StockDemand> demands, Quantity shortage, Optional<Refusal> refusal) {

  public PlannedLine {
    Objects.requireNonNull(asked, "asked");
    demands = List.copyOf(Objects.requireNonNull(demands, "demands"));
    Objects.requireNonNull(shortage, "shortage");
    Objects.requireNonNull(refusal, "refusal");
  }
}
