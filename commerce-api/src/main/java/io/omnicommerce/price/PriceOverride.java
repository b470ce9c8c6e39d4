package io.omnicommerce.price;

import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Text;
import io.omnicommerce.money.UnitPrice;
import java.util.Objects;

/**
 * A price that somebody set on a line.
 *
 * @param reason why; never blank
 * @param actor who, as {@link io.omnicommerce.common.Actor#label}
 */
public record PriceOverride(UnitPrice price, String reason, String actor) {

  /** A price was to be overridden without a reason. */
  public static final ErrorCode REASON_REQUIRED = ErrorCode.of("price.reason_required");

  public PriceOverride {
    Objects.requireNonNull(price, "price");
    Objects.requireNonNull(actor, "actor");
    if (reason.isBlank()) {
      throw new InvalidInputException(
          REASON_REQUIRED, "reason", reason, "must say why the price was changed");
    }
    reason = Text.name(reason, "reason");
  }
}
