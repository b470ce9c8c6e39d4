package io.omnicommerce.promotion;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Permission;
import io.omnicommerce.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Keeps promotions and their lanes; the pricing room applies them. Thread-safe. */
public interface PromotionService {

  /** To see and change promotions and lanes. */
  Permission EDIT = Permission.of("promotion.edit");

  /** Too many promotions, parts or names. Facts: limit, max. */
  ErrorCode LIMIT_EXCEEDED = ErrorCode.of("promotion.limit_exceeded");

  /** There is no such promotion, or it is not given on coupon. Facts: promotion. */
  ErrorCode UNKNOWN = ErrorCode.of("promotion.unknown");

  /**
   * A coupon that is not known, not valid now, used up, or that gives nothing for this cart: which
   * of these is not said. Facts: coupon.
   */
  ErrorCode COUPON_INVALID = ErrorCode.of("promotion.coupon_invalid");

  /** Too many wrong codes were tried; when to try again is said. Facts: until. */
  ErrorCode TOO_MANY_ATTEMPTS = ErrorCode.of("promotion.too_many_attempts");

  /** There is no batch of coupons with this prefix. Facts: batch. */
  ErrorCode UNKNOWN_BATCH = ErrorCode.of("promotion.unknown_batch");

  /** The last use or the last of the budget of a promotion went elsewhere. Facts: promotion. */
  ErrorCode EXHAUSTED = ErrorCode.of("promotion.exhausted");

  /**
   * A price is to be computed again from what it was computed from, and a promotion of it names a
   * rule of the host's own that nobody has introduced here. Facts: rule, promotion.
   */
  ErrorCode UNKNOWN_RULE = ErrorCode.of("promotion.unknown_rule");

  /** The lane that a promotion names was not saved. Facts: lane. */
  ErrorCode UNKNOWN_LANE = ErrorCode.of("promotion.unknown_lane");

  /** The most promotions a tenant may have. */
  int PROMOTIONS_MAX = 20_000;

  /** The most promotions, and the most coupons, of a document that is imported or exported. */
  int IMPORTED_MAX = 20_000;

  /** The longest stretch of time that a calendar shows. */
  Duration CALENDAR_MAX = Duration.ofDays(366);

  /** The most promotions that may be saved at once. */
  int SAVED_MAX = 1_000;

  /**
   * Saves promotions, each replacing what was known of it. They count for every price that is asked
   * for afterwards, in every process.
   *
   * @throws io.omnicommerce.common.InvalidInputException {@code promotion.invalid}, with the path
   *     of the fault: conditions too deep or too many, a rule of the host's that nobody introduced,
   *     a catalog promotion that looks at carts
   * @throws io.omnicommerce.common.RefusedException {@code promotion.unknown_lane}
   * @throws io.omnicommerce.common.LimitExceededException {@code promotion.limit_exceeded}
   */
  void save(CallContext context, List<Promotion> promotions);

  /**
   * All lanes, promotions and single coupons as one JSON document, which {@link #importJson} takes:
   * the form is published as {@code docs/schema/promotion.schema.json}. Batches of coupons are not
   * in it, since their secrets stay where they are, nor is what was used.
   *
   * @throws io.omnicommerce.common.LimitExceededException {@code promotion.limit_exceeded} if there
   *     are more coupons than {@link #IMPORTED_MAX}
   */
  String exportJson(CallContext context);

  /**
   * Saves the lanes, promotions and coupons of a document, each replacing what was known of it;
   * what the document does not name stays. All of it is saved or, if anything in it cannot be
   * right, nothing. Every fault is told with its path and the id of what it stands in, none is
   * thrown. What factories give may be left out, as the schema says.
   */
  ImportReport importJson(CallContext context, String json);

  /** What {@link #importJson} would say, without saving anything. */
  ImportReport checkJson(CallContext context, String json);

