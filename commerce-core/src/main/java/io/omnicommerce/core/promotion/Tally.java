package io.omnicommerce.core.promotion;

import io.omnicommerce.money.Apportion;
import io.omnicommerce.promotion.Benefit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Who took what of which line or delivery, in the order in which it was taken. */
final class Tally {

  private static final int FIRST_CAPACITY = 32;

  private CompiledPromotion[] who = new CompiledPromotion[FIRST_CAPACITY];
  private int[] where = new int[FIRST_CAPACITY];
  private long[] how = new long[FIRST_CAPACITY];
  private int size;
  private List<GiftGiven> gifts = List.of();

  /** A gift and who gives it. */
  record GiftGiven(CompiledPromotion promotion, Benefit.Gift gift, int at) {}

  /** The place of a delivery among the lines. */
  static int delivery(int delivery) {
    return -1 - delivery;
  }

  static boolean isDelivery(int where) {
    return where < 0;
  }

  int size() {
    return size;
  }

  CompiledPromotion who(int entry) {
    return who[entry];
  }

  int where(int entry) {
    return where[entry];
  }

  long how(int entry) {
    return how[entry];
  }

  List<GiftGiven> gifts() {
    return gifts;
  }

  void add(CompiledPromotion promotion, int at, long amount) {
    for (int i = size - 1; i >= 0 && who[i] == promotion; i--) {
      if (where[i] == at) {
        how[i] += amount;
        return;
      }
    }
    if (size == who.length) {
      grow();
    }
    who[size] = promotion;
    where[size] = at;
    how[size++] = amount;
  }

  private void grow() {
    who = Arrays.copyOf(who, size * 2);
    where = Arrays.copyOf(where, size * 2);
    how = Arrays.copyOf(how, size * 2);
  }

  void addGift(CompiledPromotion promotion, Benefit.Gift gift) {
    gifts = new ArrayList<>(gifts);
    gifts.add(new GiftGiven(promotion, gift, size));
  }

  /**
   * How much was taken since an entry; a gift counts as one minor unit, so that it is something.
   */
  long since(int entry) {
    return amountSince(entry) + gifts.stream().filter(gift -> gift.at() >= entry).count();
  }

  /** How much was taken since an entry, gifts left out. */
  long amountSince(int entry) {
    long sum = 0;
    for (int i = entry; i < size; i++) {
      sum = Math.addExact(sum, how[i]);
    }
    return sum;
  }

  long total() {
    return since(0);
  }

  /** Gives so much back of what was taken since an entry, in proportion. */
  void giveBack(Deal deal, int entry, long amount) {
    long[] back = Apportion.byLargestRemainder(amount, Arrays.copyOfRange(how, entry, size));
    for (int i = 0; i < back.length; i++) {
      how[entry + i] -= back[i];
      deal.back(where[entry + i], back[i]);
    }
  }

  Tally copy() {
    Tally copy = new Tally();
    copy.who = who.clone();
    copy.where = where.clone();
    copy.how = how.clone();
    copy.size = size;
    copy.gifts = gifts;
    return copy;
  }
}
