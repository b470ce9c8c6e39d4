package io.omnicommerce.cart;

import io.omnicommerce.common.Text;
import java.time.Instant;
import java.util.Objects;

/**
 * A token that hands a cart to another channel, once. Whoever presents it gets the cart, so show it
 * to the customer only; the library keeps nothing but its hash.
 *
 * @param secret what the other channel presents
 * @param until when it ends
 */
public record HandoffToken(String secret, Instant until) {

  public HandoffToken {
    Text.secret(secret, "secret", 128);
    Objects.requireNonNull(until, "until");
  }

  @Override
  public String toString() {
    return "HandoffToken[secret=***, until=" + until + "]";
  }
}
