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
 * @param withheld what is not given back of what was asked for, since it was never collected
 */
public record RefundPlan(String content, int round, List<Part> parts, Money withheld) {

  /** What one payment gives back, by the key under which it is asked. */
  public record Part(PaymentId payment, Money amount, IdempotencyKey key) {}

  public RefundPlan {
    parts = List.copyOf(parts);
  }

  /** Nothing was planned. */
  static RefundPlan none(String content, Currency currency) {
    return new RefundPlan(content, 0, List.of(), Money.zero(currency));
  }

  RefundPlan withholding(Money withheld) {
    return new RefundPlan(content, round, parts, withheld);
  }

  /** As it has to be made anew. */
  RefundPlan again(List<Part> kept) {
    return new RefundPlan(content, round + 1, kept, withheld);
  }

  Money total(Currency currency) {
    return Money.sum(currency, parts.stream().map(Part::amount).toList());
  }
}
