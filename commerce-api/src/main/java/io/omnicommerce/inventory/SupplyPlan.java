package io.omnicommerce.inventory;

import java.util.List;
import java.util.Objects;

/**
 * From where goods would come if they were reserved now. Nothing is held by it: reserve its {@link
 * #demands} to hold them.
 *
 * @param lines one a line that was asked for, in their order
 */
public record SupplyPlan(List<PlannedLine> lines) {

  public SupplyPlan {
    lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
  }

  /** What would be taken from where, of all lines. */
  public List<StockDemand> demands() {
    return lines.stream().flatMap(line -> line.demands().stream()).toList();
  }

  /** Whether every line can be had as it was asked for. */
  public boolean isCovered() {
    return lines.stream().allMatch(line -> line.refusal().isEmpty());
  }
}
