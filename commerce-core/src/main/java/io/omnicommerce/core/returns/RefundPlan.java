package io.omnicommerce.core.returns;

import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.money.Money;
import io.omnicommerce.payment.PaymentId;
import java.util.Currency;
import java.util.List;

/**
 * Which payment gives back how much. It is written down before any payment is asked and followed by
 * whoever asks again, from whichever channel: so the same money is asked for under the same keys.
 *
 * @param content a fingerprint of what was asked for
 * @param round how often it had to be made anew because a payment said no
 */
public record RefundPlan(String content, int round, List<Part> parts) {

  /** What one payment gives back, by the key under which it is asked. */
  public record Part(PaymentId payment, Money amount, IdempotencyKey key) {}

  public RefundPlan {
    parts = List.copyOf(parts);
  }

  Money total(Currency currency) {
    return Money.sum(currency, parts.stream().map(Part::amount).toList());
  }
}
