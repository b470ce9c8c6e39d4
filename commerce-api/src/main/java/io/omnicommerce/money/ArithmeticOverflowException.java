package io.omnicommerce.money;

import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.Facts;

/** An amount would be larger than can be held. Nothing wrapped around; ask for less at once. */
public final class ArithmeticOverflowException extends CommerceException {

  private static final long serialVersionUID = 1L;

  /** A result is larger than can be held. */
  public static final ErrorCode CODE = ErrorCode.of("money.overflow");

  /** What could not be held. */
  public ArithmeticOverflowException(String operation) {
    super(
        CODE,
        "The result of "
            + operation
            + " is larger than an amount can be ("
            + Long.MAX_VALUE
            + " minor units).",
        Facts.of("operation", operation));
  }
}
