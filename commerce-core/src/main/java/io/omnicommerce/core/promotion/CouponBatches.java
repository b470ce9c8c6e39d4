package io.omnicommerce.core.promotion;

import io.omnicommerce.common.Facts;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.storage.Saves;
import io.omnicommerce.promotion.Coupon;
import io.omnicommerce.promotion.CouponBatch;
import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionService;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;

/** What the office does with batches of coupons. */
final class CouponBatches {

  private CouponBatches() {}

  /**
   * @param secret of the batch, if it is new
   */
  static int save(Session session, CouponBatch batch, String secret) {
    Optional<KeptBatch> known = find(session, batch.prefix());
    known.ifPresent(kept -> checkSameCodes(kept.batch(), batch));
    KeptBatch kept =
        known
            .map(earlier -> earlier.withBatch(batch))
            .orElseGet(() -> new KeptBatch(batch, secret));
    return Saves.replace(
        session, PromotionDocuments.BATCH, List.of(kept), one -> one.batch().prefix());
  }

  private static void checkSameCodes(CouponBatch known, CouponBatch batch) {
    if (known.alphabet() != batch.alphabet()) {
      throw otherCodes("alphabet", batch.alphabet());
    }
    if (known.length() != batch.length()) {
      throw otherCodes("length", batch.length());
    }
  }

  private static InvalidInputException otherCodes(String field, Object given) {
    return new InvalidInputException(
        Promotion.INVALID,
        field,
        given.toString(),
        "cannot change, or codes that were handed out would not count; use another prefix");
  }

  static Optional<KeptBatch> find(Session session, String prefix) {
    return session
        .documents()
        .find(PromotionDocuments.BATCH, prefix.toUpperCase(Locale.ROOT))
        .map(Stored::value);
  }

  static Page<CouponCode> codes(Session session, String prefix, PageRequest page) {
    KeptBatch kept = find(session, prefix).orElseThrow(() -> unknown(prefix));
    long first = page.after().map(CouponBatches::number).orElse(0L);
    long end = Math.min(kept.batch().count(), first + page.limit());
    BatchCodes codes = new BatchCodes(kept);
    return new Page<>(
        LongStream.range(first, end).mapToObj(codes::code).toList(),
        end < kept.batch().count() ? Optional.of(Long.toString(end)) : Optional.empty());
  }

  private static long number(String cursor) {
    try {
      return Math.min(CouponBatch.COUNT_MAX, Integer.parseUnsignedInt(cursor));
    } catch (NumberFormatException foreign) {
      throw new InvalidInputException(
          PageRequest.INVALID, "after", cursor, "must be the next of the page before");
    }
  }

  private static RefusedException unknown(String prefix) {
    return Refusal.of(
            PromotionService.UNKNOWN_BATCH,
            "There is no batch of coupons with this prefix. Save it first.",
            Facts.of("batch", prefix))
        .asException();
  }

  static int revoke(Session session, CouponCode code) {
    Coupon coupon =
        KnownCoupons.find(session, code)
            .map(KnownCoupon::coupon)
            .orElseThrow(
                () ->
                    Refusal.of(
                            PromotionService.COUPON_INVALID,
                            "There is no such coupon to be revoked.",
                            Facts.of("coupon", code))
                        .asException());
    return Saves.replace(
        session,
        PromotionDocuments.COUPON,
        List.of(coupon.withEnabled(false)),
        one -> one.code().key());
  }
}
