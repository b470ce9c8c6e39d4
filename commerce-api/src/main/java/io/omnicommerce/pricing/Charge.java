package io.omnicommerce.pricing;

import io.omnicommerce.common.Text;
import io.omnicommerce.money.Money;
import java.util.Objects;
import java.util.Optional;

/**
 * An amount beside the goods: delivery, carriage, a fee, or, if negative, a reduction given by
 * hand.
 *
 * @param id its name within the cart
 * @param kind what it is for: {@code delivery}, {@code fee}, {@code discount}
 * @param title what stands on documents
 * @param amount what is charged; below zero what is taken off
 * @param taxCategory how it is taxed
 * @param method the delivery method whose price it is, if it is one; promotions on delivery reduce
 *     such charges only
 */
public record Charge(
    LineId id,
    String kind,
    String title,
    Money amount,
    String taxCategory,
    Optional<String> method) {

  public Charge {
    Objects.requireNonNull(id, "id");
    Text.id(kind, "kind");
    title = Text.name(title, "title");
    Objects.requireNonNull(amount, "amount");
    Text.id(taxCategory, "taxCategory");
    Objects.requireNonNull(method, "method");
    method.ifPresent(given -> Text.id(given, "method"));
  }

  /** A charge that is not the price of a delivery method. */
  public Charge(LineId id, String kind, String title, Money amount, String taxCategory) {
    this(id, kind, title, amount, taxCategory, Optional.empty());
  }
}
