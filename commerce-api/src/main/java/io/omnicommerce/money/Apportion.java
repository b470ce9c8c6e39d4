package io.omnicommerce.money;

import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import java.util.Arrays;
import java.util.Objects;

/**
 * Splits an amount by weights so that the shares add up to it. How the minor units are given out
 * that no proportion covers is a {@link Proration}, and what happens when nothing weighs anything a
 * {@link ZeroWeights}: both are conventions of a market.
 *
 * <p>Shares and weights stand in the order of line ids, which is where a method looks for the first
 * or the last of them; so a split does not depend on the order in which lines happen to be listed,
 * provided the caller sorts them by id. By the largest remainder and cumulatively, each share lies
 * within one minor unit of its proportion; the other methods may miss it by a little more. In all
 * of them no share has another sign than the total, what weighs nothing takes nothing, and of a
 * total not above the sum of the weights no share exceeds its weight: a discount never takes more
 * than a line has. A negative total is split as its opposite.
 *
 * @param proration how the minor units left over are given out
 * @param zeroWeights what becomes of a split when all weights are zero
 */
public record Apportion(Proration proration, ZeroWeights zeroWeights) {

  /**
   * A weight or a cap is negative, the caps are not one a weight, or there is nobody to take a
   * share.
   */
  public static final ErrorCode INVALID = ErrorCode.of("money.invalid_split");

  /** By the largest remainder (Hamilton's method), and evenly if nothing weighs anything. */
  public static final Apportion STANDARD =
      new Apportion(Proration.LARGEST_REMAINDER, ZeroWeights.EVEN);

  public Apportion {
    Objects.requireNonNull(proration, "proration");
    Objects.requireNonNull(zeroWeights, "zeroWeights");
  }

  /** A method, and even shares if nothing weighs anything. */
  public static Apportion of(Proration proration) {
    return new Apportion(proration, ZeroWeights.EVEN);
  }

  /** As {@link #STANDARD} splits. */
  public static long[] byLargestRemainder(long total, long... weights) {
    return STANDARD.split(total, weights);
  }

  /**
   * Splits a total.
   *
   * @param total what is split; a negative total is split as its opposite
   * @param weights one weight a share, none negative
   * @return the shares, in the order of the weights; their sum is the total, or zero if nothing
   *     weighs anything and {@link ZeroWeights#NONE} counts
   * @throws InvalidInputException {@code money.invalid_split} if a weight is negative, or there is
   *     something to split and nobody to take it
   * @throws ArithmeticOverflowException for the one total that has no opposite
   */
  public long[] split(long total, long... weights) {
    checkTotal(total, weights);
    checkNoneNegative(weights, "weights");
    long[] shares = shares(Math.abs(total), weighing(weights));
    return total < 0 ? negated(shares) : shares;
  }

  /**
   * Splits a total of which each share can take only so much; what it cannot take goes to the
   * others in the same proportion, until nobody can take more.
   *
   * @param caps the most that each share can take, none negative; of a negative total the least, as
   *     its opposite
   * @return the shares; their sum is the total, unless all that have a weight are full
   * @throws InvalidInputException {@code money.invalid_split} as {@link #split}, or if the caps are
   *     not one a weight
   */
  public long[] splitWithin(long total, long[] weights, long[] caps) {
    check(total, weights, caps);
    long[] shares = Caps.within(this, Math.abs(total), weighing(weights), caps);
    return total < 0 ? negated(shares) : shares;
  }

  /**
   * As {@link #splitWithin}, but what a share cannot take goes to nobody.
   *
   * @throws InvalidInputException as {@link #splitWithin}
   */
  public long[] splitDropping(long total, long[] weights, long[] caps) {
    check(total, weights, caps);
    long[] shares = shares(Math.abs(total), weighing(weights));
    for (int i = 0; i < shares.length; i++) {
      shares[i] = Math.min(shares[i], caps[i]);
    }
    return total < 0 ? negated(shares) : shares;
  }

  /** The shares of a total that is not negative. */
  long[] shares(long total, long[] weights) {
    return total == 0 || isZero(weights)
        ? new long[weights.length]
        : Shares.of(proration, total, weights);
  }

  private long[] weighing(long[] weights) {
    if (zeroWeights == ZeroWeights.NONE || !isZero(weights)) {
      return weights;
    }
    long[] even = new long[weights.length];
    Arrays.fill(even, 1);
    return even;
  }

  private static boolean isZero(long[] weights) {
    for (long weight : weights) {
      if (weight != 0) {
        return false;
      }
    }
    return true;
  }

  private static void check(long total, long[] weights, long[] caps) {
    checkTotal(total, weights);
    checkNoneNegative(weights, "weights");
    checkNoneNegative(Objects.requireNonNull(caps, "caps"), "caps");
    if (caps.length != weights.length) {
      throw new InvalidInputException(
          INVALID, "caps", caps.length + " of them", "must be one a weight: " + weights.length);
    }
  }

  private static void checkTotal(long total, long[] weights) {
    Objects.requireNonNull(weights, "weights");
    if (weights.length == 0 && total != 0) {
      throw new InvalidInputException(
          INVALID, "weights", "none", "must name at least one share to take " + total);
    }
    if (total == Long.MIN_VALUE) {
      throw new ArithmeticOverflowException("splitting");
    }
  }

  private static void checkNoneNegative(long[] values, String field) {
    for (long value : values) {
      if (value < 0) {
        throw new InvalidInputException(
            INVALID, field, Long.toString(value), "may not be negative");
      }
    }
  }

  private static long[] negated(long[] shares) {
    for (int i = 0; i < shares.length; i++) {
      shares[i] = -shares[i];
    }
    return shares;
  }
}
