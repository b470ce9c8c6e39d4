package io.omnicommerce.core.promotion;

import io.omnicommerce.promotion.Coupon;
import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the coupons of codes: those that were saved, and those of batches. */
public final class KnownCoupons {

  private KnownCoupons() {}

  /** The coupons of these codes, by the code that was asked for. */
  public static Map<CouponCode, KnownCoupon> find(Session session, Collection<CouponCode> codes) {
    if (codes.isEmpty()) {
      return Map.of();
    }
    Map<CouponCode, KnownCoupon> ofBatches = ofBatches(session, codes);
    Map<CouponCode, String> keys = new HashMap<>();
    codes.forEach(code -> keys.put(code, key(code, ofBatches)));
    Map<String, Stored<Coupon>> saved =
        session.documents().findAll(PromotionDocuments.COUPON, List.copyOf(keys.values()));
    Map<CouponCode, KnownCoupon> found = new HashMap<>(ofBatches);
    keys.forEach(
        (code, key) -> {
          Stored<Coupon> own = saved.get(key);
          if (own != null) {
            found.put(code, KnownCoupon.of(own.value()));
          }
        });
    return found;
  }

  public static Optional<KnownCoupon> find(Session session, CouponCode code) {
    return Optional.ofNullable(find(session, List.of(code)).get(code));
  }

  private static String key(CouponCode code, Map<CouponCode, KnownCoupon> ofBatches) {
    KnownCoupon known = ofBatches.get(code);
    return known == null ? code.key() : known.coupon().code().key();
  }

  private static Map<CouponCode, KnownCoupon> ofBatches(
      Session session, Collection<CouponCode> codes) {
    Set<String> prefixes = new TreeSet<>();
    codes.forEach(code -> prefixes.addAll(TypedCode.of(code).prefixes()));
    if (prefixes.isEmpty()) {
      return Map.of();
    }
    Map<String, Stored<KeptBatch>> batches =
        session.documents().findAll(PromotionDocuments.BATCH, List.copyOf(prefixes));
    Map<CouponCode, KnownCoupon> found = new HashMap<>();
    codes.forEach(code -> ofBatch(code, batches).ifPresent(coupon -> found.put(code, coupon)));
    return found;
  }

  /** Of several batches that know the code, that with the longest prefix. */
  private static Optional<KnownCoupon> ofBatch(
      CouponCode code, Map<String, Stored<KeptBatch>> batches) {
    TypedCode typed = TypedCode.of(code);
    for (String prefix : typed.prefixes()) {
      Stored<KeptBatch> batch = batches.get(prefix);
      Optional<KnownCoupon> found = batch == null ? Optional.empty() : typed.in(batch.value());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
