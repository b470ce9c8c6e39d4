package io.omnicommerce.cart;

import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.SessionHash;
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

  /** A guest, by the hash of the session that the host keeps. */
  record Guest(SessionHash session) implements CartOwner {
    public Guest {
      Objects.requireNonNull(session, "session");
    }
  }

  static CartOwner known(CustomerId customer) {
    return new Known(customer);
  }

  /** A guest, by the session itself, of which only the hash is kept. */
  static CartOwner guest(String session) {
    return new Guest(SessionHash.of(session));
  }

  /** The customer, if it is one. */
  default Optional<CustomerId> knownCustomer() {
    return this instanceof Known known ? Optional.of(known.customer()) : Optional.empty();
  }

  /** Whether an actor is this owner. Staff and programs own nothing. */
  default boolean is(Actor actor) {
    return this instanceof Known known
        ? actor.kind() == Actor.Kind.CUSTOMER && known.customer().value().equals(actor.id())
        : actor.kind() == Actor.Kind.GUEST && isGuestOf(actor.id());
  }

  /** Whether it is the guest of a session; takes the same time whatever is presented. */
  default boolean isGuestOf(String session) {
    Objects.requireNonNull(session, "session");
    return this instanceof Guest guest && guest.session().matches(session);
  }
}
