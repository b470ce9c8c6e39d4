package io.omnicommerce.pricing;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.Permission;
import io.omnicommerce.price.PriceService;
import java.time.Instant;

/**
 * Prices what is not, or not yet, a cart. Carts are priced with every reading; see the cart room.
 * Thread-safe.
 */
public interface PricingService {

  /** To price for the groups of a customer who is not the caller. */
  Permission ASSIST = PriceService.ASSIST;

  /** Reductions given by hand exceed everything else. Facts: limit, min, total. */
  ErrorCode NEGATIVE_TOTAL = ErrorCode.of("pricing.negative_total");

  /**
   * Prices lines for the caller, here and now. A customer's own groups always count, whether the
   * request names them or not. The unit price of a line is what the catalog shows, with its
   * promotions; what promotions of carts take off stands beside it.
   *
   * @throws io.omnicommerce.common.RefusedException {@code price.no_price} naming every SKU without
   *     one, {@code catalog.unknown_sku}, {@code delivery.not_offered}, {@code
   *     delivery.below_minimum}, {@code delivery.unknown_weight}, {@code price.below_floor}, {@code
   *     pricing.negative_total}
   * @throws io.omnicommerce.common.NotFoundException {@code delivery.unknown_method}
   * @throws io.omnicommerce.common.ForbiddenException for a line with a price of its own, without
   *     {@link io.omnicommerce.price.PriceService#OVERRIDE}; for groups that are not the caller's
   *     own, without {@link #ASSIST}; for terms of tax, without {@link
   *     io.omnicommerce.tax.TaxService#EXEMPT}
   * @throws io.omnicommerce.common.PortContractException if the host's tax service breaks its
   *     contract
   * @throws io.omnicommerce.common.InvalidInputException {@code market.currency_not_allowed},
   *     before any price is looked up
   * @throws io.omnicommerce.money.ArithmeticOverflowException if an amount cannot be held
   */
  PricedCart price(CallContext context, PricingRequest request);

  /**
   * As {@link #price}, as of another instant: with the price rows and tax rates that count then.
   */
  PricedCart priceAsOf(CallContext context, PricingRequest request, Instant at);

  /**
   * Computes a price again from what it was computed from, as it is stored with an order: the same
   * amounts and the same trace, byte for byte, whatever the rules have become since. Nothing is
   * looked up, so nobody is asked who calls.
   *
   * @throws io.omnicommerce.common.InvalidInputException {@code input.malformed} for inputs that
   *     were made up and do not belong together
   * @throws io.omnicommerce.common.RefusedException {@code promotion.unknown_rule} if a promotion
   *     names a condition or benefit of the host's own that this process does not know
   */
  PricedCart replay(PricingInputs inputs);

  /**
   * What delivery of these goods would cost: each method that can be chosen with exactly what
   * {@link #price} charges for the same request with it, and so a cart and its order. The methods
   * that the request names itself do not matter. Each method is priced with the whole request, as
   * promotions may depend on it.
   *
   * <p>Without a destination only methods that go anywhere and pickups are offered.
   *
   * @throws io.omnicommerce.common.RefusedException as {@link #price}, if the goods have no price
   * @throws io.omnicommerce.common.ForbiddenException as {@link #price}
   * @throws io.omnicommerce.common.InvalidInputException as {@link #price}
   */
  DeliveryOffers deliveries(CallContext context, PricingRequest request);

  /**
   * Everything about a price, worked out anew: as {@link #price}, with every price row, every
   * promotion and every rounding, and why each counted or did not. It takes as long as there are
   * promotions; it is for people who ask, not for every cart. Needs {@link PriceService#VIEW}, for
   * it tells what others get.
   */
  PricingExplanation explanation(CallContext context, PricingRequest request);

  /**
   * As {@link #explanation(CallContext, PricingRequest)}, as of another instant: with the price
   * rows and tax rates that count then, and the promotions that there are now.
   */
  PricingExplanation explanationAsOf(CallContext context, PricingRequest request, Instant at);

  /**
   * What can be said of a price from what it was computed from, as it is stored with an order: the
   * promotions that were kept and every rounding, but no price rows and no other promotions.
   *
   * @throws io.omnicommerce.common.InvalidInputException as {@link #replay}
   * @throws io.omnicommerce.common.RefusedException as {@link #replay}
   */
  PricingExplanation explanation(PricingInputs inputs);

  /** The receipt, with what was not given, which prices did not count, and what was rounded. */
  String explain(PricingExplanation explanation);

  /**
   * An explanation as JSON. Equal explanations have equal text; the form is documented, and a
   * change of it changes {@link PricingExplanation#FORM}.
   */
  String toJson(PricingExplanation explanation);

  /**
   * An explanation from its JSON.
   *
   * @throws io.omnicommerce.common.InvalidInputException {@code json.invalid_payload}, or {@code
   *     input.malformed} if it has another form
   */
  PricingExplanation fromJson(String json);

  /**
   * A priced cart as a receipt that a clerk can read aloud: every amount with its cause, goods,
   * price lists and promotions by what they are called now, the time as the clocks show it where
   * the call comes from, or where the channel sells from.
   */
  String explain(CallContext context, PricedCart priced);

  /** As {@link #explain(CallContext, PricedCart)}, looking up nothing: by ids, and in UTC. */
  String explain(PricedCart priced);
}
