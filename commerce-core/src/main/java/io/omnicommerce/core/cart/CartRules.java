package io.omnicommerce.core.cart;

import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartLine;
import io.omnicommerce.cart.CartOwner;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.cart.CartStatus;
import io.omnicommerce.cart.NewLine;
import io.omnicommerce.cart.PriceLock;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Reference;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.Version;
import io.omnicommerce.common.VersionConflictException;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.inventory.ReservationId;
import io.omnicommerce.money.CurrencyMismatchException;
import io.omnicommerce.price.PriceOverride;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.promotion.GiftChoice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What may become of a cart. Each rule answers with the changed cart, one version later, or refuses
 * and has changed nothing.
 */
public final class CartRules {

  /** How other documents point to a cart. */
  public static final String KIND = "cart";

  private static final Duration LIFE_MIN = Duration.ofSeconds(1);

  private CartRules() {}

  public static Reference reference(CartId id) {
    return Reference.of(KIND, id.value());
  }

  static Cart open(
      CartId id, CartOwner owner, Currency currency, CallContext context, Instant now) {
    return new Cart(
        id,
        Version.of(1),
        owner,
        context.channel(),
        context.channel(),
        currency,
        CartStatus.OPEN,
        List.of(),
        0,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        now);
  }

  static Cart add(Cart cart, List<NewLine> asked, CartFacts facts) {
    if (asked.isEmpty()) {
      throw new InvalidInputException(
          InvalidInputException.EMPTY, "lines", "none", "must name at least one line");
    }
    asked.forEach(
        line ->
            line.price()
                .ifPresent(price -> sameCurrency(cart, price.currency(), "sku", line.sku())));
    CartLines lines = new CartLines(cart.lines(), cart.lineCount(), facts);
    asked.forEach(lines::add);
    return withLines(cart, lines, facts);
  }

  static Cart change(Cart cart, LineId id, Quantity quantity, CartFacts facts) {
    CartLine line = line(cart, id);
    CartLines lines = new CartLines(cart.lines(), cart.lineCount(), facts);
    if (quantity.isZero()) {
      lines.remove(line);
    } else {
      lines.set(line, quantity);
    }
    return withLines(cart, lines, facts);
  }

  static Cart remove(Cart cart, LineId id, CallContext context, Instant now) {
    line(cart, id);
    return CartChange.of(cart)
        .lines(
            cart.lines().stream().filter(line -> !line.id().equals(id)).toList(), cart.lineCount())
        .by(context, now);
  }

  static Cart override(
      Cart cart, LineId id, PriceOverride override, CallContext context, Instant now) {
    CartLine changed = line(cart, id).withOverride(override);
    sameCurrency(cart, override.price().currency(), "sku", changed.sku());
    return CartChange.of(cart)
        .lines(
            cart.lines().stream().map(line -> line.id().equals(id) ? changed : line).toList(),
            cart.lineCount())
        .by(context, now);
  }

  static Cart charge(Cart cart, Charge charge, CallContext context, Instant now) {
    sameCurrency(cart, charge.amount().currency(), "charge", charge.id());
    LineIds.requireOther(charge.id());
    List<Charge> charges = new ArrayList<>(cart.charges());
    charges.removeIf(known -> known.id().equals(charge.id()));
    if (charges.size() >= CartService.CHARGES_MAX) {
      throw new LimitExceededException(
          CartService.LIMIT_EXCEEDED,
          "chargesMax",
          CartService.CHARGES_MAX,
          "Replace a charge instead.");
    }
    charges.add(charge);
    return CartChange.of(cart).charges(charges).by(context, now);
  }

  static Cart coupon(Cart cart, CouponCode code, CallContext context, Instant now) {
    List<CouponCode> coupons = new ArrayList<>(cart.coupons());
    coupons.removeIf(known -> known.key().equals(code.key()));
    if (coupons.size() >= PricingRequest.COUPONS_MAX) {
      throw new LimitExceededException(
          CartService.LIMIT_EXCEEDED,
          "couponsMax",
          PricingRequest.COUPONS_MAX,
          "Take a coupon back first.");
    }
    coupons.add(code);
    return CartChange.of(cart).coupons(coupons).by(context, now);
  }

