package io.omnicommerce.core.promotion;

import io.omnicommerce.common.PageRequest;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.promotion.Coupon;
import io.omnicommerce.promotion.CouponBatch;
import io.omnicommerce.promotion.Lane;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Promotions by id, lanes by name, and the stamp of the book that both make up. */
public final class PromotionDocuments {

  public static final DocumentType<Promotion> PROMOTION =
      DocumentType.of("promotion", Json.codec(Promotion.class));
  public static final DocumentType<Lane> LANE =
      DocumentType.of("promotion_lane", Json.codec(Lane.class));
  public static final DocumentType<BookStamp> BOOK =
      DocumentType.of("promotion_book", Json.codec(BookStamp.class));

  /** By the key of the code, so that codes that differ in case only are one. */
  public static final DocumentType<Coupon> COUPON =
      DocumentType.of("coupon", Json.codec(Coupon.class));

  /** By the prefix of its codes. */
  public static final DocumentType<KeptBatch> BATCH =
      DocumentType.of("coupon_batch", Json.codec(KeptBatch.class));

  /** There is one book a tenant. */
  static final String BOOK_ID = "book";

  private PromotionDocuments() {}

  static Optional<Promotion> find(Session session, PromotionId id) {
    return session.documents().find(PROMOTION, id.value()).map(Stored::value);
  }

  static Optional<Stored<BookStamp>> book(Session session) {
    return session.documents().find(BOOK, BOOK_ID);
  }

  /** The batches of these prefixes. */
  public static Map<String, CouponBatch> batches(Session session, Set<String> prefixes) {
    Map<String, CouponBatch> batches = new HashMap<>();
    if (!prefixes.isEmpty()) {
      session
          .documents()
          .findAll(BATCH, prefixes)
          .forEach((prefix, stored) -> batches.put(prefix, stored.value().batch()));
    }
    return batches;
  }

  static List<Lane> lanes(Session session) {
    return session.documents().listSmall(LANE).stream().map(Stored::value).toList();
  }

  static List<Promotion> all(Session session) {
    return all(session, PROMOTION);
  }

  /** All documents of a type, page by page. */
  static <T> List<T> all(Session session, DocumentType<T> type) {
    List<T> all = new ArrayList<>();
    Optional<PageRequest> next = Optional.of(PageRequest.first(PageRequest.LIMIT_MAX));
    while (next.isPresent()) {
      var page = session.documents().list(type, next.get());
      page.items().forEach(stored -> all.add(stored.value()));
      next = page.next().map(PageRequest.first(PageRequest.LIMIT_MAX)::next);
    }
    return all;
  }
}
