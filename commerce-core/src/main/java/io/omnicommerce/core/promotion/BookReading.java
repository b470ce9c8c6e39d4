package io.omnicommerce.core.promotion;

import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.core.json.JsonPart;
import io.omnicommerce.core.json.RecordReader;
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
  private static final Set<String> NAMES = Set.of(SCHEMA, LANES, PROMOTIONS, COUPONS);

  final RecordReader reader = new RecordReader(ImportReport.FAULTS_MAX);
  final SortedMap<Integer, Lane> lanes = new TreeMap<>();
  final SortedMap<Integer, Promotion> promotions = new TreeMap<>();
  final SortedMap<Integer, Coupon> coupons = new TreeMap<>();

  private BookReading() {}

  static BookReading of(String json, HostRules host) {
    BookReading reading = new BookReading();
    try {
      reading.read(JsonPart.parse(json), host);
    } catch (InvalidInputException noJson) {
      reading.reader.fault("", noJson.code(), String.valueOf(noJson.getMessage()));
    }
    return reading;
  }

  static String at(String list, int place) {
    return '/' + list + '/' + place;
  }

  private void read(JsonPart document, HostRules host) {
    if (!(document instanceof JsonPart.Members members)) {
      reader.fault("", Json.INVALID, "must be an object with lanes, promotions and coupons");
      return;
    }
    for (String name : members.byName().keySet()) {
      if (!NAMES.contains(name)) {
        reader.fault(RecordReader.at("", name), Json.INVALID, "is not known here");
      }
    }
    read(members, LANES, Lane.class, lanes, Lane::name);
    read(members, PROMOTIONS, Promotion.class, promotions, one -> one.id().value());
    read(members, COUPONS, Coupon.class, coupons, one -> one.code().key());
    promotions.forEach((place, promotion) -> check(place, promotion, host));
  }

  private <T> void read(
      JsonPart.Members document,
      String name,
      Class<T> type,
      Map<Integer, T> into,
      Function<T, String> id) {
    JsonPart list = document.byName().getOrDefault(name, new JsonPart.Elements(List.of()));
    if (!(list instanceof JsonPart.Elements elements)) {
      reader.fault('/' + name, Json.INVALID, "must be a list");
      return;
    }
    if (elements.inOrder().size() > PromotionService.IMPORTED_MAX) {
      reader.fault(
          '/' + name,
          PromotionService.LIMIT_EXCEEDED,
          "may have " + PromotionService.IMPORTED_MAX + " elements; import several documents");
      return;
    }
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < elements.inOrder().size(); i++) {
      int place = i;
      reader
          .read(type, elements.inOrder().get(i), at(name, i))
          .ifPresent(value -> keep(into, place, value, ids.add(id.apply(value)), name));
    }
  }

  private <T> void keep(Map<Integer, T> into, int place, T value, boolean first, String list) {
    into.put(place, value);
    if (!first) {
      fault(list, place, "", Promotion.INVALID, "stands there twice, under one id");
    }
  }

  private void check(int place, Promotion promotion, HostRules host) {
    PromotionRules.faults(promotion, host)
        .forEach(
            fault ->
                fault(
                    PROMOTIONS,
                    place,
                    '/' + fault.path().replace("[", "/").replace("]", "").replace('.', '/'),
                    Promotion.INVALID,
                    fault.problem()));
  }

  void fault(String list, int place, String path, ErrorCode code, String problem) {
    reader.fault(at(list, place) + path, code, problem);
  }
}
