package io.omnicommerce.promotion;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Permission;
import java.util.List;
import java.util.Optional;

/** Keeps promotions and their lanes; the pricing room applies them. Thread-safe. */
public interface PromotionService {

  /** To see and change promotions and lanes. */
  Permission EDIT = Permission.of("promotion.edit");

  ErrorCode LIMIT_EXCEEDED = ErrorCode.of("promotion.limit_exceeded");

  /** The lane that a promotion names was not saved. Facts: lane. */
  ErrorCode UNKNOWN_LANE = ErrorCode.of("promotion.unknown_lane");

  /** The most promotions a tenant may have. */
  int PROMOTIONS_MAX = 20_000;

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

  /** Saves a lane, replacing what was known of it. */
  void save(CallContext context, Lane lane);

  Optional<Promotion> find(CallContext context, PromotionId id);

  /** All promotions, in the order of their ids. */
  Page<Promotion> list(CallContext context, PageRequest page);

  /**
   * All lanes, in the order in which they run; the standard lane has rank 0 if it was not saved.
   */
  List<Lane> lanes(CallContext context);
}
