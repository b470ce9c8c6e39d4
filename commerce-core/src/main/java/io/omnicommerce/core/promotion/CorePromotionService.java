package io.omnicommerce.core.promotion;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.IdempotencyMismatchException;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.common.Text;
import io.omnicommerce.common.spi.SecretGenerator;
import io.omnicommerce.core.common.CheckedSecrets;
import io.omnicommerce.core.common.Secrets;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.core.storage.Saves;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.money.Money;
import io.omnicommerce.promotion.Budget;
import io.omnicommerce.promotion.Coupon;
import io.omnicommerce.promotion.CouponBatch;
import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.promotion.ImportReport;
import io.omnicommerce.promotion.Lane;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.PromotionRuns;
import io.omnicommerce.promotion.PromotionService;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The service of promotions. */
public final class CorePromotionService implements PromotionService {

  private final Storage storage;
  private final HostRules host;
  private final SecretGenerator secrets;

  public CorePromotionService(Storage storage, HostRules host, SecretGenerator secrets) {
    this.storage = storage;
    this.host = host;
    this.secrets = new CheckedSecrets(secrets);
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
          given.forEach(promotion -> GiftQuantities.check(session, promotion));
          new BookChange(session).promotions(given).commit();
          return given.size();
        });
  }

  @Override
  public void save(CallContext context, Lane lane) {
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(lane, "lane");
    context.actor().require(EDIT);
    storage.inTransaction(
        context,
        session -> {
          new BookChange(session).lanes(List.of(lane)).commit();
          return 1;
        });
  }

  @Override
  public String exportJson(CallContext context) {
    Objects.requireNonNull(context, "context");
    context.actor().require(EDIT);
    return storage.inTransaction(context, BookExport::of);
  }

  @Override
  public ImportReport importJson(CallContext context, String json) {
    return report(context, json, true);
  }

  @Override
  public ImportReport checkJson(CallContext context, String json) {
    return report(context, json, false);
  }

  private ImportReport report(CallContext context, String json, boolean save) {
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(json, "json");
    context.actor().require(EDIT);
    return storage.inTransaction(
        context,
        // Read anew whenever the work runs again: faults are gathered while it runs.
        session -> new BookImport(session, BookReading.of(json, host)).report(save));
  }

  @Override
  public Page<PromotionRuns> calendar(
      CallContext context,
      Instant from,
      Instant until,
      Optional<ChannelId> channel,
      PageRequest page) {
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(page, "page");
    context.actor().require(EDIT);
    PromotionCalendar calendar = PromotionCalendar.of(from, until, channel);
    return storage.inTransaction(context, session -> calendar.page(session, page));
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
          checkPromotions(session, given.stream().map(Coupon::promotion).toList());
          return Saves.replace(
              session, PromotionDocuments.COUPON, given, coupon -> coupon.code().key());
        });
  }

  private static void checkPromotions(Session session, List<PromotionId> promotions) {
    Set<String> ids = promotions.stream().map(PromotionId::value).collect(Collectors.toSet());
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
        context, session -> KnownCoupons.find(session, code).map(KnownCoupon::coupon));
  }

  @Override
  public void saveBatch(CallContext context, CouponBatch batch) {
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(batch, "batch");
    context.actor().require(EDIT);
    String secret = Secrets.token(secrets);
    storage.inTransaction(
        context,
        session -> {
          checkPromotions(session, List.of(batch.promotion()));
          return CouponBatches.save(session, batch, secret);
        });
  }

  @Override
  public Optional<CouponBatch> findBatch(CallContext context, String prefix) {
    Objects.requireNonNull(context, "context");
    Text.id(prefix, "prefix");
    context.actor().require(EDIT);
    return storage.inTransaction(
        context, session -> CouponBatches.find(session, prefix).map(KeptBatch::batch));
  }

  @Override
  public Page<CouponBatch> batches(CallContext context, PageRequest page) {
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(page, "page");
    context.actor().require(EDIT);
    return storage.inTransaction(
        context,
        session ->
            session
                .documents()
                .list(PromotionDocuments.BATCH, page)
                .map(stored -> stored.value().batch()));
  }

  @Override
  public Page<CouponCode> codes(CallContext context, String prefix, PageRequest page) {
    Objects.requireNonNull(context, "context");
    Text.id(prefix, "prefix");
    Objects.requireNonNull(page, "page");
    context.actor().require(EDIT);
    return storage.inTransaction(context, session -> CouponBatches.codes(session, prefix, page));
  }

  @Override
  public void revoke(CallContext context, CouponCode code) {
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(code, "code");
    context.actor().require(EDIT);
    storage.inTransaction(context, session -> CouponBatches.revoke(session, code));
  }

  @Override
  public long uses(CallContext context, CouponCode code) {
    Objects.requireNonNull(code, "code");
    return uses(context, session -> PromotionAccounts.total(kept(session, code)));
  }

  @Override
  public long uses(CallContext context, PromotionId promotion) {
    Objects.requireNonNull(promotion, "promotion");
    return uses(context, session -> PromotionAccounts.uses(promotion));
  }

  /** A code of a batch is counted as it is written, however it was typed. */
  private static CouponCode kept(Session session, CouponCode code) {
    return KnownCoupons.find(session, code).map(known -> known.named(code)).orElse(code);
  }

  private long uses(CallContext context, Function<Session, AccountId> of) {
    Objects.requireNonNull(context, "context");
    context.actor().require(EDIT);
    return storage.inTransaction(
        context,
        session -> {
          AccountId account = of.apply(session);
          Balance balance = session.ledger().balancesWithoutDue(List.of(account)).get(account);
          return balance == null ? 0L : PromotionAccounts.used(balance);
        });
  }

  @Override
  public Money spent(CallContext context, PromotionId promotion, Currency currency) {
    Objects.requireNonNull(promotion, "promotion");
    Objects.requireNonNull(currency, "currency");
    return Money.ofMinor(
        uses(context, session -> PromotionAccounts.budget(promotion, currency)), currency);
  }

  @Override
  public void recordSpent(
      CallContext context, PromotionId promotion, Money amount, IdempotencyKey key) {
    Objects.requireNonNull(promotion, "promotion");
    Objects.requireNonNull(amount, "amount");
    if (!amount.isPositive()) {
      throw new InvalidInputException(
          InvalidInputException.OUT_OF_RANGE, "amount", amount.toString(), "must be positive");
    }
    recordUse(
        context,
        key,
        session -> List.of(PromotionAccounts.spend(promotion, amount, Budget.MINOR_MAX)));
  }

  @Override
  public void recordUse(
      CallContext context, CouponCode code, Optional<CustomerId> customer, IdempotencyKey key) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(customer, "customer");
    recordUse(context, key, session -> legs(accounts(session, code, customer)));
  }

  private static List<AccountId> accounts(
      Session session, CouponCode code, Optional<CustomerId> customer) {
    CouponCode kept = kept(session, code);
    List<AccountId> accounts = new ArrayList<>(List.of(PromotionAccounts.total(kept)));
    Redeemer who = Redeemer.of(customer);
    accounts.addAll(PromotionAccounts.of(kept, who));
    KnownCoupons.find(session, code)
        .flatMap(KnownCoupon::batch)
        .ifPresent(batch -> accounts.addAll(PromotionAccounts.of(batch, who)));
    return accounts;
  }

  @Override
  public void recordUse(CallContext context, PromotionId promotion, IdempotencyKey key) {
    Objects.requireNonNull(promotion, "promotion");
    recordUse(context, key, session -> legs(List.of(PromotionAccounts.uses(promotion))));
  }

  private static List<Leg> legs(List<AccountId> accounts) {
    return accounts.stream()
        .map(account -> PromotionAccounts.use(account, Coupon.USES_MAX))
        .toList();
  }

  private void recordUse(
      CallContext context, IdempotencyKey key, Function<Session, List<Leg>> legs) {
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(key, "key");
    context.actor().require(EDIT);
    storage.inTransaction(context, session -> record(session, key, legs.apply(session)));
  }

  private static int record(Session session, IdempotencyKey key, List<Leg> legs) {
    Batch batch = PromotionAccounts.opening(Batch.of(BatchId.of("redeemed/" + key), legs));
    CommitResult result =
        session.commit(Decision.builder().step(new LedgerStep.Post(batch)).build());
    if (result instanceof CommitResult.ContentDiffers) {
      throw new IdempotencyMismatchException("promotion.recordUse", key.value());
    }
    if (!(result instanceof CommitResult.AlreadyApplied)) {
      Results.checkCurrent(result);
    }
    return legs.size();
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
