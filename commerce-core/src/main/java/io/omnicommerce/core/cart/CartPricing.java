package io.omnicommerce.core.cart;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartLine;
import io.omnicommerce.cart.PriceLock;
import io.omnicommerce.common.Address;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.Destination;
import io.omnicommerce.core.customer.CustomerDocuments;
import io.omnicommerce.core.pricing.Pricing;
import io.omnicommerce.core.pricing.PricingResult;
import io.omnicommerce.core.tax.TaxDocuments;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.pricing.DeliveryOffers;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.pricing.TaxTerms;
import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.storage.Session;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a cart costs, with the promises that were made for it. */
public final class CartPricing {

  private final Pricing pricing;

  public CartPricing(Pricing pricing) {
    this.pricing = pricing;
  }

  /** What is to be priced: the cart's lines and charges, for its owner, to where it goes. */
  public static PricingRequest request(Session session, Cart cart) {
    return new PricingRequest(
        cart.currency(),
        CustomerDocuments.buyer(session, cart.owner().knownCustomer()),
        cart.delivery().flatMap(DeliveryChoice::address).map(Destination::of),
        cart.lines().stream().map(CartPricing::line).toList(),
        cart.charges(),
        cart.delivery().map(DeliveryChoice::method).stream().toList(),
        Optional.empty(),
        cart.coupons().stream().map(CouponCode::value).collect(Collectors.toSet()),
        terms(session, cart));
  }

  /** Where the cart goes, if that is known. */
  static Optional<CountryCode> destination(Cart cart) {
    return cart.delivery().flatMap(DeliveryChoice::address).map(Address::country);
  }

  /**
   * @throws io.omnicommerce.common.RefusedException if some line has no price, or the delivery is
   *     not offered
   */
  public PricedCart price(Session session, Cart cart, Instant at) {
    return pricing.price(
        session, request(session, cart), cart.owner().knownCustomer(), locked(cart, at), at);
  }

  /** As {@link #price}, with everything that stands in the way as an answer. */
  public PricingResult tryPrice(Session session, Cart cart, Instant at) {
    return pricing.tryPrice(
        session, request(session, cart), cart.owner().knownCustomer(), locked(cart, at), at);
  }

  /** What delivery would cost, by each method; if nobody says where to, to where the cart goes. */
  DeliveryOffers deliveries(Session session, Cart cart, Optional<Destination> to) {
    PricingRequest request = request(session, cart);
    return pricing.deliveries(
        session,
        to.map(request::withDestination).orElse(request),
        cart.owner().knownCustomer(),
        locked(cart, session.now()),
        session.now(),
        true);
  }

  /** The prices as they are without earlier promises, so that no promise outlives its longest. */
  PriceLock present(Session session, Cart cart, Instant until) {
    PricedCart priced =
        pricing.price(
            session, request(session, cart), cart.owner().knownCustomer(), Map.of(), session.now());
    Map<LineId, UnitPrice> prices = new HashMap<>();
    for (PricedLine line : priced.lines()) {
      prices.put(line.id(), line.unitPrice());
    }
    cart.lines().stream()
        .filter(line -> line.override().isPresent())
        .forEach(line -> prices.remove(line.id()));
    return new PriceLock(prices, until);
  }

  private static Map<LineId, UnitPrice> locked(Cart cart, Instant at) {
    return cart.priceLock()
        .filter(lock -> at.isBefore(lock.until()))
        .map(PriceLock::prices)
        .orElse(Map.of());
  }

  private static TaxTerms terms(Session session, Cart cart) {
    return TaxDocuments.exemption(session, cart.owner().knownCustomer(), session.now())
        .map(TaxTerms::exempt)
        .orElse(TaxTerms.NONE);
  }

  private static PricingLine line(CartLine line) {
    return new PricingLine(line.id(), line.sku(), line.quantity(), line.override());
  }
}
