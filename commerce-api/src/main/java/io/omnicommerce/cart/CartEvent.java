package io.omnicommerce.cart;

import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.DomainEvent;
import java.util.Objects;

/** What happens to a cart. */
public sealed interface CartEvent extends DomainEvent {

  /** The cart it happened to. */
  CartId cart();

  /** A cart was opened. */
  record CartOpened(CartId cart) implements CartEvent {
    public CartOpened {
      Objects.requireNonNull(cart, "cart");
    }

    @Override
    public String type() {
      return "cart.opened";
    }
  }

  /**
   * A cart was changed.
   *
   * @param change how: {@code lines_added}, {@code line_changed}, {@code delivery_chosen} …
   */
  record CartUpdated(CartId cart, String change) implements CartEvent {
    public CartUpdated {
      Objects.requireNonNull(cart, "cart");
      Objects.requireNonNull(change, "change");
    }

    @Override
    public String type() {
      return "cart.updated";
    }
  }

  /** A cart has passed into another channel. */
  record CartHandedOver(CartId cart, ChannelId from, ChannelId to) implements CartEvent {
    public CartHandedOver {
      Objects.requireNonNull(cart, "cart");
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
    }

    @Override
    public String type() {
      return "cart.handed_over";
    }
  }

  /** A cart was merged into another. */
  record CartMerged(CartId cart, CartId into) implements CartEvent {
    public CartMerged {
      Objects.requireNonNull(cart, "cart");
      Objects.requireNonNull(into, "into");
    }

    @Override
    public String type() {
      return "cart.merged";
    }
  }
}
