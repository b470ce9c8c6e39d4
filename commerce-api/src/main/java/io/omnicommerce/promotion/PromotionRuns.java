package io.omnicommerce.promotion;

import io.omnicommerce.common.TimeWindow;
import java.util.List;
import java.util.Objects;

/**
 * When a promotion runs, as far as time decides: its window, and its days and hours as instants.
 * Whether it is given to a cart then, its other conditions say.
 *
 * @param onCoupon whether somebody needs a coupon; when coupons count is not looked at
 * @param runs in their order, apart from each other, within what was asked for; never empty
 */
public record PromotionRuns(
    PromotionId promotion,
    String title,
    Promotion.Stage stage,
    String lane,
    int priority,
    boolean onCoupon,
    List<TimeWindow> runs) {

  public PromotionRuns {
    Objects.requireNonNull(promotion, "promotion");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(lane, "lane");
    runs = List.copyOf(Objects.requireNonNull(runs, "runs"));
  }
}