  static Cart withoutCoupon(Cart cart, CouponCode code, CallContext context, Instant now) {
    List<CouponCode> coupons = new ArrayList<>(cart.coupons());
    coupons.removeIf(known -> known.key().equals(code.key()));
    return CartChange.of(cart).coupons(coupons).by(context, now);
  }

  static Cart gift(Cart cart, GiftChoice choice, CallContext context, Instant now) {
    return CartChange.of(cart)
        .giftChoices(chosen(cart.giftChoices(), List.of(choice)))
        .by(context, now);
  }

  /** Earlier choices with later ones in the place of those about the same gift; the last count. */
  static List<GiftChoice> chosen(List<GiftChoice> earlier, List<GiftChoice> later) {
    List<GiftChoice> choices = new ArrayList<>(earlier);
    choices.removeIf(known -> later.stream().anyMatch(known::isAboutGiftOf));
    choices.addAll(later);
    return choices.subList(Math.max(0, choices.size() - GiftChoice.CHOICES_MAX), choices.size());
  }

  static Cart removeCharge(Cart cart, LineId charge, CallContext context, Instant now) {
    List<Charge> charges = new ArrayList<>(cart.charges());
    if (!charges.removeIf(known -> known.id().equals(charge))) {
      throw new NotFoundException(
          CartService.LINE_NOT_FOUND, Reference.of("charge", charge.value()));
    }
    return CartChange.of(cart).charges(charges).by(context, now);
  }

  static Cart contact(Cart cart, BuyerContact contact, CallContext context, Instant now) {
    return CartChange.of(cart).contact(contact).by(context, now);
  }

  static Cart deliver(Cart cart, DeliveryChoice choice, CallContext context, Instant now) {
    return CartChange.of(cart).delivery(choice).by(context, now);
  }

  static Cart payment(Cart cart, String method, CallContext context, Instant now) {
    return CartChange.of(cart).paymentMethod(method).by(context, now);
  }

  static Cart lock(Cart cart, PriceLock lock, CallContext context, Instant now) {
    return CartChange.of(cart).lock(lock).by(context, now);
  }

  static Cart reserved(
      Cart cart,
      ReservationId reservation,
      Optional<PriceLock> lock,
      CallContext context,
      Instant now) {
    CartChange change = CartChange.of(cart).reservation(Optional.of(reservation));
    lock.ifPresent(change::lock);
    return change.by(context, now);
  }

  /** Prices that are still promised are so until then, if that is longer. */
  static Cart extended(Cart cart, Instant until, CallContext context, Instant now) {
    CartChange change = CartChange.of(cart);
    cart.priceLock()
        .filter(lock -> lock.until().isAfter(now) && lock.until().isBefore(until))
        .ifPresent(lock -> change.lock(lock.withUntil(until)));
    return change.by(context, now);
  }

  static Cart handedOver(Cart cart, CallContext context, Instant now) {
    return CartChange.of(cart)
        .owner(
            cart.owner() instanceof CartOwner.Guest
                ? ownerOf(context).orElse(cart.owner())
                : cart.owner())
        .takenOver(context.channel())
        .by(context, now);
  }

  static Cart claimed(Cart cart, CartOwner owner, CallContext context, Instant now) {
    return CartChange.of(cart).owner(owner).by(context, now);
  }

  /**
   * Blocks the cart for a checkout. The cart lets go of its reservation: whoever begins the
   * checkout releases it in the same decision, or takes it over.
   *
   * @param checkout a reference to the checkout
   */
  public static Cart beginCheckout(
      Cart cart, Reference checkout, Instant until, CallContext context, Instant now) {
    requireOpen(cart, now);
    return CartChange.of(cart)
        .reservation(Optional.empty())
        .blocked(checkout, until)
        .by(context, now);
  }

  /** Blocks a cart for good whose checkout has no known outcome, until that is known. */
  public static Cart keepCheckout(Cart cart, CallContext context, Instant now) {
    requireNotEnded(cart);
    return CartChange.of(cart).blocked(cart.successor().orElseThrow()).by(context, now);
  }

  /** Whether it is this checkout that blocks the cart, be its time over or not. */
  public static boolean isBlockedBy(Cart cart, Reference checkout) {
    return cart.status() == CartStatus.CHECKING_OUT
        && cart.successor().filter(checkout::equals).isPresent();
  }

