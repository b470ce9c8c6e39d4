package io.omnicommerce.core.tax;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Taxes that are rounded together. */
final class TaxGroup {

  /**
   * A tax before it is rounded: the whole number below it, and what is left in denominators.
   *
   * @param place its place among all taxes
   */
  private record Member(int part, int place, long whole, long rest) {}

  private static final Comparator<Member> LARGEST_REST =
      Comparator.comparingLong(Member::rest).reversed();

  private final boolean included;
  private final long denominator;
  private final List<Member> members = new ArrayList<>();
  private long amount;
  private long whole;
  private long rest;

  TaxGroup(boolean included, long denominator) {
    this.included = included;
    this.denominator = denominator;
  }

  /** The whole number below the tax of a part, which is settled later. */
  long add(int part, int place, long of, long numerator) {
    Member member = member(part, place, of, numerator);
    members.add(member);
    amount = TaxRounding.plus(amount, of);
    whole = TaxRounding.plus(whole, member.whole());
    rest += member.rest();
    return member.whole();
  }

  private Member member(int part, int place, long of, long numerator) {
    long product = of * numerator;
    if (Math.multiplyHigh(of, numerator) == product >> 63) {
      return new Member(
          part, place, Math.floorDiv(product, denominator), Math.floorMod(product, denominator));
    }
    BigInteger wide = BigInteger.valueOf(of).multiply(BigInteger.valueOf(numerator));
    BigInteger left = wide.mod(BigInteger.valueOf(denominator));
    BigInteger below = wide.subtract(left).divide(BigInteger.valueOf(denominator));
    return new Member(part, place, below.longValueExact(), left.longValueExact());
  }

  /**
   * Rounds the sum once; the minor units it has beyond the whole numbers go to the largest rests,
   * but none goes into a net that has nothing left for it.
   */
  void settle(long[] taxes, long[] nets, TaxRounding rounding) {
    long left = rounding.exact(included, amount, whole, rest, denominator) - whole;
    if (left == 0) {
      return;
    }
    members.sort(LARGEST_REST);
    for (int i = 0; i < members.size() && left > 0; i++) {
      Member member = members.get(i);
      if (!included || nets[member.part()] > 0) {
        taxes[member.place()]++;
        nets[member.part()] -= included ? 1 : 0;
        left--;
      }
    }
  }
}
