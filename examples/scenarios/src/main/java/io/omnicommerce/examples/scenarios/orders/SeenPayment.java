package io.omnicommerce.examples.scenarios.orders;

import io.omnicommerce.examples.scenarios.cases.UnsupportedException;
import io.omnicommerce.money.Money;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.Locale;
import java.util.function.Function;

/**
 * A payment as a case tells of it.
 *
 * @param givenBack what of it was refunded
 */
record SeenPayment(Result result, Money amount, Money givenBack) {

  /** How it stands. */
  enum Result {
    NEW,
    PROCESSING,
    AUTHORIZED,
    COMPLETED,
    REFUNDED,
    FAILED,
    CANCELLED;

    static Result read(String name) {
      return Arrays.stream(values())
          .filter(one -> one.name().equals(name.toUpperCase(Locale.ROOT)))
          .findFirst()
          .orElseThrow(
              () -> new UnsupportedException("the payment result '" + name + "' is not known"));
    }
  }

  SeenPayment {
    if (result == Result.REFUNDED) {
      givenBack = amount;
    }
  }

  SeenPayment refunded(Money more) {
    return new SeenPayment(result, amount, givenBack.plus(more));
  }

  Money promised() {
    return result == Result.AUTHORIZED || isTaken() ? amount : none();
  }

  Money captured() {
    return isTaken() ? amount : none();
  }

  static Money sum(
      Collection<SeenPayment> payments, Function<SeenPayment, Money> of, Currency currency) {
    return payments.stream().map(of).reduce(Money.zero(currency), Money::plus);
  }

  private boolean isTaken() {
    return result == Result.COMPLETED || result == Result.REFUNDED;
  }

  private Money none() {
    return Money.zero(amount.currency());
  }
}
