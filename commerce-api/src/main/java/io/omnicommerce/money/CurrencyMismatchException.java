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

  /**
   * Amounts of two currencies were to be combined, or something that has a currency was given
   * another. Facts: first, second; list, sku, source, cart, charge, guest where they are known.
   */
  public static final ErrorCode CODE = ErrorCode.of("money.currency_mismatch");

  private final Currency first;
  private final Currency second;

  /** Two amounts that were to be added, compared or converted. */
  public CurrencyMismatchException(Currency first, Currency second) {
    this(
        first,
        second,
        "Amounts in "
            + first
            + " and "
            + second
            + " cannot be combined; convert one of them first.",
        Facts.none());
  }

  /**
   * Something that has one currency and was given another.
   *
   * @param first the currency it has
   * @param second the currency it was given
   * @param message what has it and what was given, as a sentence, and what to do
   * @param where further facts, such as {@code list} and {@code sku}
   */
  public CurrencyMismatchException(Currency first, Currency second, String message, Facts where) {
    super(
        CODE,
        message,
        where.with("first", first.getCurrencyCode()).with("second", second.getCurrencyCode()));
    this.first = first;
    this.second = second;
  }

  /** The currency of the one amount, or of what has a currency for good. */
  public Currency first() {
    return first;
  }

  /** The currency of the other amount. */
  public Currency second() {
    return second;
  }
}
