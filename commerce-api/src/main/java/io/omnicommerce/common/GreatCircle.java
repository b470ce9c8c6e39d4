package io.omnicommerce.common;

import java.math.BigInteger;

/**
 * Distances on a sphere by the haversine formula, in whole numbers: sines and angles count in parts
 * of 2<sup>30</sup>, their squares in parts of 2<sup>60</sup>.
 */
final class GreatCircle {

  private static final int BITS = 30;
  private static final long ONE_SQUARED = 1L << (2 * BITS);
  private static final long PI = 3_373_259_426L;
  private static final long MICROS_HALF_TURN = 180_000_000;
  private static final long RADIUS_METERS = 6_371_009;

  private GreatCircle() {}

  static long meters(GeoPoint a, GeoPoint b) {
    long north = sineOfHalf(Math.abs((long) a.latitudeMicros() - b.latitudeMicros()));
    long east = sineOfHalf(turn(Math.abs((long) a.longitudeMicros() - b.longitudeMicros())));
    long parallels = (cosine(a.latitudeMicros()) * cosine(b.latitudeMicros())) >> BITS;
    long haversine = north * north + times(parallels, east * east);
    long angle = arcsineOfRoot(Math.min(haversine, ONE_SQUARED));
    return (2 * RADIUS_METERS * angle + (1L << (BITS - 1))) >> BITS;
  }

  /** The shorter way round. */
  private static long turn(long micros) {
    return Math.min(micros, 2 * MICROS_HALF_TURN - micros);
  }

  private static long cosine(int latitudeMicros) {
    return sineOfHalf(MICROS_HALF_TURN - 2 * Math.abs((long) latitudeMicros));
  }

  /** The sine of half an angle between nothing and half a turn. */
  private static long sineOfHalf(long micros) {
    long x = micros * PI / (2 * MICROS_HALF_TURN);
    long square = (x * x) >> BITS;
    long sum = x;
    long term = x;
    for (int n = 2; term != 0; n += 2) {
      term = -((term * square) >> BITS) / (n * (n + 1L));
      sum += term;
    }
    return Math.min(sum, 1L << BITS);
  }

  /** Near a quarter turn the series is slow and roots are coarse, so the other leg is taken. */
  private static long arcsineOfRoot(long squared) {
    return squared <= ONE_SQUARED / 2
        ? arcsine(root(squared))
        : PI / 2 - arcsine(root(ONE_SQUARED - squared));
  }

  private static long arcsine(long x) {
    long square = (x * x) >> BITS;
    long sum = x;
    long power = x;
    for (int n = 2; power != 0; n += 2) {
      power = ((power * square) >> BITS) * (n - 1) / n;
      sum += power / (n + 1);
    }
    return sum;
  }

  /** A factor in parts of 2^30 times a square in parts of 2^60. */
  private static long times(long factor, long square) {
    return Math.multiplyHigh(factor << 32, square << 2);
  }

  private static long root(long squared) {
    return BigInteger.valueOf(squared).sqrt().longValueExact();
  }
}
