package io.omnicommerce.core.checkout;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.promotion.CorePromotionService;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Coupon;
import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.PromotionService;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A shop with a checkout, and promotions in few words. */
final class Campaigns {

  static final CallContext OFFICE = Shop.staff(PromotionService.EDIT);

  final Buying buying = new Buying();
  final PromotionService promotions =
      new CorePromotionService(buying.shop.storage(), HostRules.NONE, buying.shop.secrets());

  Campaigns run(Promotion... these) {
    promotions.save(OFFICE, Arrays.asList(these));
    return this;
  }

  /** A code that opens a promotion, as often as it says. */
  Campaigns code(String code, Promotion opens, long uses) {
    run(opens.toBuilder().onCoupon(true).build());
    Coupon coupon = Coupon.of(CouponCode.of(code), opens.id()).withUses(uses);
    promotions.saveCoupons(OFFICE, List.of(coupon));
    return this;
  }

  long uses(String code) {
    return promotions.uses(OFFICE, CouponCode.of(code));
  }

  PricedCart priced(CallContext context, CartId cart) {
    return buying.carts.view(context, cart).priced().orElseThrow();
  }

  /** What is off, without its sign. */
  Money off(CallContext context, CartId cart) {
    return priced(context, cart).totals().adjustments().negated();
  }

  static Promotion fixed(String id, String amount) {
    return promotion(id, new Benefit.OrderFixed(amount(amount), ItemFilter.ALL));
  }

  static Promotion percent(String id, String percent) {
    BigDecimal off = new BigDecimal(percent);
    return promotion(id, new Benefit.ItemPercent(off, ItemFilter.ALL, OptionalLong.empty()));
  }

  static Promotion percent(String id, String percent, String most) {
    Benefit off =
        new Benefit.OrderPercent(
            new BigDecimal(percent), Optional.of(amount(most)), ItemFilter.ALL);
    return promotion(id, off);
  }

  static Promotion promotion(String id, Benefit... benefits) {
    return Promotion.of(PromotionId.of(id), id, benefits);
  }

  static Amount amount(String amount) {
    return Amount.of(Money.of(amount, Shop.GBP));
  }
}
