package io.omnicommerce.delivery;

import io.omnicommerce.common.Text;
import io.omnicommerce.money.Money;
import java.util.Objects;

/**
 * What is charged beside the price of a delivery: handling, an island, dangerous goods. It is a
 * charge of its own, which promotions on delivery do not reduce and which stays where delivery is
 * free.
 *
 * @param title what stands on documents
 * @param amount not negative
 */
public record DeliveryFee(String title, Money amount) {

  public DeliveryFee {
    title = Text.name(title, "title");
    Objects.requireNonNull(amount, "amount");
  }
}
