package io.omnicommerce.core.promotion;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.IdempotencyMismatchException;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.common.Version;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.core.storage.Saves;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.promotion.Coupon;
import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.promotion.Lane;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.PromotionService;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The service of promotions. */
public final class CorePromotionService implements PromotionService {

  private final Storage storage;
  private final HostRules host;

  public CorePromotionService(Storage storage, HostRules host) {
    this.storage = storage;
    this.host = host;
  }

  @Override
  public void save(CallContext context, List<Promotion> promotions) {
    Objects.requireNonNull(context, "context");
    List<Promotion> given = List.copyOf(Objects.requireNonNull(promotions, "promotions"));
    context.actor().require(EDIT);
    if (given.size() > SAVED_MAX) {
      throw new LimitExceededException(
          LIMIT_EXCEEDED, "savedMax", SAVED_MAX, "Save fewer promotions at once.");
    }
    given.forEach(promotion -> PromotionRules.check(promotion, host));
    storage.inTransaction(
        context,
        session -> {
          checkLanes(session, given);
          Map<String, Promotion> byId = new LinkedHashMap<>();
          given.forEach(promotion -> byId.put(promotion.id().value(), promotion));
          return save(session, PromotionDocuments.PROMOTION, byId, true);
        });
  }

  @Override
  public void save(CallContext context, Lane lane) {
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(lane, "lane");
    context.actor().require(EDIT);
    storage.inTransaction(
        context,
        session -> save(session, PromotionDocuments.LANE, Map.of(lane.name(), lane), false));
  }

  private static <T> int save(
      Session session, DocumentType<T> type, Map<String, T> values, boolean counted) {
    Map<String, Stored<T>> known = session.documents().findAll(type, values.keySet());
    Optional<Stored<BookStamp>> book = PromotionDocuments.book(session);
    int more = counted ? values.size() - known.size() : 0;
    StringBuilder change = new StringBuilder(type.name());
    Decision.Builder decision = Decision.builder();
    values.forEach(
        (id, value) -> {
          change.append('\n').append(type.codec().encode(value));
          Stored<T> before = known.get(id);
          decision.save(
              new DocumentWrite<>(
                  type, id, before == null ? Version.NONE : before.version(), value));
        });
    BookStamp stamp =
        book.map(Stored::value).orElse(BookStamp.EMPTY).changed(more, change.toString());
    checkCount(stamp);
    decision.save(
        new DocumentWrite<>(
            PromotionDocuments.BOOK,
            PromotionDocuments.BOOK_ID,
            book.map(Stored::version).orElse(Version.NONE),
            stamp));
    Results.commit(session, decision.build());
    return values.size();
  }

  private static void checkCount(BookStamp stamp) {
    if (stamp.promotions() > PROMOTIONS_MAX) {
      throw new LimitExceededException(
          LIMIT_EXCEEDED,
          "promotionsMax",
          PROMOTIONS_MAX,
          "Change a promotion that no longer runs.");
    }
  }

  private static void checkLanes(Session session, List<Promotion> promotions) {
    Set<String> known =
        PromotionDocuments.lanes(session).stream().map(Lane::name).collect(Collectors.toSet());
    for (Promotion promotion : promotions) {
      if (!promotion.lane().equals(Promotion.STANDARD_LANE) && !known.contains(promotion.lane())) {
        throw Refusal.of(
                UNKNOWN_LANE,
                "There is no lane " + promotion.lane() + "; save it before its promotions.",
                Facts.of("lane", promotion.lane()))
            .asException();
      }
    }
  }

  @Override
  public Optional<Promotion> find(CallContext context, PromotionId id) {
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(id, "id");
    context.actor().require(EDIT);
    return storage.inTransaction(context, session -> PromotionDocuments.find(session, id));
  }

  @Override
  public Page<Promotion> list(CallContext context, PageRequest page) {
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(page, "page");
    context.actor().require(EDIT);
    return storage.inTransaction(
        context,
        session -> session.documents().list(PromotionDocuments.PROMOTION, page).map(Stored::value));
  }