  /**
   * When promotions run: their windows, days and hours as instants, with changes of clocks, in the
   * order of their ids. A promotion that does not run then, or not in the channel, or that is not
   * enabled, is left out, so that a page may hold fewer than were asked for though others follow.
   *
   * @param from included
   * @param until excluded; at most {@link #CALENDAR_MAX} later
   * @param channel where they run; anywhere if empty
   * @throws io.omnicommerce.common.InvalidInputException {@code window.invalid} or {@code
   *     input.out_of_range}
   */
  Page<PromotionRuns> calendar(
      CallContext context,
      Instant from,
      Instant until,
      Optional<ChannelId> channel,
      PageRequest page);

  /** Saves a lane, replacing what was known of it. */
  void save(CallContext context, Lane lane);

  /** What is known of a promotion; empty if there is none. Needs {@link #EDIT}. */
  Optional<Promotion> find(CallContext context, PromotionId id);

  /** All promotions, in the order of their ids. */
  Page<Promotion> list(CallContext context, PageRequest page);

  /**
   * Saves coupons, each replacing what was known of its code; how often it was used stays. Codes
   * that differ in case only are one code.
   *
   * @throws io.omnicommerce.common.RefusedException {@code promotion.unknown} if a coupon opens a
   *     promotion that was not saved, or one that is not given on coupon
   */
  void saveCoupons(CallContext context, List<Coupon> coupons);

  /**
   * Saves a batch of coupons, replacing what was known of its prefix; its codes and how often they
   * were used stay. A new batch gets a secret of its own, from which its codes follow.
   *
   * @throws io.omnicommerce.common.InvalidInputException {@code promotion.invalid} if a known batch
   *     would have other codes: its alphabet and length are fixed
   * @throws io.omnicommerce.common.RefusedException {@code promotion.unknown}, as for coupons
   */
  void saveBatch(CallContext context, CouponBatch batch);

  /** The batch of a prefix. */
  Optional<CouponBatch> findBatch(CallContext context, String prefix);

  /** All batches of coupons, in the order of their prefixes. */
  Page<CouponBatch> batches(CallContext context, PageRequest page);

  /**
   * The codes of a batch, to be handed out: always the same in the same order, worked out page by
   * page. Those that were revoked or used are among them.
   *
   * @throws io.omnicommerce.common.RefusedException {@code promotion.unknown_batch}
   */
  Page<CouponCode> codes(CallContext context, String prefix, PageRequest page);

  /**
   * Ends one coupon, of a batch or not; how often it was used stays. A whole batch ends by saving
   * it without {@link CouponBatch#enabled}.
   *
   * @throws io.omnicommerce.common.RefusedException {@code promotion.coupon_invalid} if there is no
   *     such coupon
   */
  void revoke(CallContext context, CouponCode code);

  /** The coupon of a code, of a batch or not, with the code as it is kept. */
  Optional<Coupon> findCoupon(CallContext context, CouponCode code);

  /** How many orders use a code: placed, or being placed. */
  long uses(CallContext context, CouponCode code);

  /** How many orders use a promotion that has a limit: placed, or being placed. */
  long uses(CallContext context, PromotionId promotion);

  /**
   * How much of a promotion's budget is spent in a currency, by orders that are placed or being
   * placed; zero if it has no budget there.
   */
  Money spent(CallContext context, PromotionId promotion, Currency currency);

  /**
   * Writes down what a promotion with a budget gave elsewhere, whatever the budget says. The same
   * key counts once.
   *
   * @param amount positive
   */
  void recordSpent(CallContext context, PromotionId promotion, Money amount, IdempotencyKey key);

  /**
   * Writes down a use that happened elsewhere, whatever the limits say: at a till of another
   * system, in the system before. The same key counts once.
   *
   * @param customer who used it, if that is known
   */
  void recordUse(
      CallContext context, CouponCode code, Optional<CustomerId> customer, IdempotencyKey key);

  /** As the other, of a promotion. */
  void recordUse(CallContext context, PromotionId promotion, IdempotencyKey key);

  /**
   * All lanes, in the order in which they run; the standard lane has rank 0 if it was not saved.
   */
  List<Lane> lanes(CallContext context);
}
