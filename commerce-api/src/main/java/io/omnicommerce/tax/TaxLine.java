package io.omnicommerce.tax;

import io.omnicommerce.money.Money;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * The tax of one rate on one line.
 *
 * @param base the net amount it was computed on
 * @param tax the tax
 * @param included whether the line's amount contains it already
 */
public record TaxLine(String code, BigDecimal percent, Money base, Money tax, boolean included) {

  public TaxLine {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(percent, "percent");
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(tax, "tax");
  }
}
