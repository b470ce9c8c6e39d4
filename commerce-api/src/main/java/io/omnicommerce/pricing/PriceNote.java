package io.omnicommerce.pricing;

import io.omnicommerce.money.UnitPrice;
import java.util.Objects;

/**
 * What else is to be said of how a unit price came about; the trace has a step for it.
 *
 * @param kind one of {@link TraceStep.Kind#FORMER_PRICE}, {@link TraceStep.Kind#HOME_PRICE} and
 *     {@link TraceStep.Kind#RAISED_PRICE}
 * @param price of a unit
 */
public record PriceNote(TraceStep.Kind kind, UnitPrice price) {

  public PriceNote {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(price, "price");
  }
}
