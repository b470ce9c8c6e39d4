package io.omnicommerce.core.promotion;

import io.omnicommerce.core.json.Usual;
import io.omnicommerce.money.Currencies;
import io.omnicommerce.money.Money;
import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Budget;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.Coupon;
import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a document of promotions may leave out: what their factories give. A list may be missing
 * where an empty one asks for nothing; not where it says for whom or what something is.
 */
public final class BookUsual {

  private static final Money SOME = Money.ofMinor(1, Currencies.of("EUR"));

  private BookUsual() {}

  /** Of every record that a document may hold. */
  public static Usual all() {
    Usual usual = new Usual();
    promotions(usual);
    parts(usual);
    deliveries(usual);
    return usual;
  }

  private static void promotions(Usual usual) {
    PromotionId id = PromotionId.of("usual");
    Benefit benefit = new Benefit.OrderPercent(BigDecimal.ONE, Optional.empty(), ItemFilter.ALL);
    usual.like(
        Promotion.of(id, "Usual", benefit),
        "stage",
        "lane",
        "priority",
        "exclusive",
        "stop",
        "onCoupon",
        "discountedItems",
        "enabled",
        "window",
        "conditions");
    usual.like(Coupon.of(CouponCode.of("USUAL"), id), "window", "enabled");
  }

  private static void parts(Usual usual) {
    usual
        .like(ItemFilter.ALL, "skus", "categories", "exceptSkus", "exceptCategories")
        .like(new Amount(List.of(), Map.of("any", SOME)), "everywhere")
        .like(Amount.of(SOME), "channels")
        .like(Budget.of(SOME), "last")
        .like(new Condition.During(Set.of(), LocalTime.MIN, LocalTime.NOON, ZoneOffset.UTC), "days")
        .like(new Condition.HostCondition("usual", Map.of()), "parameters")
        .like(new Benefit.HostBenefit("usual", Map.of()), "parameters");
  }

  private static void deliveries(Usual usual) {
    usual
        .like(new Benefit.ShippingPercent(BigDecimal.ONE, Set.of()), "methods")
        .like(new Benefit.ShippingFixed(Amount.of(SOME), Set.of()), "methods")
        .like(new Benefit.ShippingFixedAcross(Amount.of(SOME), Set.of()), "methods");
  }
}
