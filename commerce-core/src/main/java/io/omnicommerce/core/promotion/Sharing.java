package io.omnicommerce.core.promotion;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The next promotion of a deal with every choice of the goods that it leaves to others: of those
 * that can be better than the best deal so far, the likeliest first.
 */
final class Sharing {

  /** Of more lines than that, the clearest go where they save most. */
  private static final int UNDECIDED_MAX = 24;

  private final BestDeal search;
  private final Ceiling.Beside beside;
  private final Deal deal;
  private final Potential next;
  private final List<Potential> others;

  /** What lines save if others have them. */
  private final long[] elsewhere;

  /** What the promotion takes of lines if it has all. */
  private final long[] taken;

  /** The lines that are the promotion's or others'. */
  private final int[] contested;

  private final boolean[] withheld;

  /** Lines that were left to others before. */
  private final boolean[] waiting;

  Sharing(
      BestDeal search,
      Ceiling ceiling,
      Deal deal,
      Potential next,
      List<Potential> left,
      boolean[] waiting) {
    this.waiting = waiting;
    this.search = search;
    this.deal = deal;
    this.next = next;
    beside = ceiling.beside(deal, left);
    others = left.stream().filter(other -> other != next).toList();
    elsewhere = new long[deal.left.length];
    taken = new long[deal.left.length];
    withheld = new boolean[deal.left.length];
    Deal whole = deal.copy();
    whole.give(next.promotion());
    for (int line = 0; line < taken.length; line++) {
      elsewhere[line] = deal.claimed[line] ? 0 : ceiling.line(line, others);
      taken[line] = deal.left[line] - whole.left[line];
    }
    contested = contested();
  }

  /** The clearest first: where the wrong choice costs most. */
  private int[] contested() {
    return IntStream.range(0, taken.length)
        .filter(line -> !deal.claimed[line] && next.touches(line) && isWanted(line))
        .boxed()
        .sorted(Comparator.comparingLong(this::clearness).reversed())
        .mapToInt(line -> line)
        .toArray();
  }

  /** A line that has nothing to give is nobody's, and all may count it. */
  private boolean isWanted(int line) {
    return deal.room(line) > 0 && isWantedByOthers(line);
  }

  private boolean isWantedByOthers(int line) {
    return elsewhere[line] > 0 || others.stream().anyMatch(other -> other.touches(line));
  }

  private long clearness(int line) {
    return Math.abs(elsewhere[line] - here(line));
  }

  private long here(int line) {
    return Math.multiplyExact(taken[line], Potential.ONE);
  }

  void run() {
    int clear = Math.max(0, contested.length - UNDECIDED_MAX);
    for (int at = 0; at < clear; at++) {
      withheld[contested[at]] = elsewhere[contested[at]] > here(contested[at]);
    }
    long parts = 0;
    for (int line = 0; line < taken.length; line++) {
      parts += deal.claimed[line] ? 0 : either(line);
    }
    decide(clear, parts);
    if (clear > 0) {
      search.leaveOut(beside.most(parts));
    }
  }

  private long either(int line) {
    return Math.max(elsewhere[line], next.given(line, elsewhere[line]));
  }

  private void decide(int at, long parts) {
    search.spend(BestDeal.CHOICE);
    if (!search.isOpen(beside.most(parts))) {
      return;
    }
    if (at == contested.length) {
      give();
      return;
    }
    int line = contested[at];
    boolean likely = elsewhere[line] > here(line);
    for (boolean withhold : new boolean[] {likely, !likely}) {
      withheld[line] = withhold;
      long decided = withhold ? elsewhere[line] : next.given(line, elsewhere[line]);
      decide(at + 1, parts - either(line) + decided);
    }
    withheld[line] = false;
  }

  private void give() {
    search.spend(BestDeal.TRY);
    Deal tried = deal.copy();
    tried.withhold(withheld);
    boolean gave = tried.give(next.promotion()) > 0;
    tried.release(withheld);
    if (gave) {
      tried.claim(next.promotion());
      search.tried(tried, next, others, stillWaiting());
    }
  }

  /** Lines that were left to others, and are not meant by this one that has given something. */
  private boolean[] stillWaiting() {
    boolean[] still = new boolean[withheld.length];
    for (int line = 0; line < still.length; line++) {
      still[line] = withheld[line] || (waiting[line] && !next.touches(line));
    }
    return still;
  }
}
