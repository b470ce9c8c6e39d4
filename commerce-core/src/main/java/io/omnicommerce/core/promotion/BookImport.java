package io.omnicommerce.core.promotion;

import io.omnicommerce.promotion.Coupon;
import io.omnicommerce.promotion.ImportFault;
import io.omnicommerce.promotion.ImportReport;
import io.omnicommerce.promotion.Lane;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionService;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Saves what a document says, all of it or nothing. */
final class BookImport {

  private final Session session;
  private final BookReading reading;

  BookImport(Session session, BookReading reading) {
    this.session = session;
    this.reading = reading;
  }

  /**
   * @param save whether to save it, if nothing is wrong
   */
  ImportReport report(boolean save) {
    checkLanes();
    checkGifts();
    checkCoupons();
    boolean saved = save && reading.draft.faults().isEmpty() && save();
    return new ImportReport(
        saved,
        reading.lanes.size(),
        reading.promotions.size(),
        reading.coupons.size(),
        reading.draft.faults().stream()
            .map(fault -> new ImportFault(fault.path(), fault.code(), fault.problem(), fault.id()))
            .toList());
  }

  private boolean save() {
    if (reading.lanes.isEmpty() && reading.promotions.isEmpty() && reading.coupons.isEmpty()) {
      return true;
    }
    new BookChange(session)
        .lanes(reading.lanes.values())
        .promotions(reading.promotions.values())
        .coupons(reading.coupons.values())
        .commit();
    return true;
  }

  private void checkLanes() {
    Set<String> known = new HashSet<>(Set.of(Promotion.STANDARD_LANE));
    reading.lanes.values().forEach(lane -> known.add(lane.name()));
    known.addAll(reading.draft.refused(BookReading.LANES));
    PromotionDocuments.lanes(session).stream().map(Lane::name).forEach(known::add);
    reading.promotions.forEach(
        (place, promotion) -> {
          if (!known.contains(promotion.lane())) {
            reading.fault(
                BookReading.PROMOTIONS,
                place,
                "/lane",
                PromotionService.UNKNOWN_LANE,
                "there is no lane " + promotion.lane());
          }
        });
  }

  private void checkGifts() {
    reading.promotions.forEach(
        (place, promotion) -> reading.faults(place, GiftQuantities.faults(session, promotion)));
  }

  private void checkCoupons() {
    Map<String, Promotion> known = new HashMap<>();
    List<String> named =
        reading.coupons.values().stream()
            .map(coupon -> coupon.promotion().value())
            .distinct()
            .toList();
    if (!named.isEmpty()) {
      for (Stored<Promotion> stored :
          session.documents().findAll(PromotionDocuments.PROMOTION, named).values()) {
        known.put(stored.value().id().value(), stored.value());
      }
    }
    reading.promotions.values().forEach(one -> known.put(one.id().value(), one));
    reading.coupons.forEach((place, coupon) -> check(place, coupon, known));
  }

  private boolean isRefused(Coupon coupon) {
    return reading.draft.refused(BookReading.PROMOTIONS).contains(coupon.promotion().value());
  }

  private void check(int place, Coupon coupon, Map<String, Promotion> known) {
    Promotion promotion = known.get(coupon.promotion().value());
    if (promotion == null && isRefused(coupon)) {
      return; // what is wrong with it is told where it stands
    }
    if (promotion == null || !promotion.onCoupon()) {
      reading.fault(
          BookReading.COUPONS,
          place,
          "/promotion",
          PromotionService.UNKNOWN,
          "there is no promotion " + coupon.promotion() + " that is given on coupon");
    }
  }
}
