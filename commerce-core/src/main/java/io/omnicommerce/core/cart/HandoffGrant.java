package io.omnicommerce.core.cart;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartOwner;
import java.time.Instant;
import java.util.Optional;

/**
 * A promise to hand a cart to whoever knows a secret.
 *
 * @param owner whose cart it was; once it is somebody else's, the promise is void
 * @param hash of the secret; empty once it was used
 */
record HandoffGrant(CartId cart, CartOwner owner, Optional<String> hash, Instant until) {

  HandoffGrant used() {
    return new HandoffGrant(cart, owner, Optional.empty(), until);
  }
}
