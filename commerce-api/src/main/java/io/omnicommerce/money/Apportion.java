package io.omnicommerce.money;

import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Splits an amount by weights so that the shares add up to it: the method of the largest remainder
 * (Hamilton). Each share is the exact proportion rounded down, and the minor units left over go,
 * one each, to the shares with the largest remainders; among equal remainders to the one that
 * stands first in the given order, which is the order of line ids. So the split does not depend on
 * the order in which the lines happen to be listed, provided the caller sorts them by id.
 *
 * <p>For a total not above the sum of the weights no share exceeds its weight: a discount never
 * takes more than a line has.
 */
public final class Apportion {

  public static final ErrorCode INVALID = ErrorCode.of("money.invalid_split");

  private Apportion() {}

  /**
   * @param total what is split; a negative total is split as its opposite
   * @param weights one weight a share, none negative; if all are zero, the shares are as even as
   *     can be, the first ones larger
   * @return the shares, in the order of the weights; their sum is the total
   * @throws InvalidInputException {@code money.invalid_split} if a weight is negative, or there is
   *     something to split and nobody to take it
   * @throws ArithmeticOverflowException for the one total that has no opposite
   */
  public static long[] byLargestRemainder(long total, long... weights) {
    check(total, weights);
    BigInteger sum =
        Arrays.stream(weights)
            .mapToObj(BigInteger::valueOf)
            .reduce(BigInteger.ZERO, BigInteger::add);
    long[] used = weights;
    if (sum.signum() == 0) {
      used = new long[weights.length];
      Arrays.fill(used, 1);
      sum = BigInteger.valueOf(weights.length);
    }
    return total >= 0
        ? split(total, used, sum)
        : negated(split(Math.negateExact(total), used, sum));
  }

  private static void check(long total, long[] weights) {
    Objects.requireNonNull(weights, "weights");
    if (weights.length == 0 && total != 0) {
      throw new InvalidInputException(
          INVALID, "weights", "none", "must name at least one share to take " + total);
    }
    for (long weight : weights) {
      if (weight < 0) {
        throw new InvalidInputException(
            INVALID, "weight", Long.toString(weight), "may not be negative");
      }
    }
    if (total == Long.MIN_VALUE) {
      throw new ArithmeticOverflowException("splitting");
    }
  }

  private static long[] split(long total, long[] weights, BigInteger sum) {
    long[] shares = new long[weights.length];
    if (weights.length == 0) {
      return shares;
    }
    boolean small = sum.bitLength() < 63 && fits(total, weights);
    List<Comparable<?>> remainders = new ArrayList<>(weights.length);
    long left = total;
    for (int i = 0; i < weights.length; i++) {
      if (small) {
        long product = total * weights[i];
        shares[i] = product / sum.longValue();
        remainders.add(product % sum.longValue());
      } else {
        BigInteger[] parts =
            BigInteger.valueOf(total)
                .multiply(BigInteger.valueOf(weights[i]))
                .divideAndRemainder(sum);
        shares[i] = parts[0].longValueExact();
        remainders.add(parts[1]);
      }
      left -= shares[i];
    }
    giveLeftOver(left, shares, remainders);
    return shares;
  }

  private static boolean fits(long total, long[] weights) {
    long largest = Arrays.stream(weights).max().orElse(0);
    return Math.multiplyHigh(total, largest) == 0 && total * largest >= 0;
  }

  private static void giveLeftOver(
      long left, long[] shares, List<? extends Comparable<?>> remainders) {
    if (left == 0) {
      return;
    }
    Integer[] order = IntStream.range(0, shares.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, (a, b) -> compare(remainders.get(b), remainders.get(a)));
    for (int i = 0; i < left; i++) {
      shares[order[i]]++;
    }
  }

  @SuppressWarnings("unchecked")
  private static <C extends Comparable<C>> int compare(Comparable<?> first, Comparable<?> second) {
    return ((C) first).compareTo((C) second);
  }

  private static long[] negated(long[] shares) {
    return Arrays.stream(shares).map(Math::negateExact).toArray();
  }
}
