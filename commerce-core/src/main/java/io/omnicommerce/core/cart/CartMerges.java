package io.omnicommerce.core.cart;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartEvent;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartLine;
import io.omnicommerce.cart.CartOwner;
import io.omnicommerce.cart.MergeReport;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.Version;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Merges a guest's cart into a customer's, and makes it a customer's own. */
final class CartMerges {

  private CartMerges() {}

  static MergeReport merge(
      Session session,
      CartId guestId,
      String guestSession,
      CartId intoId,
      Optional<Version> expected) {
    Stored<Cart> guest = ofGuest(session, guestId, guestSession);
    Stored<Cart> into = CartDocuments.owned(session, intoId);
    MergeRules.checkPossible(guest.value(), into.value());
    if (MergeRules.isMerged(guest.value(), into.value())) {
      return report(into.value(), MergeRules.repeated(guest.value(), into.value()));
    }
    CartRules.requireVersion(into.value(), expected);
    CartRules.requireOpen(guest.value(), session.now());
    CartRules.requireOpen(into.value(), session.now());
    MergeRules.Merged merged =
        MergeRules.merge(
            guest.value(),
            into.value(),
            ChannelDocuments.settings(session).conventions().merge(),
            CatalogDocuments.find(session, skus(guest.value(), into.value())),
            session.context(),
            session.now());
    commit(session, guest, into, merged);
    return report(merged.into(), merged.lines());
  }

  static Cart claim(
      Session session,
      CartId id,
      String guestSession,
      CustomerId customer,
      Optional<Version> expected) {
    CartOwner owner = CartOwner.known(customer);
    Optional<Cart> own =
        CartDocuments.find(session, id)
            .map(Stored::value)
            .filter(cart -> cart.owner().equals(owner));
    if (own.isPresent()) {
      return own.get();
    }
    Stored<Cart> stored = ofGuest(session, id, guestSession);
    CartRules.requireVersion(stored.value(), expected);
    CartRules.requireOpen(stored.value(), session.now());
    Cart changed = CartRules.claimed(stored.value(), owner, session.context(), session.now());
    return CartDocuments.saved(session, stored, changed, "claimed");
  }

  /** A guest's cart, proved by its session; anything else does not exist. */
  static Stored<Cart> ofGuest(Session session, CartId id, String guestSession) {
    return CartDocuments.find(session, id)
        .filter(stored -> stored.value().owner().isGuestOf(guestSession))
        .orElseThrow(() -> CartDocuments.notFound(id));
  }

  private static void commit(
      Session session, Stored<Cart> guest, Stored<Cart> into, MergeRules.Merged merged) {
    Decision.Builder decision = Decision.builder();
    CartDocuments.save(
        decision,
        guest,
        merged.guest(),
        new CartEvent.CartMerged(guest.value().id(), into.value().id()));
    CartDocuments.save(decision, into, merged.into(), "merged");
    if (!merged.into().reservation().equals(guest.value().reservation())) {
      CartHolds.release(session, guest.value()).ifPresent(decision::step);
    }
    CartHolds.applied(session.commit(decision.build()), guest.value());
  }

  private static MergeReport report(Cart cart, List<LinePair> pairs) {
    return new MergeReport(
        cart, pairs.stream().sorted(LinePair.ORDER).map(LinePair::report).toList());
  }

  private static Set<Sku> skus(Cart guest, Cart into) {
    Set<Sku> skus = new HashSet<>();
    guest.lines().stream().map(CartLine::sku).forEach(skus::add);
    into.lines().stream().map(CartLine::sku).forEach(skus::add);
    return skus;
  }
}
