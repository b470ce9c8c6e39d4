package io.omnicommerce.catalog;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Text;
import io.omnicommerce.money.Rounding;
import io.omnicommerce.money.UnitPrice;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * What is in one of a SKU, and for how much of it the price is shown beside the price of the SKU:
 * 250 g, per 100 g.
 *
 * @param amount how much is in one, above zero
 * @param unit the unit of measure of both: {@code g}, {@code ml}, {@code m2}
 * @param base for how much of it the price is shown, above zero
 */
public record NetContent(Quantity amount, String unit, Quantity base) {

  public NetContent {
    Text.id(unit, "unit");
    checkAboveZero(Objects.requireNonNull(amount, "amount"), "content.amount");
    checkAboveZero(Objects.requireNonNull(base, "base"), "content.base");
  }

  /**
   * So much of a measure, shown by another: {@code of("250", "g", "100")} is 250 g, priced by 100
   * g.
   */
  public static NetContent of(String amount, String unit, String base) {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(base, "base");
    return new NetContent(Quantity.parse(amount), unit, Quantity.parse(base));
  }

  /**
   * What the base costs if one of the SKU costs so much, rounded once to the currency's decimals.
   *
   * @throws io.omnicommerce.money.ArithmeticOverflowException if it cannot be held
   */
  public UnitPrice priceOfBase(UnitPrice price, Rounding rounding) {
    Objects.requireNonNull(rounding, "rounding");
    BigDecimal exact = price.toBigDecimal().multiply(base.toBigDecimal());
    return UnitPrice.of(
        exact.divide(
            amount.toBigDecimal(), price.currency().getDefaultFractionDigits(), rounding.mode()),
        price.currency());
  }

  private static void checkAboveZero(Quantity quantity, String field) {
    if (quantity.isZero()) {
      throw new InvalidInputException(Quantity.INVALID, field, "0", "must be above 0");
    }
  }
}
