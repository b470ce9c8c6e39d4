package io.omnicommerce.core.cart;

import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartLine;
import io.omnicommerce.cart.CartOwner;
import io.omnicommerce.cart.CartStatus;
import io.omnicommerce.cart.PriceLock;
import io.omnicommerce.cart.QuantityCut;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.Reference;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.inventory.ReservationId;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.promotion.GiftChoice;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One change of a cart: what it does not name stays, and the version rises by one. */
final class CartChange {

  private final Cart cart;
  private CartOwner owner;
  private CartStatus status = CartStatus.OPEN;
  private List<CartLine> lines;
  private int lineCount;
  private List<Charge> charges;
  private List<CouponCode> coupons;
  private List<GiftChoice> giftChoices;
  private Optional<BuyerContact> contact;
  private Optional<DeliveryChoice> delivery;
  private Optional<String> paymentMethod;
  private Optional<PriceLock> priceLock;
  private Optional<ReservationId> reservation;
  private Optional<Reference> successor = Optional.empty();
  private Optional<Instant> blockedUntil = Optional.empty();
  private List<QuantityCut> cuts = List.of();

  private CartChange(Cart cart) {
    this.cart = cart;
    owner = cart.owner();
    lines = cart.lines();
    lineCount = cart.lineCount();
    charges = cart.charges();
    coupons = cart.coupons();
    giftChoices = cart.giftChoices();
    contact = cart.contact();
    delivery = cart.delivery();
    paymentMethod = cart.paymentMethod();
    priceLock = cart.priceLock();
    reservation = cart.reservation();
  }

  /** The cart is open afterwards, unless the change says otherwise. */
  static CartChange of(Cart cart) {
    return new CartChange(cart);
  }

  CartChange owner(CartOwner with) {
    owner = with;
    return this;
  }

  CartChange lines(List<CartLine> with, int count) {
    priceLock = priceLock.map(lock -> unlocked(lock, changed(cart.lines(), with)));
    lines = with;
    lineCount = count;
    return this;
  }

  CartChange cuts(List<QuantityCut> with) {
    cuts = with;
    return this;
  }

  CartChange charges(List<Charge> with) {
    charges = with;
    return this;
  }

  CartChange coupons(List<CouponCode> with) {
    coupons = with;
    return this;
  }

  CartChange giftChoices(List<GiftChoice> with) {
    giftChoices = with;
    return this;
  }

  CartChange contact(BuyerContact with) {
    contact = Optional.of(with);
    return this;
  }

  CartChange delivery(DeliveryChoice with) {
    delivery = Optional.of(with);
    return this;
  }

  CartChange paymentMethod(String with) {
    paymentMethod = Optional.of(with);
    return this;
  }

  CartChange lock(PriceLock with) {
    priceLock = Optional.of(with);
    return this;
  }

  /** A promise that counted in the channel before counts in this one. */
  CartChange takenOver(ChannelId channel) {
    priceLock =
        priceLock.map(
            lock -> lock.channel().equals(cart.lastChannel()) ? lock.withChannel(channel) : lock);
    return this;
  }

  CartChange reservation(Optional<ReservationId> with) {
    reservation = with;
    return this;
  }

  CartChange blocked(Reference by, Instant until) {
    status = CartStatus.CHECKING_OUT;
    successor = Optional.of(by);
    blockedUntil = Optional.of(until);
    return this;
  }

  /** Without an end that is known. */
  CartChange blocked(Reference by) {
    status = CartStatus.CHECKING_OUT;
    successor = Optional.of(by);
    return this;
  }

  CartChange ended(CartStatus how, Reference became) {
    status = how;
    successor = Optional.of(became);
    return this;
  }

  Cart by(CallContext context, Instant now) {
    return new Cart(
        cart.id(),
        cart.version().next(),
        owner,
        cart.channel(),
        context.channel(),
        cart.currency(),
        status,
        lines,
        lineCount,
        charges,
        coupons,
        giftChoices,
        contact,
        delivery,
        paymentMethod,
        priceLock,
        reservation,
        successor,
        blockedUntil,
        cuts,
        now);
  }

  private static Set<Sku> changed(List<CartLine> before, List<CartLine> after) {
    Set<CartLine> same = new HashSet<>(before);
    same.retainAll(new HashSet<>(after));
    return Stream.concat(before.stream(), after.stream())
        .filter(line -> !same.contains(line))
        .map(CartLine::sku)
        .collect(Collectors.toSet());
  }

  /** A price depends on how much of the SKU there is over all lines, so they lose it together. */
  private PriceLock unlocked(PriceLock lock, Set<Sku> changed) {
    PriceLock kept = lock;
    for (CartLine line : cart.lines()) {
      kept = changed.contains(line.sku()) ? kept.without(line.id()) : kept;
    }
    return kept;
  }
}
