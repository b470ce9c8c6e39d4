package io.omnicommerce.money;

import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.Facts;
import java.util.Currency;

/**
 * Amounts of two currencies were to be combined. Convert one of them first, with a rate that is
 * kept.
 */
public final class CurrencyMismatchException extends CommerceException {

  private static final long serialVersionUID = 1L;

  public static final ErrorCode CODE = ErrorCode.of("money.currency_mismatch");

  private final Currency first;
  private final Currency second;

  public CurrencyMismatchException(Currency first, Currency second) {
    super(
        CODE,
        "Amounts in "
            + first
            + " and "
            + second
            + " cannot be combined; convert one of them first.",
        Facts.of("first", first.getCurrencyCode(), "second", second.getCurrencyCode()));
    this.first = first;
    this.second = second;
  }

  public Currency first() {
    return first;
  }

  public Currency second() {
    return second;
  }
}
