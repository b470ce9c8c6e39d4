package io.omnicommerce.cart;

import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.DomainEvent;

/** What happens to a cart. */
public sealed interface CartEvent extends DomainEvent {

  CartId cart();

  /** A cart was opened. */
  record CartOpened(CartId cart) implements CartEvent {
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
    @Override
    public String type() {
      return "cart.updated";
    }
  }

  /** A cart has passed into another channel. */
  record CartHandedOver(CartId cart, ChannelId from, ChannelId to) implements CartEvent {
    @Override
    public String type() {
      return "cart.handed_over";
    }
  }

  /** A cart was merged into another. */
  record CartMerged(CartId cart, CartId into) implements CartEvent {
    @Override
    public String type() {
      return "cart.merged";
    }
  }
}
