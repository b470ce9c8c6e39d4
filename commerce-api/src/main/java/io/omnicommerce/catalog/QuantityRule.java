package io.omnicommerce.catalog;

import io.omnicommerce.common.Facts;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * In which quantities a SKU is sold.
 *
 * @param min the fewest in a line, above zero
 * @param max the most of the SKU in a cart, over all its lines
 * @param step the multiple that a line's quantity must be; a pack of six has min 6 and step 6
 */
public record QuantityRule(Quantity min, Quantity max, Quantity step) {

  /** The most that any rule may allow. */
  public static final Quantity LIMIT = Quantity.of(1_000_000);

  /** Any whole number from one. */
  public static final QuantityRule ANY = new QuantityRule(Quantity.ONE, LIMIT, Quantity.ONE);

  public QuantityRule {
    Objects.requireNonNull(min, "min");
    Objects.requireNonNull(max, "max");
    Objects.requireNonNull(step, "step");
    if (min.isZero() || step.isZero() || max.compareTo(min) < 0 || max.compareTo(LIMIT) > 0) {
      throw new InvalidInputException(
          Quantity.INVALID,
          "quantities",
          min + " to " + max + " by " + step,
          "must have 0 < min <= max <= " + LIMIT + " and a step above 0");
    }
  }

  /** Any amount of something that is measured, in steps of its smallest part. */
  public static QuantityRule measured(UnitOfMeasure unit) {
    Quantity part = Quantity.ofUnits(1, unit.decimals());
    return new QuantityRule(part, LIMIT, part);
  }

  /**
   * Why a line may not have this quantity, or empty if it may. The maximum is looked at over all
   * lines of the SKU, by the cart.
   */
  public Optional<Refusal> refusal(Sku sku, Quantity quantity) {
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(quantity, "quantity");
    if (quantity.compareTo(min) < 0) {
      return Optional.of(
          refused(
              sku, quantity, "min", min, "At least " + min + " of " + sku + " must be ordered"));
    }
    if (quantity.toBigDecimal().remainder(step.toBigDecimal()).compareTo(BigDecimal.ZERO) != 0) {
      return Optional.of(
          refused(sku, quantity, "step", step, sku + " is sold in multiples of " + step));
    }
    return Optional.empty();
  }

  private static Refusal refused(
      Sku sku, Quantity quantity, String limit, Quantity value, String sentence) {
    return Refusal.of(
        Quantity.INVALID,
        sentence + "; asked: " + quantity + ".",
        Facts.of("sku", sku, "quantity", quantity).with(limit, value));
  }
}