  @Override
  public void saveCoupons(CallContext context, List<Coupon> coupons) {
    Objects.requireNonNull(context, "context");
    List<Coupon> given = List.copyOf(Objects.requireNonNull(coupons, "coupons"));
    context.actor().require(EDIT);
    if (given.size() > SAVED_MAX) {
      throw new LimitExceededException(
          LIMIT_EXCEEDED, "savedMax", SAVED_MAX, "Save fewer coupons at once.");
    }
    storage.inTransaction(
        context,
        session -> {
          checkPromotions(session, given);
          return Saves.replace(
              session, PromotionDocuments.COUPON, given, coupon -> coupon.code().key());
        });
  }

  private static void checkPromotions(Session session, List<Coupon> coupons) {
    Set<String> ids =
        coupons.stream().map(coupon -> coupon.promotion().value()).collect(Collectors.toSet());
    Map<String, Stored<Promotion>> known =
        session.documents().findAll(PromotionDocuments.PROMOTION, ids);
    for (String id : ids) {
      Stored<Promotion> promotion = known.get(id);
      if (promotion == null || !promotion.value().onCoupon()) {
        throw Refusal.of(
                UNKNOWN,
                "There is no promotion "
                    + id
                    + " that is given on coupon; save it before its coupons, with onCoupon.",
                Facts.of("promotion", id))
            .asException();
      }
    }
  }

  @Override
  public Optional<Coupon> findCoupon(CallContext context, CouponCode code) {
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(code, "code");
    context.actor().require(EDIT);
    return storage.inTransaction(
        context,
        session ->
            session.documents().find(PromotionDocuments.COUPON, code.key()).map(Stored::value));
  }

  @Override
  public long uses(CallContext context, CouponCode code) {
    Objects.requireNonNull(code, "code");
    return uses(context, PromotionAccounts.total(code));
  }

  @Override
  public long uses(CallContext context, PromotionId promotion) {
    Objects.requireNonNull(promotion, "promotion");
    return uses(context, PromotionAccounts.uses(promotion));
  }

  private long uses(CallContext context, AccountId account) {
    Objects.requireNonNull(context, "context");
    context.actor().require(EDIT);
    return storage.inTransaction(
        context,
        session -> {
          Balance balance = session.ledger().balancesWithoutDue(List.of(account)).get(account);
          return balance == null ? 0L : PromotionAccounts.used(balance);
        });
  }

  @Override
  public void recordUse(
      CallContext context, CouponCode code, Optional<CustomerId> customer, IdempotencyKey key) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(customer, "customer");
    List<AccountId> accounts = new ArrayList<>(List.of(PromotionAccounts.total(code)));
    customer.ifPresent(who -> accounts.add(PromotionAccounts.of(code, who)));
    recordUse(context, accounts, key);
  }

  @Override
  public void recordUse(CallContext context, PromotionId promotion, IdempotencyKey key) {
    Objects.requireNonNull(promotion, "promotion");
    recordUse(context, List.of(PromotionAccounts.uses(promotion)), key);
  }

  private void recordUse(CallContext context, List<AccountId> accounts, IdempotencyKey key) {
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(key, "key");
    context.actor().require(EDIT);
    Batch batch =
        PromotionAccounts.opening(
            Batch.of(
                BatchId.of("redeemed/" + key),
                accounts.stream()
                    .map(account -> PromotionAccounts.use(account, Coupon.USES_MAX))
                    .toList()));
    storage.inTransaction(
        context,
        session -> {
          CommitResult result =
              session.commit(Decision.builder().step(new LedgerStep.Post(batch)).build());
          if (result instanceof CommitResult.ContentDiffers) {
            throw new IdempotencyMismatchException("promotion.recordUse", key.value());
          }
          if (!(result instanceof CommitResult.AlreadyApplied)) {
            Results.checkCurrent(result);
          }
          return accounts.size();
        });
  }

  @Override
  public List<Lane> lanes(CallContext context) {
    Objects.requireNonNull(context, "context");
    context.actor().require(EDIT);
    return storage.inTransaction(context, CorePromotionService::lanes);
  }

  private static List<Lane> lanes(Session session) {
    Map<String, Lane> lanes = new TreeMap<>();
    lanes.put(Promotion.STANDARD_LANE, Lane.of(Promotion.STANDARD_LANE, 0));
    PromotionDocuments.lanes(session).forEach(lane -> lanes.put(lane.name(), lane));
    return lanes.values().stream()
        .sorted(Comparator.comparingInt(Lane::rank).thenComparing(Lane::name))
        .toList();
  }
}
