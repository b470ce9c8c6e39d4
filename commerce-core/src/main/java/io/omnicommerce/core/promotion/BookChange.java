package io.omnicommerce.core.promotion;

import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.Version;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.promotion.Coupon;
import io.omnicommerce.promotion.Lane;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionService;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A change of promotions, lanes and coupons with the stamp of their book: one decision. */
final class BookChange {

  private final Session session;
  private final Decision.Builder decision = Decision.builder();
  private final StringBuilder change = new StringBuilder();
  private int more;

  BookChange(Session session) {
    this.session = session;
  }

  BookChange promotions(Collection<Promotion> promotions) {
    int news = save(PromotionDocuments.PROMOTION, promotions, one -> one.id().value());
    more += news;
    return this;
  }

  BookChange lanes(Collection<Lane> lanes) {
    save(PromotionDocuments.LANE, lanes, Lane::name);
    return this;
  }

  /** Coupons stand in no book: they are looked up one by one. */
  BookChange coupons(Collection<Coupon> coupons) {
    int before = change.length();
    save(PromotionDocuments.COUPON, coupons, one -> one.code().key());
    change.setLength(before);
    return this;
  }

  private <T> int save(DocumentType<T> type, Collection<T> values, Function<T, String> id) {
    Map<String, T> byId = new LinkedHashMap<>();
    values.forEach(value -> byId.put(id.apply(value), value));
    if (byId.isEmpty()) {
      return 0;
    }
    Map<String, Stored<T>> known = session.documents().findAll(type, byId.keySet());
    change.append(type.name());
    byId.forEach(
        (key, value) -> {
          change.append('\n').append(type.codec().encode(value));
          Stored<T> before = known.get(key);
          decision.save(
              new DocumentWrite<>(
                  type, key, before == null ? Version.NONE : before.version(), value));
        });
    return byId.size() - known.size();
  }

  /**
   * @throws LimitExceededException if there were more promotions than a tenant may have
   */
  void commit() {
    Optional<Stored<BookStamp>> book = PromotionDocuments.book(session);
    if (!change.isEmpty()) {
      BookStamp stamp =
          book.map(Stored::value).orElse(BookStamp.EMPTY).changed(more, change.toString());
      checkCount(stamp);
      decision.save(
          new DocumentWrite<>(
              PromotionDocuments.BOOK,
              PromotionDocuments.BOOK_ID,
              book.map(Stored::version).orElse(Version.NONE),
              stamp));
    }
    Results.commit(session, decision.build());
  }

  private static void checkCount(BookStamp stamp) {
    if (stamp.promotions() > PromotionService.PROMOTIONS_MAX) {
      throw new LimitExceededException(
          PromotionService.LIMIT_EXCEEDED,
          "promotionsMax",
          PromotionService.PROMOTIONS_MAX,
          "Change a promotion that no longer runs.");
    }
  }
}
