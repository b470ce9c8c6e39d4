package io.omnicommerce.money;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.TreeSet;

/** The exact shares of a split before anything is rounded: what is whole, and what is left over. */
final class Parts {

  /** The shares rounded down. */
  final long[] whole;

  /**
   * What is left over of each share, measured from one half: below zero less, above zero more. Only
   * the order counts, not the distance.
   */
  final long[] aboveHalf;

  private Parts(int count) {
    whole = new long[count];
    aboveHalf = new long[count];
  }

  /** The parts of a total, none negative, by weights of which one is above zero. */
  static Parts of(long total, long[] weights) {
    long sum = sumThatFits(total, weights);
    Parts parts = new Parts(weights.length);
    if (sum > 0) {
      parts.fill(total, weights, sum);
    } else {
      BigInteger[] wide = wide(weights);
      parts.fillWide(total, wide, Arrays.stream(wide).reduce(BigInteger.ZERO, BigInteger::add));
    }
    return parts;
  }

  /** The same for the sums of the weights up to each. */
  static Parts ofSums(long total, long[] weights) {
    long sum = sumThatFits(total, weights);
    Parts parts = new Parts(weights.length);
    if (sum > 0) {
      parts.fill(total, sums(weights), sum);
    } else {
      BigInteger[] sums = sums(wide(weights));
      parts.fillWide(total, sums, sums[sums.length - 1]);
    }
    return parts;
  }

  private static long[] sums(long[] weights) {
    long[] sums = weights.clone();
    for (int i = 1; i < sums.length; i++) {
      sums[i] += sums[i - 1];
    }
    return sums;
  }

  private static BigInteger[] sums(BigInteger[] weights) {
    BigInteger[] sums = weights.clone();
    for (int i = 1; i < sums.length; i++) {
      sums[i] = sums[i].add(sums[i - 1]);
    }
    return sums;
  }

  /** The sum of the weights, if it can be multiplied by the total, or else a negative number. */
  private static long sumThatFits(long total, long[] weights) {
    long sum = 0;
    for (long weight : weights) {
      sum += weight;
      if (sum < 0) {
        return -1;
      }
    }
    return Math.multiplyHigh(total, sum) == 0 && total * sum >= 0 ? sum : -1;
  }

  private void fill(long total, long[] weights, long sum) {
    for (int i = 0; i < weights.length; i++) {
      long product = total * weights[i];
      whole[i] = product / sum;
      long rest = product - whole[i] * sum;
      aboveHalf[i] = rest - (sum - rest);
    }
  }

  private void fillWide(long total, BigInteger[] weights, BigInteger sum) {
    BigInteger[] doubled = new BigInteger[weights.length];
    for (int i = 0; i < weights.length; i++) {
      BigInteger[] parts = weights[i].multiply(BigInteger.valueOf(total)).divideAndRemainder(sum);
      whole[i] = parts[0].longValueExact();
      doubled[i] = parts[1].shiftLeft(1);
    }
    rank(doubled, sum);
  }

  /** Remainders that no long can hold are told by their places among each other. */
  private void rank(BigInteger[] doubled, BigInteger half) {
    TreeSet<BigInteger> places = new TreeSet<>(Arrays.asList(doubled));
    places.add(half);
    BigInteger[] sorted = places.toArray(BigInteger[]::new);
    long middle = Arrays.binarySearch(sorted, half);
    for (int i = 0; i < doubled.length; i++) {
      aboveHalf[i] = Arrays.binarySearch(sorted, doubled[i]) - middle;
    }
  }

  private static BigInteger[] wide(long[] weights) {
    return Arrays.stream(weights).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
  }
}
