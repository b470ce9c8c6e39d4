package io.omnicommerce.money;

/** Fills shares that can take only so much. */
final class Caps {

  private Caps() {}

  /** Each round fills those that would overflow and splits the rest anew over the others. */
  static long[] within(Apportion apportion, long total, long[] weights, long[] caps) {
    long[] open = weights.clone();
    long[] filled = new long[open.length];
    long left = total;
    while (true) {
      long[] shares = apportion.shares(left, open);
      long taken = fill(shares, open, caps, filled);
      if (taken < 0) {
        return merged(shares, filled);
      }
      left -= taken;
    }
  }

  /** What the shares took that became full now, or a negative number if none did. */
  private static long fill(long[] shares, long[] open, long[] caps, long[] filled) {
    long taken = -1;
    for (int i = 0; i < shares.length; i++) {
      if (shares[i] > caps[i]) {
        filled[i] = caps[i];
        open[i] = 0;
        taken = Math.max(taken, 0) + caps[i];
      }
    }
    return taken;
  }

  private static long[] merged(long[] shares, long[] filled) {
    for (int i = 0; i < shares.length; i++) {
      shares[i] += filled[i];
    }
    return shares;
  }
}
