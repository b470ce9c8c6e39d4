package io.omnicommerce.pricing;

import io.omnicommerce.common.Text;
import io.omnicommerce.money.Money;
import java.util.Objects;

/**
 * A signed change of a line's amount with its cause: the share of a promotion, a reduction.
 *
 * @param source what caused it: a promotion's id
 * @param amount below zero what is taken off
 */
public record PriceAdjustment(String source, String title, Money amount) {

  public PriceAdjustment {
    Text.id(source, "source");
    title = Text.name(title, "title");
    Objects.requireNonNull(amount, "amount");
  }
}
