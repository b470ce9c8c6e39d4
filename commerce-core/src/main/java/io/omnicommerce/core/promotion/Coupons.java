package io.omnicommerce.core.promotion;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.promotion.Coupon;
import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.storage.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** The coupons that were given for a cart, and which of them count. */
public final class Coupons {

  private final Map<String, Optional<CouponCode>> given;
  private final Map<CouponCode, KnownCoupon> valid;
  private final Set<PromotionId> usedUp;

  /** No coupon was given. */
  public static final Coupons NONE = new Coupons(Map.of(), Map.of(), Set.of());

  private Coupons(
      Map<String, Optional<CouponCode>> given,
      Map<CouponCode, KnownCoupon> valid,
      Set<PromotionId> usedUp) {
    this.given = given;
    this.valid = valid;
    this.usedUp = usedUp;
  }

  /**
   * Looks codes up: one round trip for the coupons, one for their uses.
   *
   * @param caseSensitive whether codes differ by case
   * @param who whose limits count
   */
  public static Coupons of(
      Session session, Collection<String> codes, boolean caseSensitive, Redeemer who, Instant at) {
    if (codes.isEmpty()) {
      return NONE;
    }
    Map<String, Optional<CouponCode>> given = new LinkedHashMap<>();
    codes.stream().sorted().forEach(code -> given.put(code, parsed(code)));
    Map<CouponCode, KnownCoupon> found = found(session, given, caseSensitive, at);
    Map<CouponCode, KnownCoupon> left = withUsesLeft(session, found, who);
    Map<CouponCode, KnownCoupon> gone = new HashMap<>(found);
    gone.keySet().removeAll(left.keySet());
    return new Coupons(given, left, promotions(gone));
  }

  private static Optional<CouponCode> parsed(String code) {
    try {
      return Optional.of(CouponCode.of(code));
    } catch (InvalidInputException noCode) {
      return Optional.empty();
    }
  }

  private static Map<CouponCode, KnownCoupon> found(
      Session session, Map<String, Optional<CouponCode>> given, boolean caseSensitive, Instant at) {
    List<CouponCode> codes = given.values().stream().flatMap(Optional::stream).distinct().toList();
    Map<CouponCode, KnownCoupon> found = new HashMap<>(KnownCoupons.find(session, codes));
    found.entrySet().removeIf(e -> !counts(e.getValue(), e.getKey(), caseSensitive, at));
    return found;
  }

  private static boolean counts(
      KnownCoupon known, CouponCode typed, boolean caseSensitive, Instant at) {
    return known.coupon().enabled()
        && known.coupon().window().contains(at)
        && (!caseSensitive || known.isWritten(typed));
  }

  private static Map<CouponCode, KnownCoupon> withUsesLeft(
      Session session, Map<CouponCode, KnownCoupon> found, Redeemer who) {
    List<AccountId> accounts = new ArrayList<>();
    found.values().forEach(known -> accounts.addAll(limits(known, who).keySet()));
    if (accounts.isEmpty()) {
      return found;
    }
    Map<AccountId, Balance> balances = session.ledger().balancesWithoutDue(accounts);
    Map<CouponCode, KnownCoupon> left = new HashMap<>(found);
    left.values().removeIf(known -> isUsedUp(limits(known, who), balances));
    return left;
  }

  /** The accounts that an order would use, with how often it may. */
  private static Map<AccountId, Long> limits(KnownCoupon known, Redeemer who) {
    Coupon coupon = known.coupon();
    Map<AccountId, Long> limits = new HashMap<>();
    coupon.usesMax().ifPresent(max -> limits.put(PromotionAccounts.total(coupon.code()), max));
    limit(limits, PromotionAccounts.of(coupon.code(), who), coupon.usesPerCustomerMax());
    known
        .batch()
        .ifPresent(
            batch -> limit(limits, PromotionAccounts.of(batch, who), batch.usesPerCustomerMax()));
    return limits;
  }

  private static void limit(
      Map<AccountId, Long> limits, List<AccountId> accounts, OptionalLong max) {
    max.ifPresent(most -> accounts.forEach(account -> limits.put(account, most)));
  }

  private static boolean isUsedUp(Map<AccountId, Long> limits, Map<AccountId, Balance> balances) {
    return limits.entrySet().stream()
        .anyMatch(
            limit -> {
              Balance balance = balances.get(limit.getKey());
              long used = balance == null ? 0 : PromotionAccounts.used(balance);
              return used >= limit.getValue();
            });
  }

  /** The codes that were given, in order; empty for what cannot be a code. */
  public List<Optional<CouponCode>> given() {
    return List.copyOf(given.values());
  }

  /** The promotions that they open. */
  public Set<PromotionId> unlocked() {
    return promotions(valid);
  }

  /** The promotions that a coupon would open which may not be used any more. */
  public Set<PromotionId> usedUp() {
    return usedUp;
  }

  private static Set<PromotionId> promotions(Map<CouponCode, KnownCoupon> coupons) {
    return coupons.isEmpty()
        ? Set.of()
        : coupons.values().stream()
            .map(known -> known.coupon().promotion())
            .collect(Collectors.toSet());
  }

  /** The coupon of a code, if it counts. */
  public Optional<KnownCoupon> valid(CouponCode code) {
    return Optional.ofNullable(valid.get(code));
  }
}
