package io.omnicommerce.fulfillment;

import io.omnicommerce.common.Text;
import java.util.Objects;

/**
 * The code by which a pickup is collected, given out once when it is made ready; the library keeps
 * nothing but its hash.
 */
public record PickupCode(Fulfillment fulfillment, String code) {

  public PickupCode {
    Objects.requireNonNull(fulfillment, "fulfillment");
    Text.secret(code, "code", Text.ID_LENGTH_MAX);
  }

  @Override
  public String toString() {
    return "PickupCode[fulfillment=" + fulfillment.id() + ", code=***]";
  }
}
