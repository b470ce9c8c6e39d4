package io.omnicommerce.core.promotion;

import io.omnicommerce.money.Apportion;
import io.omnicommerce.promotion.Benefit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who took what of which line or delivery, in the order in which it was taken. */
final class Tally {

  private static final int PROMOTIONS_EXPECTED = 5;
  private static final int FIRST_CAPACITY_MAX = 1_000;

  private int[] where;
  private long[] how;
  private int size;

  /** Whose turn it was, one after the other, and where the entries of each turn begin. */
  private CompiledPromotion[] who = new CompiledPromotion[PROMOTIONS_EXPECTED];

  private int[] begins = new int[PROMOTIONS_EXPECTED];
  private int turns;

  /** Whether the entries of the last turn are in the order of places. */
  private boolean sorted;

  private List<GiftGiven> gifts = List.of();

  Tally(int lines) {
    int capacity = Math.min(lines * PROMOTIONS_EXPECTED + 1, FIRST_CAPACITY_MAX);
    where = new int[capacity];
    how = new long[capacity];
  }

  private Tally(Tally from) {
    int capacity = from.size + 1;
    who = from.who.clone();
    begins = from.begins.clone();
    turns = from.turns;
    where = Arrays.copyOf(from.where, capacity);
    how = Arrays.copyOf(from.how, capacity);
    size = from.size;
    sorted = from.sorted;
    gifts = from.gifts;
  }

  /** A gift and who gives it. */
  record GiftGiven(CompiledPromotion promotion, Benefit.Gift gift) {}

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
    int turn = Arrays.binarySearch(begins, 0, turns, entry);
    return who[turn >= 0 ? turn : -2 - turn];
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

  /** Who has taken something, or gives a gift. */
  Set<CompiledPromotion> givers() {
    Set<CompiledPromotion> givers = new HashSet<>();
    for (int turn = 0; turn < turns; turn++) {
      int end = turn + 1 < turns ? begins[turn + 1] : size;
      for (int entry = begins[turn]; entry < end; entry++) {
        if (how[entry] > 0) {
          givers.add(who[turn]);
        }
      }
    }
    gifts.forEach(gift -> givers.add(gift.promotion()));
    return givers;
  }

  void add(CompiledPromotion promotion, int at, long amount) {
    if (turns == 0 || who[turns - 1] != promotion) {
      begin(promotion);
    }
    int known = entryOf(at);
    if (known >= 0) {
      how[known] += amount;
      return;
    }
    if (size == where.length) {
      grow();
    }
    sorted = sorted && (size == run() || where[size - 1] < at);
    where[size] = at;
    how[size++] = amount;
  }

  private void begin(CompiledPromotion promotion) {
    if (turns == who.length) {
      who = Arrays.copyOf(who, turns * 2);
      begins = Arrays.copyOf(begins, turns * 2);
    }
    who[turns] = promotion;
    begins[turns++] = size;
    sorted = true;
  }

  /** Where the entries of the last turn begin. */
  private int run() {
    return begins[turns - 1];
  }

  /** The entry of the last promotion for a place, or below zero; most come in their order. */
  private int entryOf(int at) {
    if (sorted) {
      return size == run() || where[size - 1] < at
          ? -1
          : Arrays.binarySearch(where, run(), size, at);
    }
    for (int i = size - 1; i >= run(); i--) {
      if (where[i] == at) {
        return i;
      }
    }
    return -1;
  }

  private void grow() {
    where = Arrays.copyOf(where, size * 2);
    how = Arrays.copyOf(how, size * 2);
  }

  void addGift(CompiledPromotion promotion, Benefit.Gift gift) {
    gifts = new ArrayList<>(gifts);
    gifts.add(new GiftGiven(promotion, gift));
  }

  /** How much was taken since an entry, gifts left out. */
  long amountSince(int entry) {
    long sum = 0;
    for (int i = entry; i < size; i++) {
      sum = Math.addExact(sum, how[i]);
    }
    return sum;
  }

  /** How much was taken; a gift counts as one minor unit, so that it is something. */
  long total() {
    return amountSince(0) + gifts.size();
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
    return new Tally(this);
  }
}
