package io.omnicommerce.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.Permission;
import io.omnicommerce.common.Quantity;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

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

  /** There is no such price list. */
  ErrorCode UNKNOWN_LIST = ErrorCode.of("price.unknown_list");

  /** No list has a price for this SKU here. */
  ErrorCode NO_PRICE = ErrorCode.of("price.no_price");

  /** The price was to be overridden below its floor. Facts: sku, floor. */
  ErrorCode BELOW_FLOOR = ErrorCode.of("price.below_floor");

  /** What has counted was to be changed. Facts: field, given. */
  ErrorCode PAST_CHANGE = ErrorCode.of("price.past_change");

  /**
   * Too many rows, entries or lists, or too many entries to look at for one cart. Facts: limit,
   * max.
   */
  ErrorCode LIMIT_EXCEEDED = ErrorCode.of("price.limit_exceeded");

  /** The most entries one call may save, and the most lists a tenant may have. */
  int ENTRIES_MAX = 1_000;

  /**
   * Saves a list from now on; its entries stay. As {@link #save(CallContext, PriceList, Instant)}.
   */
  void save(CallContext context, PriceList list);

  /**
   * Saves a list from an instant on, everywhere at once and without any job: until then what is
   * known of it counts, and what was counts for questions about the past. An edition that begins at
   * the same instant is replaced; editions that begin later stay.
   *
   * @param from now or later; for a list that is new, any instant
   * @throws io.omnicommerce.money.CurrencyMismatchException if the list has another currency, or
   *     its source has
   * @throws io.omnicommerce.common.NotFoundException if its source does not exist then
   * @throws io.omnicommerce.common.InvalidInputException {@code price.invalid_derivation} if lists
   *     would be computed in a circle, or over more than {@value Derivation#DEPTH_MAX} steps;
   *     {@code price.past_change}
   */
  void save(CallContext context, PriceList list, Instant from);

  /** Saves entries from now on. As {@link #save(CallContext, List, Instant)}. */
  void save(CallContext context, List<PriceEntry> entries);

  /**
   * Saves entries from an instant on, each in place of what its list has for its SKU; all or none.
   * Until then what is known counts, and what was counts for questions about the past, for the last
   * 1,000 changes of an entry. An entry that says what counts anyhow, now or in the past, changes
   * nothing.
   *
   * @param from now or later; for an entry that is new, any instant
   * @throws io.omnicommerce.common.NotFoundException if a list does not exist
   * @throws io.omnicommerce.money.CurrencyMismatchException if an entry is not in its list's
   *     currency
   * @throws io.omnicommerce.common.InvalidInputException {@code price.past_change}
   */
  void save(CallContext context, List<PriceEntry> entries, Instant from);

  /**
   * Every list of the tenant, by id, also those that do not apply to the caller: for the back
   * office. As they are now; one that is yet to begin as it will be. What the caller pays is asked
   * with {@link #prices}.
   *
   * @throws io.omnicommerce.common.ForbiddenException without {@link #VIEW} or {@link #EDIT}
   */
  List<PriceList> lists(CallContext context);

  /**
   * What a list has for a SKU now, with its rows of other times and its floor: for the back office.
   * Empty if the list has no entry for it, or does not exist.
   *
   * @throws io.omnicommerce.common.ForbiddenException without {@link #VIEW} or {@link #EDIT}
   */
  Optional<PriceEntry> findEntry(CallContext context, PriceListId list, Sku sku);

  /**
   * What was, is and is planned of a list, by the instant from which it counts.
   *
   * @throws io.omnicommerce.common.ForbiddenException without {@link #VIEW} or {@link #EDIT}
   */
  SortedMap<Instant, PriceList> changes(CallContext context, PriceListId list);

  /**
   * What a list had, has and is to have for a SKU, by the instant from which it counts.
   *
   * @throws io.omnicommerce.common.ForbiddenException without {@link #VIEW} or {@link #EDIT}
   */
  SortedMap<Instant, PriceEntry> changes(CallContext context, PriceListId list, Sku sku);

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
   * <p>This is what price lists say. What a product page shows where catalog promotions run is the
   * unit price of a line that is priced, by {@code PricingService.price}.
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

  /**
   * For each SKU whose price is a reduction then, the lowest price of the 30 days before that
   * reduction began, for the same buyer, place and quantity; a SKU that is not reduced, or had no
   * price before, is missing. A price is reduced if it comes from a sale list and is below its
   * original. Reads the history of every list; not for the way of a cart.
   *
   * <p>Price lists only: what catalog promotions lowered in those days is not counted, nor what
   * they lower then. A shop that announces reductions by catalog promotions, or ran some in those
   * days, keeps what it showed.
   */
  Map<Sku, LowestPrice> lowestPrices(CallContext context, PriceQuery query);

  /**
   * For each SKU the lowest price of the 30 days before the query's instant: for a reduction that
   * begins then and that no price list makes, such as a promotion's. A SKU that had no price is
   * missing. Of price lists only, as {@link #lowestPrices}.
   */
  Map<Sku, LowestPrice> lowestPricesBefore(CallContext context, PriceQuery query);

  /**
   * The prices of those SKUs of which the catalog knows what is in them, with the price of a
   * quantity of measure; rounded as the market rounds, to the currency's decimals.
   */
  Map<Sku, BasePrice> basePrices(CallContext context, PriceQuery query);
}
