package io.omnicommerce.core.pricing;

import io.omnicommerce.core.promotion.Evaluation;
import java.util.function.IntUnaryOperator;

/** The entries of an outcome that took something, of each place in the order of their turns. */
final class TakenByPlace {

  /** Where the entries of each place begin; behind the last place how many there are. */
  private final int[] begins;

  private final int[] entries;

  /**
   * @param placeOf of which place an entry is
   */
  TakenByPlace(int places, Evaluation.Outcome outcome, IntUnaryOperator placeOf) {
    begins = new int[places + 1];
    entries = new int[outcome.size()];
    for (int entry = 0; entry < entries.length; entry++) {
      begins[placeOf.applyAsInt(entry) + 1] += outcome.amount(entry) > 0 ? 1 : 0;
    }
    for (int place = 1; place < begins.length; place++) {
      begins[place] += begins[place - 1];
    }
    int[] next = begins.clone();
    for (int entry = 0; entry < entries.length; entry++) {
      if (outcome.amount(entry) > 0) {
        entries[next[placeOf.applyAsInt(entry)]++] = entry;
      }
    }
  }

  int count(int place) {
    return begins[place + 1] - begins[place];
  }

  int entry(int place, int index) {
    return entries[begins[place] + index];
  }
}
