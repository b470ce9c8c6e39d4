package io.omnicommerce.core.promotion;

import io.omnicommerce.common.CustomerId;
import io.omnicommerce.customer.Email;
import io.omnicommerce.customer.Phone;
import java.util.Optional;

/**
 * Who uses coupons. A customer is who is known as such, and whoever has the address or the number:
 * under all of these names a use is counted, and under each a limit holds.
 */
public record Redeemer(
    Optional<CustomerId> customer, Optional<Email> email, Optional<Phone> phone) {

  /** Whom nobody knows, and who is not limited. */
  public static final Redeemer NOBODY = of(Optional.empty());

  /** Of whom no more is known. */
  public static Redeemer of(Optional<CustomerId> customer) {
    return new Redeemer(customer, Optional.empty(), Optional.empty());
  }
}
