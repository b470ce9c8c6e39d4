package io.omnicommerce.promotion;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.DerivedList;
import io.omnicommerce.money.Money;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of a promotion, and why.
 *
 * @param amount what it took off; zero for one of the catalog, which lowers unit prices
 * @param others the promotions to which it lost, or behind which it stands
 * @param findings the conditions that did not hold; of one that comes to too little, the units that
 *     are missing; of a budget that does not reach, what it would have to; of rules that nobody
 *     here knows, their names
 * @param beyondMax what it would have taken beyond the most that it may take of a cart
 * @param belowFloor what it would have taken beyond what lines and deliveries had to give
 * @param atFloor the goods that stood at their floors and gave less than their part
 * @param passedOn what other lines have given in their place, as the convention {@code price_floor}
 *     says
 */
public record PromotionVerdict(
    PromotionId promotion,
    String title,
    Promotion.Stage stage,
    Verdict verdict,
    Money amount,
    List<PromotionId> others,
    List<ConditionFinding> findings,
    Optional<Money> beyondMax,
    Optional<Money> belowFloor,
    List<Sku> atFloor,
    Optional<Money> passedOn) {

  /**
   * What became of it; of the reasons why it was not given, the first that was found, in this
   * order. The names are stable: they are what stands in JSON.
   */
  public enum Verdict {
    /** It gave something. */
    APPLIED,
    /** It is switched off. */
    NOT_ENABLED,
    /** It does not count at the time. */
    OUT_OF_WINDOW,
    /**
     * It names a rule of the host's own that nobody has introduced here; the findings say which.
     */
    RULE_UNKNOWN,
    /** It is given for a coupon only, and none that opens it was given. */
    NO_COUPON,
    /** A coupon that opens it was given, but may not be used any more. */
    COUPON_USED_UP,
    /** As many orders as may have used it, or its budget does not reach for what it would take. */
    USED_UP,
    /** A condition does not hold; the findings say which. */
    CONDITION_NOT_MET,
    /** It is given alone or not at all, and what others give counts for more. */
    NOT_ALONE,
    /** Another is given alone. */
    BEHIND_EXCLUSIVE,
    /** One before it in its lane lets none come after it. */
    STOPPED,
    /** A combination without it saves more. */
    BETTER_DEAL,
    /** None of its gifts is sold here, has a price and is in stock. */
    NO_GIFT,
    /** It names no amount for this channel and currency. */
    NO_AMOUNT,
    /** Nothing that it is about is in the cart. */
    NOTHING_MEANT,
    /** It spares goods that are reduced already, and all that it is about are. */
    GOODS_REDUCED,
    /** What it is about has nothing left to give: it is free, or at its floor. */
    NOTHING_LEFT,
    /** The price is not lower with it, or was set by hand or promised. */
    NOT_LOWER,
    /** It comes to nothing: too few units, or less than the smallest coin. */
    TOO_LITTLE
  }

  public PromotionVerdict {
    Objects.requireNonNull(promotion, "promotion");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(amount, "amount");
    others = List.copyOf(Objects.requireNonNull(others, "others"));
    findings = DerivedList.copyOf(Objects.requireNonNull(findings, "findings"));
    Objects.requireNonNull(beyondMax, "beyondMax");
    Objects.requireNonNull(belowFloor, "belowFloor");
    atFloor = List.copyOf(Objects.requireNonNull(atFloor, "atFloor"));
    Objects.requireNonNull(passedOn, "passedOn");
  }

  /** Whether it gave something. */
  public boolean isApplied() {
    return verdict == Verdict.APPLIED;
  }
}
