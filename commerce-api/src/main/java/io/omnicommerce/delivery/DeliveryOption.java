package io.omnicommerce.delivery;

import io.omnicommerce.money.Money;
import java.util.Objects;

/**
 * A method as it is offered here and now: its price before tax rules, and by when the goods would
 * be there.
 */
public record DeliveryOption(DeliveryMethod method, Money price, DeliveryPromise promise) {

  public DeliveryOption {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(price, "price");
    Objects.requireNonNull(promise, "promise");
  }
}
