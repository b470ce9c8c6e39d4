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
import java.util.OptionalLong;

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
    List<String> prefixes =
        codes.stream().map(KnownCoupons::prefix).flatMap(Optional::stream).distinct().toList();
    if (prefixes.isEmpty()) {
      return Map.of();
    }
    Map<String, Stored<KeptBatch>> batches =
        session.documents().findAll(PromotionDocuments.BATCH, prefixes);
    Map<CouponCode, KnownCoupon> found = new HashMap<>();
    codes.forEach(
        code ->
            prefix(code)
                .map(batches::get)
                .flatMap(batch -> ofBatch(batch.value(), code))
                .ifPresent(coupon -> found.put(code, coupon)));
    return found;
  }

  /** What stands before the first dash names a batch, if there is one. */
  private static Optional<String> prefix(CouponCode code) {
    int dash = code.key().indexOf('-');
    return dash < 1 ? Optional.empty() : Optional.of(code.key().substring(0, dash));
  }

  private static Optional<KnownCoupon> ofBatch(KeptBatch kept, CouponCode code) {
    BatchCodes codes = new BatchCodes(kept);
    OptionalLong number = codes.number(code.key().substring(code.key().indexOf('-')));
    return number.isPresent()
        ? Optional.of(KnownCoupon.of(kept.batch(), codes.code(number.getAsLong())))
        : Optional.empty();
  }
}
