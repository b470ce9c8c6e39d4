package io.omnicommerce.core.promotion;

import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.promotion.Coupon;
import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The coupons that were given for a cart, and which of them count. */
public final class Coupons {

  private final Map<String, Optional<CouponCode>> given;
  private final Map<CouponCode, Coupon> valid;

  /** No coupon was given. */
  public static final Coupons NONE = new Coupons(Map.of(), Map.of());

  private Coupons(Map<String, Optional<CouponCode>> given, Map<CouponCode, Coupon> valid) {
    this.given = given;
    this.valid = valid;
  }

  /**
   * Looks codes up: one round trip for the coupons, one for their uses.
   *
   * @param caseSensitive whether codes differ by case
   */
  public static Coupons of(
      Session session,
      Collection<String> codes,
      boolean caseSensitive,
      Optional<CustomerId> customer,
      Instant at) {
    Map<String, Optional<CouponCode>> given = new LinkedHashMap<>();
    codes.stream().sorted().forEach(code -> given.put(code, parsed(code)));
    Map<CouponCode, Coupon> found = found(session, given, caseSensitive, at);
    return new Coupons(given, withUsesLeft(session, found, customer));
  }

  private static Optional<CouponCode> parsed(String code) {
    try {
      return Optional.of(CouponCode.of(code));
    } catch (InvalidInputException noCode) {
      return Optional.empty();
    }
  }

  private static Map<CouponCode, Coupon> found(
      Session session, Map<String, Optional<CouponCode>> given, boolean caseSensitive, Instant at) {
    List<CouponCode> codes = given.values().stream().flatMap(Optional::stream).toList();
    if (codes.isEmpty()) {
      return Map.of();
    }
    Map<String, Stored<Coupon>> stored =
        session
            .documents()
            .findAll(
                PromotionDocuments.COUPON, codes.stream().map(CouponCode::key).distinct().toList());
    Map<CouponCode, Coupon> found = new HashMap<>();
    for (CouponCode code : codes) {
      Stored<Coupon> coupon = stored.get(code.key());
      if (coupon != null && counts(coupon.value(), code, caseSensitive, at)) {
        found.put(code, coupon.value());
      }
    }
    return found;
  }

  private static boolean counts(Coupon coupon, CouponCode code, boolean caseSensitive, Instant at) {
    return coupon.enabled()
        && coupon.window().contains(at)
        && (!caseSensitive || coupon.code().equals(code));
  }

  private static Map<CouponCode, Coupon> withUsesLeft(
      Session session, Map<CouponCode, Coupon> found, Optional<CustomerId> customer) {
    List<AccountId> accounts = new ArrayList<>();
    found.values().forEach(coupon -> limits(coupon, customer).forEach((a, max) -> accounts.add(a)));
    if (accounts.isEmpty()) {
      return found;
    }
    Map<AccountId, Balance> balances = session.ledger().balancesWithoutDue(accounts);
    Map<CouponCode, Coupon> left = new HashMap<>(found);
    left.values().removeIf(coupon -> isUsedUp(limits(coupon, customer), balances));
    return left;
  }

  private static Map<AccountId, Long> limits(Coupon coupon, Optional<CustomerId> customer) {
    Map<AccountId, Long> limits = new HashMap<>();
    coupon.usesMax().ifPresent(max -> limits.put(PromotionAccounts.total(coupon.code()), max));
    coupon
        .usesPerCustomerMax()
        .ifPresent(
            max ->
                customer.ifPresent(
                    who -> limits.put(PromotionAccounts.of(coupon.code(), who), max)));
    return limits;
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
    return valid.values().stream().map(Coupon::promotion).collect(Collectors.toSet());
  }

  /** The coupons that count, by their codes. */
  public Map<CouponCode, Coupon> valid() {
    return valid;
  }
}
