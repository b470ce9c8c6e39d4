package io.omnicommerce.core.delivery;

/** Costs by their importance: the first difference decides. What no number can hold is the most. */
final class CostVector {

  private CostVector() {}

  static boolean isLess(long[] one, long[] other) {
    for (int i = 0; i < one.length; i++) {
      if (one[i] != other[i]) {
        return one[i] < other[i];
      }
    }
    return false;
  }

  static void add(long[] to, long[] more) {
    for (int i = 0; i < to.length; i++) {
      to[i] = plus(to[i], more[i]);
    }
  }

  static long plus(long one, long other) {
    return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
  }

  static long times(long cost, long units) {
    return cost != 0 && units > Long.MAX_VALUE / cost ? Long.MAX_VALUE : cost * units;
  }
}
