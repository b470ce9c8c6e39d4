package io.omnicommerce.core.promotion;

import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.promotion.Coupon;
import io.omnicommerce.promotion.PromotionService;
import io.omnicommerce.storage.Codec;
import io.omnicommerce.storage.Session;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Everything that an import takes, one element a line, so that changes show line by line. */
final class BookExport {

  private BookExport() {}

  static String of(Session session) {
    List<Coupon> coupons = PromotionDocuments.all(session, PromotionDocuments.COUPON);
    if (coupons.size() > PromotionService.IMPORTED_MAX) {
      throw new LimitExceededException(
          PromotionService.LIMIT_EXCEEDED,
          "exportedMax",
          PromotionService.IMPORTED_MAX,
          "There are more coupons than one document holds; keep them as batches.");
    }
    return '{'
        + list(
            BookReading.LANES, PromotionDocuments.LANE.codec(), PromotionDocuments.lanes(session))
        + ','
        + list(
            BookReading.PROMOTIONS,
            PromotionDocuments.PROMOTION.codec(),
            PromotionDocuments.all(session))
        + ','
        + list(BookReading.COUPONS, PromotionDocuments.COUPON.codec(), coupons)
        + "\n}\n";
  }

  private static <T> String list(String name, Codec<T> codec, Collection<T> values) {
    return values.stream()
        .map(codec::encode)
        .collect(Collectors.joining(",\n", "\n\"" + name + "\":[\n", "]"));
  }
}
