package io.omnicommerce.core.promotion;

/**
 * Told what happens to a deal and does not show in its result. They belong to a state of the deal:
 * what is only tried out writes into a copy. Usually nobody listens.
 */
interface Notes {

  /** Nobody listens. */
  Notes NONE = new Notes() {};

  /** The notes of a copy of the deal. */
  default Notes copy() {
    return this;
  }

  /** What a line gets was worked out on a copy: its notes of that line are taken over. */
  default void adopt(Notes of, CompiledPromotion by, int line) {}

  /**
   * An amount is about to be taken, spread over lines or over deliveries.
   *
   * @param amount more than its shares, if there was not so much to take
   */
  default void spread(Deal deal, boolean deliveries, long amount, long[] weights, long[] shares) {}

  /**
   * A percentage was worked out: of so many parts of an amount.
   *
   * @param line or {@link Judged#NOWHERE} if it is of no line, or of several
   */
  default void percentage(
      CompiledPromotion by, int line, long amount, long some, long of, long percent, long result) {}

  /**
   * A line or delivery did not have so much to give.
   *
   * @param line if it stands at a floor of its own, or {@link Judged#NOWHERE}
   */
  default void missed(CompiledPromotion by, int line, long missing) {}

  /** Of what was missed, others were asked for so much, and have given so much. */
  default void passedOn(CompiledPromotion by, long asked, long given) {}

  /** What a promotion may not take was given back. */
  default void capped(CompiledPromotion by, long beyond) {}
}
