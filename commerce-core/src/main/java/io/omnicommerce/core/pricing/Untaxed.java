package io.omnicommerce.core.pricing;

import io.omnicommerce.common.Refusal;
import java.util.List;
import java.util.Optional;

/** A cart that is priced but for its taxes, or why it cannot be: one of both is there. */
record Untaxed(Optional<CartSheet> sheet, List<Refusal> problems) {

  static Untaxed of(CartSheet sheet) {
    return new Untaxed(Optional.of(sheet), List.of());
  }

  static Untaxed of(List<Refusal> problems) {
    return new Untaxed(Optional.empty(), problems);
  }
}
