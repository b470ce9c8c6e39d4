package io.omnicommerce.delivery;

import io.omnicommerce.common.InvalidInputException;
import java.time.Duration;

/**
 * How long something takes, from the order until the goods are there.
 *
 * @param min at the earliest
 * @param max at the latest
 */
public record LeadTime(Duration min, Duration max) {

  private static final Duration LIMIT = Duration.ofDays(366);

  public LeadTime {
    if (min.isNegative() || max.compareTo(min) < 0 || max.compareTo(LIMIT) > 0) {
      throw new InvalidInputException(
          InvalidInputException.OUT_OF_RANGE,
          "leadTime",
          min + " to " + max,
          "must have 0 <= min <= max <= " + LIMIT.toDays() + " days");
    }
  }
}
