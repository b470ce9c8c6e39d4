package io.omnicommerce.promotion;

import java.util.Objects;

/**
 * A condition that did not hold, with what it asks for and what was found.
 *
 * @param path where it stands in the promotion: {@code conditions[0].conditions[1]}
 * @param condition its kind, as it stands in data: {@code SubtotalAtLeast}
 * @param asked {@code USD 50.00 of goods}
 * @param found {@code USD 38.00}
 */
public record ConditionFinding(String path, String condition, String asked, String found) {

  public ConditionFinding {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(condition, "condition");
    Objects.requireNonNull(asked, "asked");
    Objects.requireNonNull(found, "found");
  }

  /** As a clerk would say it: {@code asks for USD 50.00 of goods, found USD 38.00}. */
  @Override
  public String toString() {
    return "asks for " + asked + ", found " + found;
  }
}
