package io.omnicommerce.core.checkout;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.checkout.Checkout;
import io.omnicommerce.checkout.CheckoutId;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.checkout.CheckoutStatus;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Reference;
import io.omnicommerce.core.cart.CartDocuments;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.order.OrderNumber;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.LookupKey;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.List;
import java.util.Optional;

/** Attempts as documents, by id. */
public final class CheckoutDocuments {

  private static final String NUMBER = "number";
  private static final String UNFINISHED = "unfinished";
  private static final String YES = "yes";

  /**
   * An order's number belongs to an attempt from its beginning, so that nobody else can have it.
   */
  public static final DocumentType<Checkout> TYPE =
      DocumentType.of(CheckoutRules.KIND, Json.codec(Checkout.class))
          .foundBy(LookupKey.unique(NUMBER, CheckoutDocuments::numbers))
          .foundBy(
              LookupKey.shared(
                  UNFINISHED,
                  checkout -> CheckoutRules.isEnded(checkout) ? List.of() : List.of(YES)));

  private CheckoutDocuments() {}

  /**
   * An attempt at a cart that is the caller's.
   *
   * @throws NotFoundException {@code checkout.not_found}
   */
  static Stored<Checkout> owned(Session session, CheckoutId id) {
    Stored<Checkout> stored = require(session, id);
    ownedCart(session, stored.value());
    return stored;
  }

  /** An attempt, at whosever cart it is. */
  static Stored<Checkout> require(Session session, CheckoutId id) {
    return session.documents().find(TYPE, id.value()).orElseThrow(() -> notFound(id));
  }

  /**
   * The cart of an attempt, if it is the caller's.
   *
   * @throws NotFoundException {@code checkout.not_found}
   */
  static Stored<Cart> ownedCart(Session session, Checkout checkout) {
    try {
      return CartDocuments.owned(session, checkout.cart());
    } catch (NotFoundException notTheirs) {
      throw notFound(checkout.id());
    }
  }

  static Optional<Checkout> find(Session session, String id) {
    return session.documents().find(TYPE, id).map(Stored::value);
  }

  static boolean isTaken(Session session, OrderNumber number) {
    return session.documents().findByUnique(TYPE, NUMBER, number.plain()).isPresent();
  }

  static Page<Checkout> unfinished(Session session, PageRequest page) {
    return session.documents().findBy(TYPE, UNFINISHED, YES, page).map(Stored::value);
  }

  private static List<String> numbers(Checkout checkout) {
    return checkout.status() == CheckoutStatus.ABANDONED
        ? List.of()
        : List.of(checkout.number().plain());
  }

  private static NotFoundException notFound(CheckoutId id) {
    return new NotFoundException(
        CheckoutService.NOT_FOUND, Reference.of(CheckoutRules.KIND, id.value()));
  }
}
