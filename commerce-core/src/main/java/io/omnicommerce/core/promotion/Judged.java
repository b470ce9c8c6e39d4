package io.omnicommerce.core.promotion;

import io.omnicommerce.common.DerivedList;
import io.omnicommerce.promotion.ConditionFinding;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.PromotionVerdict.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What became of a promotion, in minor units.
 *
 * @param beyondMax what it gave back because it may not take so much
 * @param missed what it would have taken of what had nothing left
 * @param floors the places of the lines that stood at their floors
 * @param passedOn what other lines have given in their place
 */
public record Judged(
    Promotion promotion,
    Verdict verdict,
    List<PromotionId> others,
    List<ConditionFinding> findings,
    long beyondMax,
    long missed,
    List<Integer> floors,
    long passedOn) {

  /** Of no line or delivery alone. */
  public static final int NOWHERE = Integer.MIN_VALUE;

  public Judged {
    others = List.copyOf(others);
    findings = DerivedList.copyOf(findings);
    floors = List.copyOf(floors);
  }

  /** A verdict of which there is no more to say. */
  public static Judged of(Promotion promotion, Verdict verdict) {
    return of(promotion, verdict, List.of());
  }

  /** A verdict with what was asked for and what was found. */
  static Judged of(Promotion promotion, Verdict verdict, List<ConditionFinding> findings) {
    return new Judged(promotion, verdict, List.of(), findings, 0, 0, List.of(), 0);
  }

  static Judged behind(Promotion promotion, Verdict verdict, List<PromotionId> others) {
    return new Judged(promotion, verdict, others, List.of(), 0, 0, List.of(), 0);
  }

  /**
   * What did not come out even, in minor units.
   *
   * @param where the place of its line in the basket, that of a delivery as -1 less its place, or
   *     {@link #NOWHERE}
   * @param share whether it is a share of an amount that was spread
   * @param part what it is exactly is this
   * @param whole over this
   */
  public record Rounded(
      PromotionId promotion,
      int where,
      boolean share,
      BigDecimal part,
      BigDecimal whole,
      long rounded) {

    private static final int DECIMALS = 12;

    /** What it is exactly, as far as decimals can say. */
    public BigDecimal exact() {
      return part.divide(whole, DECIMALS, RoundingMode.DOWN).stripTrailingZeros();
    }

    boolean isUneven() {
      return compareExact() != 0;
    }

    boolean isMoreThanRounded() {
      return compareExact() > 0;
    }

    private int compareExact() {
      return part.compareTo(whole.multiply(BigDecimal.valueOf(rounded)));
    }
  }
}
