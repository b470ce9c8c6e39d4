package io.omnicommerce.promotion;

import java.util.Objects;
import java.util.Optional;

/**
 * A condition that did not hold, or units or money that were missing, with what was asked for and
 * what was found.
 *
 * @param path where it stands in the promotion: {@code conditions[0].conditions[1]}, {@code
 *     benefits[0]}, {@code budget}
 * @param condition its kind, as it stands in data: {@code SubtotalAtLeast}
 * @param asked {@code USD 50.00 of goods}
 * @param found {@code USD 38.00}
 * @param anyOf the path of the innermost condition of which one alternative would do, if it stands
 *     in one
 */
public record ConditionFinding(
    String path, String condition, String asked, String found, Optional<String> anyOf) {

  public ConditionFinding {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(condition, "condition");
    Objects.requireNonNull(asked, "asked");
    Objects.requireNonNull(found, "found");
    Objects.requireNonNull(anyOf, "anyOf");
  }

  /** A finding that is no alternative. */
  public ConditionFinding(String path, String condition, String asked, String found) {
    this(path, condition, asked, found, Optional.empty());
  }

  /** As a clerk would say it: {@code asks for USD 50.00 of goods, found USD 38.00}. */
  @Override
  public String toString() {
    return "asks for " + asked + ", found " + found;
  }
}
