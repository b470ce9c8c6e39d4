package io.omnicommerce.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.Permission;
import io.omnicommerce.common.Quantity;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps price lists and finds prices. Thread-safe. */
public interface PriceService {

  /** To change price lists. */
  Permission EDIT = Permission.of("price.edit");

  /** To read price lists and their entries as they are kept; {@link #EDIT} allows it too. */
  Permission VIEW = Permission.of("price.view");

  /**
   * To ask what somebody else pays: of groups, a company or contracts that are not the caller's.
   */
  Permission ASSIST = Permission.of("pricing.assist");

  /** To set a price on a line of a cart. */
  Permission OVERRIDE = Permission.of("price.override");

  ErrorCode UNKNOWN_LIST = ErrorCode.of("price.unknown_list");

  /** No list has a price for this SKU here. */
  ErrorCode NO_PRICE = ErrorCode.of("price.no_price");

  /** The price was to be overridden below its floor. Facts: sku, floor. */
  ErrorCode BELOW_FLOOR = ErrorCode.of("price.below_floor");

  ErrorCode LIMIT_EXCEEDED = ErrorCode.of("price.limit_exceeded");

  /** The most entries one call may save, and the most lists a tenant may have. */
  int ENTRIES_MAX = 1_000;

  /** Saves a list, replacing what was known of it; its entries stay. */
  void save(CallContext context, PriceList list);

  /**
   * Saves entries, each replacing what its list had for its SKU; all or none.
   *
   * @throws io.omnicommerce.common.NotFoundException if a list does not exist
   * @throws io.omnicommerce.money.CurrencyMismatchException if an entry is not in its list's
   *     currency
   */
  void save(CallContext context, List<PriceEntry> entries);

  /**
   * Every list of the tenant, by id, also those that do not apply to the caller: for the back
   * office. What the caller pays is asked with {@link #prices}.
   *
   * @throws io.omnicommerce.common.ForbiddenException without {@link #VIEW} or {@link #EDIT}
   */
  List<PriceList> lists(CallContext context);

  /**
   * What a list has for a SKU, with its rows of other times and its floor: for the back office.
   * Empty if the list has no entry for it, or does not exist.
   *
   * @throws io.omnicommerce.common.ForbiddenException without {@link #VIEW} or {@link #EDIT}
   */
  Optional<PriceEntry> findEntry(CallContext context, PriceListId list, Sku sku);

  /**
   * The prices of some SKUs for the caller, here and now; a SKU without a price is missing. In one
   * round trip beside the lists.
   *
   * @param quantities how much of each SKU, for the tiers
   */
  default Map<Sku, PriceAnswer> prices(
      CallContext context, Currency currency, Map<Sku, Quantity> quantities) {
    return prices(context, PriceQuery.of(currency, quantities));
  }

  /**
   * The prices of some SKUs; a SKU without a price is missing. In one round trip beside the lists.
   * Which of several prices counts is what the market's conventions {@code price_selection} and
   * {@code price_lists} say.
   *
   * @throws io.omnicommerce.common.InvalidInputException {@code market.currency_not_allowed},
   *     before any price is looked up
   * @throws io.omnicommerce.common.ForbiddenException for a buyer who is more than the caller,
   *     without {@link #ASSIST}
   */
  Map<Sku, PriceAnswer> prices(CallContext context, PriceQuery query);

  /**
   * As {@link #prices(CallContext, PriceQuery)}, with every row that might have given a price and
   * why it did not; a SKU that no list knows has no candidates. For the back office: it shows
   * prices of others.
   *
   * @throws io.omnicommerce.common.ForbiddenException without {@link #VIEW} or {@link #EDIT}
   */
  Map<Sku, PriceExplanation> explain(CallContext context, PriceQuery query);
}
