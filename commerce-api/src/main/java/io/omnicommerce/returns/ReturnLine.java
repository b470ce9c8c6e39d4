package io.omnicommerce.returns;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Text;
import io.omnicommerce.pricing.LineId;
import java.util.Objects;

/**
 * What comes back of a line.
 *
 * @param quantity above zero
 * @param reason why, in words; may be empty
 */
public record ReturnLine(LineId line, Quantity quantity, String reason) {

  public ReturnLine {
    Objects.requireNonNull(line, "line");
    if (quantity.isZero()) {
      throw new InvalidInputException(Quantity.INVALID, "quantity", "0", "must be above 0");
    }
    reason = Text.note(reason, "reason");
  }

  /** So much of a line of the order, without a reason. */
  public static ReturnLine of(LineId line, Quantity quantity) {
    return new ReturnLine(line, quantity, "");
  }
}
