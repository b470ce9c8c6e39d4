package io.omnicommerce.cart;

import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.Text;
import java.util.Objects;
import java.util.Optional;

/** Whose cart, and later whose order, it is. */
public sealed interface CartOwner {

  /** A customer whom the shop knows. */
  record Known(CustomerId customer) implements CartOwner {
    public Known {
      Objects.requireNonNull(customer, "customer");
    }
  }

  /** A guest, by the session that the host keeps. */
  record Guest(String session) implements CartOwner {
    public Guest {
      Text.id(session, "session");
    }
  }

  static CartOwner known(CustomerId customer) {
    return new Known(customer);
  }

  static CartOwner guest(String session) {
    return new Guest(session);
  }

  /** The customer, if it is one. */
  default Optional<CustomerId> knownCustomer() {
    return this instanceof Known known ? Optional.of(known.customer()) : Optional.empty();
  }

  /** Whether an actor is this owner. Staff and programs own nothing. */
  default boolean is(Actor actor) {
    return this instanceof Known known
        ? actor.kind() == Actor.Kind.CUSTOMER && known.customer().value().equals(actor.id())
        : actor.kind() == Actor.Kind.GUEST && ((Guest) this).session().equals(actor.id());
  }
}
