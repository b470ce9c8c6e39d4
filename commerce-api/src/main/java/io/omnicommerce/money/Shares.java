package io.omnicommerce.money;

import java.util.Arrays;

/**
 * The ways to give out what a split leaves over. In each of them the shares add up, nobody without
 * a weight takes anything, and of a total within the weights nobody takes more than it weighs.
 */
final class Shares {

  private Shares() {}

  /** Splits a total, none negative, by weights of which one is above zero. */
  static long[] of(Proration proration, long total, long[] weights) {
    return switch (proration) {
      case LARGEST_REMAINDER -> largestRemainder(total, Parts.of(total, weights));
      case HALF_DOWN_THEN_FIRST -> halfDown(total, weights, Parts.of(total, weights));
      case FLOOR_THEN_FIRST -> floor(total, weights, Parts.of(total, weights));
      case LAST_TAKES_REST -> lastTakesRest(total, weights, Parts.of(total, weights));
      case CUMULATIVE -> cumulative(Parts.ofSums(total, weights));
    };
  }

  private static long[] largestRemainder(long total, Parts parts) {
    long[] shares = parts.whole;
    int left = (int) left(total, shares);
    if (left == 0) {
      return shares;
    }
    long[] sorted = parts.aboveHalf.clone();
    Arrays.sort(sorted);
    long least = sorted[sorted.length - left];
    for (int i = 0; i < shares.length; i++) {
      if (parts.aboveHalf[i] > least) {
        shares[i]++;
        left--;
      }
    }
    for (int i = 0; left > 0; i++) {
      if (parts.aboveHalf[i] == least) {
        shares[i]++;
        left--;
      }
    }
    return shares;
  }

  private static long[] halfDown(long total, long[] weights, Parts parts) {
    long[] shares = parts.whole;
    for (int i = 0; i < shares.length; i++) {
      shares[i] += parts.aboveHalf[i] > 0 ? 1 : 0;
    }
    long left = left(total, shares);
    return left < 0 ? taken(-left, shares) : given(left, shares, weights, total);
  }

  private static long[] floor(long total, long[] weights, Parts parts) {
    return given(left(total, parts.whole), parts.whole, weights, total);
  }

  /** One each to the first that can take it, again and again. */
  private static long[] given(long left, long[] shares, long[] weights, long total) {
    boolean within = within(total, weights);
    long open = left;
    while (open > 0) {
      for (int i = 0; i < shares.length && open > 0; i++) {
        if (weights[i] > 0 && !(within && shares[i] >= weights[i])) {
          shares[i]++;
          open--;
        }
      }
    }
    return shares;
  }

  private static long[] taken(long surplus, long[] shares) {
    long open = surplus;
    for (int i = 0; open > 0; i = (i + 1) % shares.length) {
      if (shares[i] > 0) {
        shares[i]--;
        open--;
      }
    }
    return shares;
  }

  private static long[] lastTakesRest(long total, long[] weights, Parts parts) {
    long[] shares = parts.whole;
    int last = last(weights);
    long open = total;
    for (int i = 0; i < last; i++) {
      shares[i] = Math.min(open, shares[i] + (weights[i] > 0 && parts.aboveHalf[i] >= 0 ? 1 : 0));
      open -= shares[i];
    }
    shares[last] = open;
    return within(total, weights) ? handedBack(shares, weights, last) : shares;
  }

  /** What the last cannot take goes back to those before it. */
  private static long[] handedBack(long[] shares, long[] weights, int last) {
    long open = Math.max(0, shares[last] - weights[last]);
    shares[last] -= open;
    for (int i = last - 1; open > 0; i--) {
      long part = Math.min(open, weights[i] - shares[i]);
      shares[i] += part;
      open -= part;
    }
    return shares;
  }

  private static long[] cumulative(Parts sums) {
    long[] shares = sums.whole;
    long before = 0;
    for (int i = 0; i < shares.length; i++) {
      long sum = shares[i] + (sums.aboveHalf[i] >= 0 ? 1 : 0);
      shares[i] = sum - before;
      before = sum;
    }
    return shares;
  }

  private static int last(long[] weights) {
    int last = weights.length - 1;
    while (weights[last] == 0) {
      last--;
    }
    return last;
  }

  private static long left(long total, long[] shares) {
    long left = total;
    for (long share : shares) {
      left -= share;
    }
    return left;
  }

  /** Whether a total is not above the sum of the weights. */
  private static boolean within(long total, long[] weights) {
    long left = total;
    for (int i = 0; i < weights.length && left > 0; i++) {
      left -= weights[i];
    }
    return left <= 0;
  }
}
