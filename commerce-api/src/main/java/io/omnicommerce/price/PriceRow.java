package io.omnicommerce.price;

import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Text;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.money.UnitPrice;
import java.util.Objects;
import java.util.Optional;

/**
 * A price for a range of quantities, in a stretch of time, for whom it is meant.
 *
 * @param id what the host calls it, if it calls it anything; once in an entry
 * @param from the quantity of the SKU, over all lines, from which it counts
 * @param to the largest quantity for which it counts; any, if empty
 * @param window when it counts
 * @param conditions for whom it counts, beside what its list asks for
 */
public record PriceRow(
    Optional<String> id,
    Quantity from,
    Optional<Quantity> to,
    TimeWindow window,
    PriceConditions conditions,
    UnitPrice price) {

  /** A row or condition that can never count. Facts: field, given. */
  public static final ErrorCode INVALID = ErrorCode.of("price.invalid_row");

  public PriceRow {
    Objects.requireNonNull(id, "id");
    id.ifPresent(name -> Text.id(name, "id"));
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(window, "window");
    Objects.requireNonNull(conditions, "conditions");
    Objects.requireNonNull(price, "price");
    if (to.isPresent() && to.get().compareTo(from) < 0) {
      throw invalid("to", to.get().toString(), "may not be below from, which is " + from);
    }
  }

  /** A price from a quantity on, in a stretch of time, for whomever its list is for. */
  public PriceRow(Quantity from, TimeWindow window, UnitPrice price) {
    this(Optional.empty(), from, Optional.empty(), window, PriceConditions.NONE, price);
  }

  /** One price for any quantity, always. */
  public static PriceRow of(UnitPrice price) {
    return new PriceRow(Quantity.ZERO, TimeWindow.ALWAYS, price);
  }

  /** The same row under a name. */
  public PriceRow named(String name) {
    return new PriceRow(
        Optional.of(Objects.requireNonNull(name, "name")), from, to, window, conditions, price);
  }

  /** The same row from a quantity on. */
  public PriceRow withFrom(Quantity with) {
    return new PriceRow(id, with, to, window, conditions, price);
  }

  /** The same row up to a quantity, which is included. */
  public PriceRow withTo(Quantity with) {
    Objects.requireNonNull(with, "to");
    return new PriceRow(id, from, Optional.of(with), window, conditions, price);
  }

  /** This row, within a stretch of time. */
  public PriceRow withWindow(TimeWindow with) {
    return new PriceRow(id, from, to, with, conditions, price);
  }

  /** This row, for whom the conditions hold. */
  public PriceRow withConditions(PriceConditions with) {
    return new PriceRow(id, from, to, window, with, price);
  }

  static InvalidInputException invalid(String path, String given, String rule) {
    return new InvalidInputException(INVALID, path, given, rule);
  }
}
