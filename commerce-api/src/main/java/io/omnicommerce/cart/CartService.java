package io.omnicommerce.cart;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.Destination;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.Permission;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Version;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.inventory.ReservationOutcome;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.DeliveryOffers;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricingExplanation;
import io.omnicommerce.promotion.GiftChoice;
import io.omnicommerce.tax.ExternalTaxes;
import io.omnicommerce.tax.spi.TaxQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Carts. A guest or customer sees and changes its own; staff and programs need {@link #ASSIST}.
 * Every change is one transaction and answers with the cart as it then is; two changes at once both
 * count, one after the other. Thread-safe.
 */
public interface CartService {

  /** To open, see and change carts of others: at a till, in a call center. */
  Permission ASSIST = Permission.of("cart.assist");

  /** To add charges and reductions by hand. */
  Permission CHARGE = Permission.of("cart.charge");

  /** There is no such cart for this caller. */
  ErrorCode NOT_FOUND = ErrorCode.of("cart.not_found");

  /** The caller's version is not the newest. Facts: expected, actual. */
  ErrorCode VERSION_CONFLICT = ErrorCode.of("cart.version_conflict");

  /** The cart has become an order or was merged. Facts: status, successor. */
  ErrorCode CLOSED = ErrorCode.of("cart.closed");

  /** A checkout of the cart is under way. Facts: checkout, until. */
  ErrorCode CHECKING_OUT = ErrorCode.of("cart.checking_out");

  /** The cart has no such line. */
  ErrorCode LINE_NOT_FOUND = ErrorCode.of("cart.line_not_found");

  /** Facts: limit, max. */
  ErrorCode LIMIT_EXCEEDED = ErrorCode.of("cart.limit_exceeded");

  /** Wrong, used, expired or for something else: one answer for all. */
  ErrorCode TOKEN_INVALID = ErrorCode.of("cart.token_invalid");

  /** A cart was to be merged into itself. */
  ErrorCode INVALID_MERGE = ErrorCode.of("cart.invalid_merge");

  /** There is nothing in the cart that could be reserved or ordered. */
  ErrorCode EMPTY = ErrorCode.of("cart.empty");

  /** The most lines of a cart. */
  int LINES_MAX = 2_000;

  /** The most charges of a cart. */
  int CHARGES_MAX = 100;

  /**
   * The longest that prices are promised, stock is reserved for a cart, or a handoff token lives.
   */
  Duration PROMISE_MAX = Duration.ofDays(30);

  /**
   * The same service, whose changes are refused with {@code cart.version_conflict} if a cart is at
   * another version.
   */
  CartService expecting(Version version);

  /**
   * Opens a cart for the caller, who is a guest or a customer. It may be one of several: for the
   * cart that a shop shows on every page, see {@link #currentOrOpen}.
   */
  CartId open(CallContext context, Currency currency);

  /**
   * The caller's cart in a currency: the one that it has, else a new one. However many devices and
   * tabs ask at once, all get the same, until that cart has become an order or was merged. What a
   * customer has that was opened or claimed otherwise counts: the one changed last becomes the
   * current one.
   *
   * @return an open cart, or one of which a checkout is under way
   * @throws io.omnicommerce.common.InvalidInputException {@code market.currency_not_allowed}, or if
   *     the caller is neither a guest nor a customer
   */
  Cart currentOrOpen(CallContext context, Currency currency);

  /**
   * A guest turns out to be the calling customer: the guest's current cart passes to the customer
   * if there is no other, else it is merged into the customer's current one as the market's {@code
   * merge} convention says, in one step. Without a guest's cart nothing changes; neither does a
   * repeat.
   *
   * @param session the guest's session, as proof
   * @return the customer's current cart from now on, with what became of the guest's lines
   * @throws io.omnicommerce.common.RefusedException {@code cart.checking_out} while either is being
   *     paid
   */
  MergeReport signIn(CallContext context, String session, Currency currency);

  /**
   * Opens a cart under an id of the caller's making; a repeat by the same owner does nothing.
   *
   * @param owner whose cart; anybody but oneself needs {@link #ASSIST}
   * @throws io.omnicommerce.common.InvalidInputException {@code market.currency_not_allowed}
   * @throws io.omnicommerce.common.RefusedException {@code cart.id_taken}
   */
  Cart open(CallContext context, CartId id, CartOwner owner, Currency currency);

  /** The id belongs to another cart. */
  ErrorCode ID_TAKEN = ErrorCode.of("cart.id_taken");

  /**
   * The cart as it is, open or ended.
   *
   * @throws io.omnicommerce.common.NotFoundException if there is none, or it is not the caller's
   */
  Cart get(CallContext context, CartId id);

  /** The cart with its prices and what is available, here and now. */
  CartView view(CallContext context, CartId id);

  /**
   * Everything about what the cart costs here and now, worked out anew: what {@link #view} shows,
   * with promised prices, those set by hand and what the tax service has said, and every price row,
   * every promotion and every rounding, and why each counted or did not. As text or JSON by {@link
   * io.omnicommerce.pricing.PricingService#explain(PricingExplanation)} and {@link
   * io.omnicommerce.pricing.PricingService#toJson(PricingExplanation)}. It tells what others get,
   * so whoever's cart it is, it needs {@link io.omnicommerce.price.PriceService#VIEW}.
   *
   * @throws io.omnicommerce.common.RefusedException the first thing for which the cart has no
   *     price, as the view's problems name it
   */
  PricingExplanation explanation(CallContext context, CartId id);

  /**
   * What delivery of this cart would cost: each method that can be chosen with exactly what the
   * view, the checkout and the order charge for it; see {@link
   * io.omnicommerce.pricing.PricingService#deliveries}.
   *
   * @param to where to; if empty, where the cart goes as far as that is known
   * @throws io.omnicommerce.common.RefusedException if some line has no price
   */
  DeliveryOffers deliveries(CallContext context, CartId id, Optional<Destination> to);

  /**
   * What the host's tax service is to be asked about the cart as it is; empty if nothing is: no
   * service is set up, it has answered for this very content already, or the cart has no price. A
   * host asks and answers by itself on a storage that joins its transaction: this, then the service
   * outside of the transaction, then {@link #answerTaxes}. Otherwise the view and the checkout do
   * so by themselves.
   */
  Optional<TaxQuestion> taxQuestion(CallContext context, CartId id);

  /**
   * Keeps what a tax service has said about the cart as it is, for {@link
   * io.omnicommerce.tax.TaxService#ANSWER_LIFE}. The first answer about a content stays: a later
   * one changes nothing.
   *
   * @throws io.omnicommerce.common.ForbiddenException without {@link
   *     io.omnicommerce.tax.TaxService#EXEMPT}
   * @throws io.omnicommerce.common.RefusedException {@code tax.answer_outdated} if it is about
   *     other amounts, no service is set up, or the cart has no price
   * @throws io.omnicommerce.common.PortContractException if it breaks the contract of {@link
   *     io.omnicommerce.tax.spi.TaxCalculator}
   */
  void answerTaxes(CallContext context, CartId id, ExternalTaxes answer);

  /**
   * The carts of a customer that are open or being checked out, the last changed first. Somebody
   * else's customer has none.
   */
  List<Cart> ofCustomer(CallContext context, CustomerId customer);

  /** Adds so many of a SKU. */
  Cart add(CallContext context, CartId id, Sku sku, Quantity quantity);

  /**
   * Adds lines, all or none.
   *
   * @throws io.omnicommerce.common.RefusedException {@code catalog.unknown_sku}, {@code
   *     catalog.not_sellable}, {@code quantity.invalid} (below the minimum or off the step), {@code
   *     price.below_floor}
   * @throws io.omnicommerce.common.LimitExceededException {@code cart.limit_exceeded}: linesMax, or
   *     quantityMax over all lines of a SKU (unless the market's {@code over_quantity} cuts down,
   *     which {@link Cart#cuts} then says)
   * @throws io.omnicommerce.common.ForbiddenException for a line with a price, without {@link
   *     io.omnicommerce.price.PriceService#OVERRIDE}
   */
  Cart add(CallContext context, CartId id, List<NewLine> lines);

  /** Sets the quantity of a line; zero removes it. */
  Cart change(CallContext context, CartId id, LineId line, Quantity quantity);

  /** Removes a line. */
  Cart remove(CallContext context, CartId id, LineId line);

  /**
   * Sets a line's price.
   *
   * @throws io.omnicommerce.common.RefusedException {@code price.below_floor}
   */
  Cart overridePrice(CallContext context, CartId id, LineId line, UnitPrice price, String reason);

  /**
   * Adds a fee, or a reduction if its amount is negative; replaces the charge of the same id. Needs
   * {@link #CHARGE}.
   *
   * <p>A reduction beyond the rest is kept, since lines may be added still; until then the cart's
   * view has the problem {@code pricing.negative_total} and it cannot be ordered.
   *
   * @throws io.omnicommerce.common.InvalidInputException if its id has the form of a line's, such
   *     as {@code 0001}
   */
  Cart charge(CallContext context, CartId id, Charge charge);

  /**
   * Takes a charge away again. Needs {@link #CHARGE}.
   *
   * @throws io.omnicommerce.common.NotFoundException {@code cart.line_not_found}
   */
  Cart removeCharge(CallContext context, CartId id, LineId charge);

  /**
   * Gives a coupon's code. It stays with the cart, through merges and handoffs, and counts whenever
   * it gives something; its use is taken when the cart is checked out. Giving it again does
   * nothing.
   *
   * @param code as somebody typed it
   * @throws io.omnicommerce.common.RefusedException {@code promotion.coupon_invalid} if there is no
   *     such coupon that counts now; which of both is not said. {@code promotion.too_many_attempts}
   *     if the caller has tried too many that do not, or others have for this cart. A wrong code is
   *     counted by the call's own transaction: a host that has the library join its transaction
   *     commits it
   * @throws io.omnicommerce.common.LimitExceededException {@code cart.limit_exceeded}
   */
  Cart applyCoupon(CallContext context, CartId id, String code);

  /** Takes a coupon's code back; one that is not there is no fault. */
  Cart removeCoupon(CallContext context, CartId id, String code);

  /**
   * Chooses one of a gift's choice, in place of what was chosen of it before; see {@link
   * CartView#gifts}. It stays with the cart, through merges and handoffs, and counts whenever the
   * promotion gives the gift and the SKU is sold; otherwise the first that can be given is. Of more
   * than {@link GiftChoice#CHOICES_MAX} choices the oldest are forgotten. What is to be paid does
   * not depend on it.
   *
   * @throws io.omnicommerce.common.RefusedException {@code cart.gift_not_offered} if the cart, as
   *     it is now, is not given this gift or may not choose this SKU of it
   */
  Cart chooseGift(CallContext context, CartId id, GiftChoice choice);

  /** The cart is not offered this gift now, or not this SKU of it. Facts: promotion, gift, sku. */
  ErrorCode GIFT_NOT_OFFERED = ErrorCode.of("cart.gift_not_offered");

  /** Says how to reach the buyer. */
  Cart contact(CallContext context, CartId id, BuyerContact contact);

  /**
   * Chooses how it is delivered.
   *
   * @throws io.omnicommerce.common.RefusedException {@code delivery.not_offered}
   * @throws io.omnicommerce.common.NotFoundException {@code delivery.unknown_method}, {@code
   *     channel.unknown_location}
   */
  Cart deliver(CallContext context, CartId id, DeliveryChoice choice);

  /**
   * Says how it will be paid, in place of what was said before, for promotions that depend on it;
   * see {@link io.omnicommerce.promotion.Condition.PaymentMethodIn}. The view shows what it costs
   * so. An order is priced by the {@link io.omnicommerce.payment.Tender#method} that it is really
   * paid with.
   *
   * @param method as promotions and tenders name it: {@code card}, {@code cash}, a name of the
   *     host's
   */
  Cart choosePayment(CallContext context, CartId id, String method);

  /**
   * Promises the present prices for a while, at most {@link #PROMISE_MAX}; see {@link PriceLock}
   * for what ends a promise before.
   */
  Cart lockPrices(CallContext context, CartId id, Duration life);

  /**
   * Reserves stock for all lines for a while, in place of what was reserved before. What is added
   * later is not reserved. What is not there is reserved of what is expected or may be backordered;
   * see {@link CartView#awaited}.
   */
  ReservationOutcome reserve(CallContext context, CartId id, Duration life);

  /**
   * Promises stock and the present prices together, as {@link #reserve} and {@link #lockPrices} do:
   * both or none, and both end at the same instant.
   */
  ReservationOutcome promise(CallContext context, CartId id, Duration life);

  /**
   * Lets what is reserved for the cart live so long from now, if that is longer than it would, and
   * the prices that were promised with it.
   *
   * @return when it may expire
   * @throws io.omnicommerce.common.LimitExceededException {@code inventory.limit_exceeded} when it
   *     was kept alive for {@link io.omnicommerce.inventory.InventoryService#EXTENSIONS_MAX}
   * @throws io.omnicommerce.common.RefusedException {@code inventory.reservation_expired}, {@code
   *     inventory.reservation_ended}
   * @throws io.omnicommerce.common.NotFoundException {@code inventory.reservation_not_found} if
   *     nothing is reserved
   */
  Instant extend(CallContext context, CartId id, Duration life);

  /**
   * Makes a token by which another channel takes the cart over, with its lines, promised prices and
   * reserved stock. A new token ends an earlier one.
   */
  HandoffToken handOff(CallContext context, CartId id, Duration life);

  /**
   * Takes a cart over by its token, which is used up. A guest's cart becomes the caller's, if that
   * is a guest or a customer; a customer's stays the customer's.
   *
   * @throws io.omnicommerce.common.RefusedException {@code cart.token_invalid}
   */
  Cart accept(CallContext context, String secret);

  /**
   * Merges a guest's cart into the caller's own, as the market's {@code merge} convention says. The
   * guest's cart is closed; merging it again into the same cart does nothing. A customer without a
   * cart passes the guest's cart as its own with {@link #claim}.
   *
   * @param guest the guest's cart
   * @param session the guest's session, as proof
   * @param into the customer's cart, in the same currency
   * @throws io.omnicommerce.common.NotFoundException if either is not there or not theirs
   * @throws io.omnicommerce.common.RefusedException {@code cart.closed}
   */
  MergeReport merge(CallContext context, CartId guest, String session, CartId into);

  /** Makes a guest's cart the calling customer's own. */
  Cart claim(CallContext context, CartId guest, String session);

  /** The cart that a customer changed last and that is still open, whichever channel it was. */
  default Optional<Cart> current(CallContext context, CustomerId customer) {
    return ofCustomer(context, customer).stream().findFirst();
  }
}
