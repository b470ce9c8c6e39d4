package io.omnicommerce.checkout;

import io.omnicommerce.money.Money;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.value.GiftCardId;
import java.util.Objects;

/**
 * What a gift card pays of an order.
 *
 * @param payment the payment that it becomes with the order
 */
public record GiftCardPart(PaymentId payment, GiftCardId card, Money amount) {

  public GiftCardPart {
    Objects.requireNonNull(payment, "payment");
    Objects.requireNonNull(card, "card");
    Objects.requireNonNull(amount, "amount");
  }
}
