package io.omnicommerce.core.cart;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartEvent;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartLine;
import io.omnicommerce.cart.CartOwner;
import io.omnicommerce.cart.MergeReport;
import io.omnicommerce.cart.MergeReport.MergedLine;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Version;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.common.Fingerprint;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.StorageException;
import io.omnicommerce.storage.Stored;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The one cart that somebody is at in a currency. It stands in a document of its own, whose version
 * decides between two who would both open one.
 */
final class CurrentCarts {

  static final DocumentType<CurrentCart> TYPE =
      DocumentType.of("current_cart", Json.codec(CurrentCart.class));

  private CurrentCarts() {}

  static Cart currentOrOpen(Session session, CartOwner owner, Currency currency, CartId newId) {
    ChannelDocuments.settings(session).market().checkCurrency(currency);
    Place place = Place.of(session, owner, currency);
    if (place.cart().isPresent()) {
      return place.cart().get().value();
    }
    Optional<Cart> other = lastChanged(session, owner, currency);
    return other.isPresent()
        ? saved(session, place, other.get(), Decision.builder())
        : opened(session, place, currency, newId);
  }

  static MergeReport signIn(
      Session session, String guestSession, CustomerId customer, Currency currency, CartId newId) {
    Optional<Stored<Cart>> guest =
        Place.of(session, CartOwner.guest(guestSession), currency).cart();
    CartOwner owner = CartOwner.known(customer);
    if (guest.isEmpty()) {
      return new MergeReport(currentOrOpen(session, owner, currency, newId), List.of());
    }
    Place place = Place.of(session, owner, currency);
    Optional<Cart> own =
        place.cart().map(Stored::value).or(() -> lastChanged(session, owner, currency));
    CartId guestId = guest.get().value().id();
    if (own.isEmpty()) {
      return claimed(session, place, guest.get());
    }
    // Another device may have signed in between the reads.
    return own.get().id().equals(guestId)
        ? new MergeReport(own.get(), List.of())
        : merged(session, guestId, guestSession, own.get().id());
  }

  private static MergeReport merged(
      Session session, CartId guest, String guestSession, CartId into) {
    try {
      return CartMerges.merge(session, guest, guestSession, into, Optional.empty());
    } catch (NotFoundException claimedMeanwhile) {
      throw StorageException.conflict("cart " + guest);
    }
  }

  private static Cart opened(Session session, Place place, Currency currency, CartId id) {
    Cart cart = CartRules.open(id, place.owner(), currency, session.context(), session.now());
    return saved(
        session,
        place,
        cart,
        Decision.builder()
            .save(DocumentWrite.create(CartDocuments.TYPE, id.value(), cart))
            .event(CartDocuments.event(cart, new CartEvent.CartOpened(id))));
  }

  private static MergeReport claimed(Session session, Place place, Stored<Cart> guest) {
    CartRules.requireOpen(guest.value(), session.now());
    Cart claimed =
        CartRules.claimed(guest.value(), place.owner(), session.context(), session.now());
    Decision.Builder decision = Decision.builder();
    CartDocuments.save(decision, guest, claimed, "claimed");
    saved(session, place, claimed, decision);
    return new MergeReport(claimed, claimed.lines().stream().map(CurrentCarts::kept).toList());
  }

  private static MergedLine kept(CartLine line) {
    return new MergedLine(
        line.sku(),
        line.reference(),
        line.quantity(),
        Quantity.ZERO,
        line.quantity(),
        Optional.empty());
  }

  private static Cart saved(Session session, Place place, Cart cart, Decision.Builder decision) {
    CurrentCart current = new CurrentCart(place.owner(), cart.id());
    decision.save(new DocumentWrite<>(TYPE, place.id(), place.version(), current));
    Results.commit(session, decision.build());
    return cart;
  }

  private static Optional<Cart> lastChanged(Session session, CartOwner owner, Currency currency) {
    return owner
        .knownCustomer()
        .flatMap(
            customer ->
                CartDocuments.ofCustomer(session, customer).stream()
                    .filter(cart -> cart.currency().equals(currency))
                    .findFirst());
  }

  /**
   * Where somebody's current cart is written down.
   *
   * @param cart if there is one that has not ended and is still theirs
   */
  private record Place(CartOwner owner, String id, Version version, Optional<Stored<Cart>> cart) {

    static Place of(Session session, CartOwner owner, Currency currency) {
      String id = Fingerprint.of(owner + "/" + currency.getCurrencyCode());
      Optional<Stored<CurrentCart>> known = session.documents().find(TYPE, id);
      Optional<Stored<Cart>> cart =
          known
              .flatMap(current -> CartDocuments.find(session, current.value().cart()))
              .filter(found -> found.value().owner().equals(owner))
              .filter(found -> !CartRules.isEnded(found.value()));
      return new Place(owner, id, known.map(Stored::version).orElse(Version.NONE), cart);
    }
  }
}
