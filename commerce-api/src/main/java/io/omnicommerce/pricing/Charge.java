package io.omnicommerce.pricing;

import io.omnicommerce.common.Text;
import io.omnicommerce.money.Money;
import java.util.Objects;

/**
 * An amount beside the goods: delivery, carriage, a fee, or, if negative, a reduction given by
 * hand.
 *
 * @param id its name within the cart
 * @param kind what it is for: {@code delivery}, {@code fee}, {@code discount}
 * @param title what stands on documents
 * @param amount what is charged; below zero what is taken off
 * @param taxCategory how it is taxed
 */
public record Charge(LineId id, String kind, String title, Money amount, String taxCategory) {

  public Charge {
    Objects.requireNonNull(id, "id");
    Text.id(kind, "kind");
    title = Text.name(title, "title");
    Objects.requireNonNull(amount, "amount");
    Text.id(taxCategory, "taxCategory");
  }
}
