package io.omnicommerce.inventory;

import io.omnicommerce.common.Text;
import java.util.Objects;

/**
 * Why stock was changed. An open list: a host names reasons of its own, and reports sum by them.
 *
 * @param value a short name, such as {@code damaged}, in one line
 */
public record StockReason(String value) implements Comparable<StockReason> {

  /** A count has shown another number. */
  public static final StockReason COUNTED = of("counted");

  /** Goods are broken. */
  public static final StockReason DAMAGED = of("damaged");

  /** Goods cannot be found. */
  public static final StockReason LOST = of("lost");

  /** Goods have turned up. */
  public static final StockReason FOUND = of("found");

  /** Goods were stolen. */
  public static final StockReason THEFT = of("theft");

  /** Goods were given away to be tried. */
  public static final StockReason SAMPLE = of("sample");

  /** Goods may not be sold any more. */
  public static final StockReason OUTDATED = of("outdated");

  /** Somebody has to look at goods first. */
  public static final StockReason INSPECTION = of("inspection");

  /** Goods are fit to be sold again. */
  public static final StockReason REPAIRED = of("repaired");

  /** What was booked before was wrong. */
  public static final StockReason CORRECTION = of("correction");

  public StockReason {
    value = Text.name(Objects.requireNonNull(value, "value"), "reason");
  }

  public static StockReason of(String value) {
    return new StockReason(value);
  }

  @Override
  public int compareTo(StockReason other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
