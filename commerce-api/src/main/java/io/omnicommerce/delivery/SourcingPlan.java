package io.omnicommerce.delivery;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import java.util.List;
import java.util.Objects;

/**
 * Where goods come from.
 *
 * @param taken what comes from where, in the order of the lines and, within one, of taking
 * @param missing what comes from nowhere
 * @param costs what it costs, by each cost that counts, the most important first
 * @param exact whether nothing that costs less is possible; otherwise it is the best that was found
 *     with the effort allowed
 */
public record SourcingPlan(
    List<Taken> taken, List<Missing> missing, List<Cost> costs, boolean exact) {

  /**
   * So much of a line from a location.
   *
   * @param line the place of the line in the question, from 0
   */
  public record Taken(int line, Sku sku, LocationId location, Quantity quantity) {
    public Taken {
      Objects.requireNonNull(sku, "sku");
      Objects.requireNonNull(location, "location");
      Objects.requireNonNull(quantity, "quantity");
    }
  }

  /**
   * So much of a line that nobody has, or nobody may give.
   *
   * @param line the place of the line in the question, from 0
   */
  public record Missing(int line, Sku sku, Quantity quantity) {
    public Missing {
      Objects.requireNonNull(sku, "sku");
      Objects.requireNonNull(quantity, "quantity");
    }
  }

  /** What something costs, in whatever the cost of this name counts. */
  public record Cost(String name, long value) {
    public Cost {
      Objects.requireNonNull(name, "name");
    }
  }

  public SourcingPlan {
    taken = List.copyOf(Objects.requireNonNull(taken, "taken"));
    missing = List.copyOf(Objects.requireNonNull(missing, "missing"));
    costs = List.copyOf(Objects.requireNonNull(costs, "costs"));
  }

  /** Whether everything comes from somewhere. */
  public boolean isComplete() {
    return missing.isEmpty();
  }
}
