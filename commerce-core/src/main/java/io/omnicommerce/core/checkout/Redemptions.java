package io.omnicommerce.core.checkout;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.cart.CartPricing;
import io.omnicommerce.core.promotion.KnownCoupon;
import io.omnicommerce.core.promotion.KnownCoupons;
import io.omnicommerce.core.promotion.OrderNumbers;
import io.omnicommerce.core.promotion.PromotionAccounts;
import io.omnicommerce.core.promotion.PromotionDocuments;
import io.omnicommerce.core.promotion.Redeemer;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.ledger.Shortfall;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.PriceAdjustment;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.pricing.PricedCoupon;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.promotion.Coupon;
import io.omnicommerce.promotion.CouponBatch;
import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.PromotionService;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** The uses of coupons and promotions that an order takes, as movements of the ledger. */
final class Redemptions {

  private Redemptions() {}

  /**
   * One use of each coupon that gave something, and of each promotion that counts its uses or the
   * customer's orders.
   *
   * @param orders how many orders the customer had placed when this was priced
   */
  static List<Leg> of(Session session, Cart cart, PricedCart priced, LongSupplier orders) {
    List<Leg> legs = new ArrayList<>();
    Redeemer who = CartPricing.redeemer(cart);
    for (KnownCoupon coupon : coupons(session, priced)) {
      addCoupon(legs, coupon, who);
    }
    for (Promotion promotion : promotions(session, priced)) {
      addPromotion(legs, promotion, priced);
      addOrder(legs, promotion, who, orders);
    }
    return legs;
  }

  private static void addPromotion(List<Leg> legs, Promotion promotion, PricedCart priced) {
    PromotionId id = promotion.id();
    promotion
        .usesMax()
        .ifPresent(max -> legs.add(PromotionAccounts.use(PromotionAccounts.uses(id), max)));
    Money given = given(id, priced);
    if (given.isPositive()) {
      promotion
          .budget()
          .flatMap(budget -> budget.in(given.currency()))
          .ifPresent(budget -> legs.add(PromotionAccounts.spend(id, given, budget.minor())));
    }
  }

  private static void addOrder(
      List<Leg> legs, Promotion promotion, Redeemer who, LongSupplier orders) {
    if (who.customer().isPresent() && OrderNumbers.count(promotion)) {
      long number = orders.getAsLong() + 1;
      AccountId account = PromotionAccounts.order(promotion.id(), who.customer().get(), number);
      legs.add(PromotionAccounts.use(account, 1));
    }
  }

  /** What was given and is not due any more: it has ended, or was ended, since it was priced. */
  static List<Refusal> ended(Session session, PricedCart priced) {
    Instant now = session.now();
    List<Refusal> ended = new ArrayList<>();
    for (Promotion promotion : promotions(session, priced)) {
      if (!promotion.enabled() || !promotion.window().contains(now)) {
        ended.add(exhausted(promotion.id().value()));
      }
    }
    for (KnownCoupon known : coupons(session, priced)) {
      if (!known.coupon().enabled() || !known.coupon().window().contains(now)) {
        ended.add(invalid(known.coupon().code().key()));
      }
    }
    return ended;
  }

  private static Money given(PromotionId promotion, PricedCart priced) {
    Currency currency = priced.totals().grand().currency();
    return Money.sum(
            currency,
            adjustments(priced).stream()
                .filter(adjustment -> adjustment.source().equals(promotion.value()))
                .map(PriceAdjustment::amount)
                .toList())
        .negated();
  }

  private static List<PriceAdjustment> adjustments(PricedCart priced) {
    List<PriceAdjustment> adjustments = new ArrayList<>();
    for (PricedLine line : priced.lines()) {
      adjustments.addAll(line.adjustments());
    }
    for (PricedCharge charge : priced.charges()) {
      adjustments.addAll(charge.adjustments());
    }
    return adjustments;
  }

  private static Collection<KnownCoupon> coupons(Session session, PricedCart priced) {
    if (priced.coupons().isEmpty()) {
      return List.of();
    }
    List<CouponCode> codes =
        priced.coupons().stream()
            .filter(PricedCoupon::isApplied)
            .flatMap(coupon -> coupon.code().stream())
            .toList();
    // By the code as it is kept: two ways of typing it are one use.
    Map<String, KnownCoupon> byKey = new TreeMap<>();
    KnownCoupons.find(session, codes)
        .values()
        .forEach(known -> byKey.put(known.coupon().code().key(), known));
    return byKey.values();
  }

  private static void addCoupon(List<Leg> legs, KnownCoupon known, Redeemer who) {
    Coupon coupon = known.coupon();
    CouponCode code = coupon.code();
    // Counted also without a limit, so that a limit that comes later finds what was used.
    legs.add(use(PromotionAccounts.total(code), coupon.usesMax()));
    PromotionAccounts.of(code, who)
        .forEach(account -> legs.add(use(account, coupon.usesPerCustomerMax())));
    known.batch().ifPresent(batch -> addBatch(legs, batch, who));
  }

  private static void addBatch(List<Leg> legs, CouponBatch batch, Redeemer who) {
    PromotionAccounts.of(batch, who)
        .forEach(account -> legs.add(use(account, batch.usesPerCustomerMax())));
  }

  private static Leg use(AccountId account, OptionalLong max) {
    return PromotionAccounts.use(account, max.orElse(Coupon.USES_MAX));
  }

  private static List<Promotion> promotions(Session session, PricedCart priced) {
    Set<String> given = new HashSet<>();
    for (PriceAdjustment adjustment : adjustments(priced)) {
      given.add(adjustment.source());
    }
    return given.isEmpty()
        ? List.of()
        : values(session.documents().findAll(PromotionDocuments.PROMOTION, given).values());
  }

  private static <T> List<T> values(Collection<Stored<T>> stored) {
    return stored.stream().map(Stored::value).toList();
  }

  /** Somebody else has taken the last use, or the last of a budget. */
  static Refusal refusal(Shortfall shortfall) {
    AccountId account = shortfall.account();
    return account.book().equals(PromotionAccounts.PROMOTION)
        ? exhausted(account.item())
        : invalid(account.item());
  }

  private static Refusal exhausted(String promotion) {
    return Refusal.of(
        PromotionService.EXHAUSTED,
        "A promotion of this cart was used up or has ended meanwhile. Look at the cart again.",
        Facts.of("promotion", promotion));
  }

  private static Refusal invalid(String coupon) {
    return Refusal.of(
        PromotionService.COUPON_INVALID,
        "A coupon of this cart was used up or has ended meanwhile. Look at the cart again.",
        Facts.of("coupon", coupon));
  }
}
