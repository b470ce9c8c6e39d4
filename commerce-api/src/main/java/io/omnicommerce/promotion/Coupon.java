package io.omnicommerce.promotion;

import io.omnicommerce.common.TimeWindow;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A coupon: a code that opens a promotion.
 *
 * @param promotion what it opens; a promotion that is given on coupon only
 * @param window when it counts
 * @param enabled whether it counts at all
 * @param usesMax how many orders may use it; without a limit if empty, 0 is never
 * @param usesPerCustomerMax how many orders of one customer may use it; without a limit if empty
 * @param restoredOnCancel whether a cancelled order gives its use back; as the market's convention
 *     says if empty
 */
public record Coupon(
    CouponCode code,
    PromotionId promotion,
    TimeWindow window,
    boolean enabled,
    OptionalLong usesMax,
    OptionalLong usesPerCustomerMax,
    Optional<Boolean> restoredOnCancel) {

  /** The most uses that can be counted. */
  public static final long USES_MAX = 1_000_000_000_000L;

  public Coupon {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(promotion, "promotion");
    Objects.requireNonNull(window, "window");
    checkUses(Objects.requireNonNull(usesMax, "usesMax"), "usesMax");
    checkUses(
        Objects.requireNonNull(usesPerCustomerMax, "usesPerCustomerMax"), "usesPerCustomerMax");
    Objects.requireNonNull(restoredOnCancel, "restoredOnCancel");
  }

  static void checkUses(OptionalLong uses, String field) {
    if (uses.isPresent() && (uses.getAsLong() < 0 || uses.getAsLong() > USES_MAX)) {
      throw Promotion.invalid(field, uses.getAsLong(), "must be from 0 to " + USES_MAX);
    }
  }

  /** A coupon that anybody may use as often as they like. */
  public static Coupon of(CouponCode code, PromotionId promotion) {
    return new Coupon(
        code,
        promotion,
        TimeWindow.ALWAYS,
        true,
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }

  /** This coupon, within a stretch of time. */
  public Coupon withWindow(TimeWindow with) {
    return new Coupon(
        code, promotion, with, enabled, usesMax, usesPerCustomerMax, restoredOnCancel);
  }

  /** This coupon, switched on or off. */
  public Coupon withEnabled(boolean with) {
    return new Coupon(code, promotion, window, with, usesMax, usesPerCustomerMax, restoredOnCancel);
  }

  /** This coupon, for so many orders in all. */
  public Coupon withUses(long max) {
    return new Coupon(
        code,
        promotion,
        window,
        enabled,
        OptionalLong.of(max),
        usesPerCustomerMax,
        restoredOnCancel);
  }

  /** This coupon, for so many orders of one customer. */
  public Coupon withUsesPerCustomer(long max) {
    return new Coupon(
        code, promotion, window, enabled, usesMax, OptionalLong.of(max), restoredOnCancel);
  }

  /**
   * This coupon, which gives its use back or not when an order is cancelled, whatever the market's
   * convention says.
   */
  public Coupon withRestoredOnCancel(boolean with) {
    return new Coupon(
        code, promotion, window, enabled, usesMax, usesPerCustomerMax, Optional.of(with));
  }
}
