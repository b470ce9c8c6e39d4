package io.omnicommerce.inventory;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.LocationId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Looks at shelves for customers: a size is reserved, an associate looks for it and lays it aside.
 * Thread-safe; correct under any number of processes.
 */
public interface StockCheckService {

  /** There is no such check. */
  ErrorCode UNKNOWN_CHECK = ErrorCode.of("inventory.unknown_check");

  /** The check was answered otherwise before. Facts: check, status. */
  ErrorCode CHECK_ANSWERED = ErrorCode.of("inventory.check_answered");

  /**
   * Reserves goods at a location and asks somebody there to look for them; asked by anybody, within
   * what one may reserve. A repeat answers as the first time.
   *
   * @param life how long the goods are reserved until somebody has looked
   * @throws io.omnicommerce.common.RefusedException {@code inventory.out_of_stock}, {@code
   *     inventory.limit_exceeded}, or on a repeat {@code inventory.reservation_expired}
   * @throws io.omnicommerce.common.IdempotencyMismatchException if the id was used for another one,
   *     or by anybody else, which says the same whatever was asked for
   */
  StockCheck ask(
      CallContext context, StockCheckId id, LocationId location, SkuQuantity goods, Duration life);

  /**
   * What is to be looked for at a location, in the order of ids; needs {@link
   * InventoryService#MANAGE}.
   */
  List<StockCheck> open(CallContext context, LocationId location);

  /** A check; empty if there is none. Needs {@link InventoryService#MANAGE}. */
  Optional<StockCheck> find(CallContext context, StockCheckId id);

  /**
   * The goods lie aside, and stay reserved so long from now.
   *
   * @throws io.omnicommerce.common.RefusedException {@code inventory.check_answered}, {@code
   *     inventory.reservation_expired}
   */
  StockCheck found(CallContext context, StockCheckId id, Duration keep);

  /**
   * The goods are not there: the reservation ends, and they are booked as lost, of a bundle its
   * parts, so that nobody else is sent for them.
   *
   * @throws io.omnicommerce.common.RefusedException {@code inventory.check_answered}
   */
  StockCheck notThere(CallContext context, StockCheckId id);
}
