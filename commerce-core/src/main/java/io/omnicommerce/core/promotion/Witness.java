package io.omnicommerce.core.promotion;

import java.util.List;

/** Told how the promotions of a book take their turns. Usually nobody looks. */
interface Witness {

  /** Nobody looks. */
  Witness NONE = new Witness() {};

  /** What is written down of a deal that begins. */
  default Notes notes() {
    return Notes.NONE;
  }

  /** It was a promotion's turn. */
  default void asked(CompiledPromotion promotion, Deal deal, boolean holds) {}

  /** A promotion has given what it had to give. */
  default void gave(CompiledPromotion promotion, Deal after, long taken) {}

  /** A promotion has no turn, because another lets none come after it. */
  default void stopped(CompiledPromotion promotion, CompiledPromotion by, Deal deal) {}

  /** Promotions competed for the best deal; the deal before it. */
  default void competed(List<CompiledPromotion> eligible, Deal before) {}
}
