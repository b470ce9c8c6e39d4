package io.omnicommerce.core.cart;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartEvent;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.core.storage.Events;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.inventory.ReservationId;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.LookupKey;
import io.omnicommerce.storage.NewEvent;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Carts as documents. */
public final class CartDocuments {

  private static final String CUSTOMER = "customer";

  /** A cart that has ended is no longer found by its customer. */
  public static final DocumentType<Cart> TYPE =
      DocumentType.of(CartRules.KIND, Json.codec(Cart.class))
          .foundBy(LookupKey.shared(CUSTOMER, CartDocuments::customers));

  /** Everything that this room keeps. */
  public static final List<DocumentType<?>> ALL = List.of(TYPE, Handoffs.TYPE, CurrentCarts.TYPE);

  private CartDocuments() {}

  /**
   * A cart that the caller may see and change: its own, or anybody's with {@link
   * CartService#ASSIST}.
   *
   * @throws NotFoundException if there is none, or it is somebody else's
   */
  public static Stored<Cart> owned(Session session, CartId id) {
    return find(session, id)
        .filter(
            stored ->
                stored.value().owner().is(session.context().actor())
                    || session.context().actor().may(CartService.ASSIST))
        .orElseThrow(() -> notFound(id));
  }

  static Optional<Stored<Cart>> find(Session session, CartId id) {
    return session.documents().find(TYPE, id.value());
  }

  static NotFoundException notFound(CartId id) {
    return new NotFoundException(CartService.NOT_FOUND, CartRules.reference(id));
  }

  /** A customer's carts that have not ended, the last changed first. */
  static List<Cart> ofCustomer(Session session, CustomerId customer) {
    List<Cart> carts = new ArrayList<>();
    Optional<PageRequest> next = Optional.of(PageRequest.first(PageRequest.LIMIT_MAX));
    while (next.isPresent()) {
      PageRequest request = next.get();
      var page = session.documents().findBy(TYPE, CUSTOMER, customer.value(), request);
      page.items().forEach(stored -> carts.add(stored.value()));
      next = page.next().map(request::next);
    }
    carts.sort(Comparator.comparing(Cart::changedAt).reversed().thenComparing(Cart::id));
    return List.copyOf(carts);
  }

  /** The ledger's group that holds what is reserved for a cart. */
  public static BatchId hold(ReservationId reservation) {
    return BatchId.of("cart-hold/" + reservation);
  }

  /**
   * Adds the saving of a changed cart to a decision, with its event.
   *
   * @param change what was done, in words joined by underscores
   */
  public static void save(
      Decision.Builder decision, Stored<Cart> before, Cart changed, String change) {
    save(decision, before, changed, new CartEvent.CartUpdated(changed.id(), change));
  }

  /** Saves a changed cart and nothing else. */
  static Cart saved(Session session, Stored<Cart> before, Cart changed, String change) {
    Decision.Builder decision = Decision.builder();
    save(decision, before, changed, change);
    Results.commit(session, decision.build());
    return changed;
  }

  static void save(Decision.Builder decision, Stored<Cart> before, Cart changed, CartEvent event) {
    decision.save(DocumentWrite.update(TYPE, before, changed)).event(event(changed, event));
  }

  static NewEvent event(Cart cart, CartEvent event) {
    return Events.of(CartRules.KIND, cart.id().value(), cart.version(), event);
  }

  private static List<String> customers(Cart cart) {
    return CartRules.isEnded(cart)
        ? List.of()
        : cart.owner().knownCustomer().map(CustomerId::value).stream().toList();
  }
}
