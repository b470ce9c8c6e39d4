package io.omnicommerce.inventory;

import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import java.util.Objects;
import java.util.Optional;

/**
 * How much may be added of what somebody asks for.
 *
 * @param quantity how much; what was asked, cut down to what there is, or none, as the market's
 *     convention {@code over_quantity} says
 * @param refusal why it is not all that was asked for; empty if it is
 */
public record Addable(Quantity quantity, Optional<Refusal> refusal) {

  public Addable {
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(refusal, "refusal");
  }
}