  /** Lets a cart be changed again whose checkout has ended without an order. */
  public static Cart endCheckout(Cart cart, CallContext context, Instant now) {
    requireNotEnded(cart);
    return CartChange.of(cart).by(context, now);
  }

  /** Closes a cart that has become an order. */
  public static Cart ordered(Cart cart, Reference order, CallContext context, Instant now) {
    requireNotEnded(cart);
    return CartChange.of(cart)
        .reservation(Optional.empty())
        .ended(CartStatus.ORDERED, order)
        .by(context, now);
  }

  /**
   * @throws RefusedException {@code cart.closed} or {@code cart.checking_out}, unless the cart can
   *     be changed
   */
  public static void requireOpen(Cart cart, Instant now) {
    requireNotEnded(cart);
    if (cart.status() == CartStatus.CHECKING_OUT
        && cart.blockedUntil().map(now::isBefore).orElse(true)) {
      throw new RefusedException(
          CartService.CHECKING_OUT,
          "The cart is being checked out. Wait until that has ended, or abandon it.",
          Facts.of("checkout", cart.successor().map(Reference::id).orElse("unknown"))
              .with("until", cart.blockedUntil().map(Instant::toString).orElse("it has ended")));
    }
  }

  /** How long a promise may last that is made for a cart. */
  static void checkLife(Duration life) {
    if (life.compareTo(LIFE_MIN) < 0 || life.compareTo(CartService.PROMISE_MAX) > 0) {
      throw new InvalidInputException(
          InvalidInputException.OUT_OF_RANGE,
          "life",
          life.toString(),
          "must be at least " + LIFE_MIN + " and at most " + CartService.PROMISE_MAX);
    }
  }

  /**
   * @throws VersionConflictException if the caller has decided on the ground of another version
   */
  static void requireVersion(Cart cart, Optional<Version> expected) {
    expected
        .filter(version -> !version.equals(cart.version()))
        .ifPresent(
            version -> {
              throw new VersionConflictException(
                  CartService.VERSION_CONFLICT, reference(cart.id()), version, cart.version());
            });
  }

  static void requireNotEnded(Cart cart) {
    if (isEnded(cart)) {
      throw new RefusedException(
          CartService.CLOSED,
          "The cart is closed: it was "
              + (cart.status() == CartStatus.ORDERED ? "ordered" : "merged")
              + ". Open another one.",
          Facts.of("status", cart.status())
              .with("successor", cart.successor().map(Reference::toString).orElse("none")));
    }
  }

  static boolean isEnded(Cart cart) {
    return cart.status() == CartStatus.ORDERED || cart.status() == CartStatus.MERGED;
  }

  /** Whose a cart is that an actor opens or takes over; staff and programs own none. */
  static Optional<CartOwner> ownerOf(CallContext context) {
    return switch (context.actor().kind()) {
      case CUSTOMER -> context.actor().customer().map(CartOwner::known);
      case GUEST -> Optional.of(CartOwner.guest(context.actor().id()));
      case STAFF, SYSTEM -> Optional.empty();
    };
  }

  static CartLine line(Cart cart, LineId id) {
    return cart.line(id)
        .orElseThrow(
            () ->
                new NotFoundException(
                    CartService.LINE_NOT_FOUND, Reference.of("line", id.value())));
  }

  private static Cart withLines(Cart cart, CartLines lines, CartFacts facts) {
    return CartChange.of(cart)
        .lines(lines.checked(), lines.count())
        .cuts(lines.cuts())
        .by(facts.context(), facts.now());
  }

  /**
   * @param what what has the other currency: {@code sku}, {@code charge}
   */
  private static void sameCurrency(Cart cart, Currency currency, String what, Object which) {
    if (!cart.currency().equals(currency)) {
      throw new CurrencyMismatchException(
          cart.currency(),
          currency,
          "The cart "
              + cart.id()
              + " is in "
              + cart.currency()
              + ", and the amount for "
              + which
              + " in "
              + currency
              + ". Give it in "
              + cart.currency()
              + ".",
          Facts.of("cart", cart.id(), what, which));
    }
  }
}
