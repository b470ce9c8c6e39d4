package io.omnicommerce.core.promotion;

import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.core.json.Draft;
import io.omnicommerce.promotion.Coupon;
import io.omnicommerce.promotion.ImportReport;
import io.omnicommerce.promotion.Lane;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionService;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a document of promotions says, each by its place, and everything that is wrong with it by
 * itself. What can only be judged beside what was saved is judged by {@link BookImport}.
 */
final class BookReading {

  static final String LANES = "lanes";
  static final String PROMOTIONS = "promotions";
  static final String COUPONS = "coupons";

  private static final String SCHEMA = "$schema";

  final Draft draft = new Draft(ImportReport.FAULTS_MAX, BookUsual.all());
  final SortedMap<Integer, Lane> lanes = new TreeMap<>();
  final SortedMap<Integer, Promotion> promotions = new TreeMap<>();
  final SortedMap<Integer, Coupon> coupons = new TreeMap<>();

  private BookReading() {}

  static BookReading of(String json, HostRules host) {
    BookReading reading = new BookReading();
    reading.list(LANES, Lane.class, "name", reading.lanes, Lane::name);
    reading.list(PROMOTIONS, Promotion.class, "id", reading.promotions, one -> one.id().value());
    reading.list(COUPONS, Coupon.class, "code", reading.coupons, one -> one.code().key());
    reading.draft.note(SCHEMA).read(json);
    reading.promotions.forEach((place, promotion) -> reading.check(place, promotion, host));
    return reading;
  }

  private <T> void list(
      String name, Class<T> type, String called, Map<Integer, T> into, Function<T, String> id) {
    Set<String> ids = new HashSet<>();
    draft.list(
        name,
        type,
        called,
        PromotionService.IMPORTED_MAX,
        PromotionService.LIMIT_EXCEEDED,
        (value, place) -> {
          into.put(place, value);
          draft.name(name, place, id.apply(value));
          if (!ids.add(id.apply(value))) {
            fault(name, place, "", Promotion.INVALID, "stands there twice, under one id");
          }
        });
  }

  private void check(int place, Promotion promotion, HostRules host) {
    faults(place, PromotionRules.faults(promotion, host));
  }

  void faults(int place, List<PromotionRules.Fault> of) {
    of.forEach(
        fault ->
            fault(
                PROMOTIONS,
                place,
                '/' + fault.path().replace("[", "/").replace("]", "").replace('.', '/'),
                Promotion.INVALID,
                fault.problem()));
  }

  void fault(String list, int place, String path, ErrorCode code, String problem) {
    draft.fault('/' + list + '/' + place + path, code, problem);
  }
}
