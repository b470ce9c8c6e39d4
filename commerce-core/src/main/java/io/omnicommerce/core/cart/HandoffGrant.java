package io.omnicommerce.core.cart;

import io.omnicommerce.cart.CartId;
import java.time.Instant;
import java.util.Optional;

/**
 * A promise to hand a cart to whoever knows a secret.
 *
 * @param hash of the secret; empty once it was used
 */
record HandoffGrant(CartId cart, Optional<String> hash, Instant until) {

  HandoffGrant used() {
    return new HandoffGrant(cart, Optional.empty(), until);
  }
}
