package io.omnicommerce.order;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.common.DomainEvent;
import io.omnicommerce.money.Money;
import java.util.Objects;

/** What happens to an order. */
public sealed interface OrderEvent extends DomainEvent {

  /** The order it happened to. */
  OrderId order();

  /** An order was placed. */
  record OrderPlaced(OrderId order, OrderNumber number, CartId cart, Money total)
      implements OrderEvent {
    public OrderPlaced {
      Objects.requireNonNull(order, "order");
      Objects.requireNonNull(number, "number");
      Objects.requireNonNull(cart, "cart");
      Objects.requireNonNull(total, "total");
    }

    @Override
    public String type() {
      return "order.placed";
    }
  }

  /** An order's status has changed. */
  record OrderStatusChanged(OrderId order, OrderStatus from, OrderStatus to, String reason)
      implements OrderEvent {
    public OrderStatusChanged {
      Objects.requireNonNull(order, "order");
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public String type() {
      return "order.status_changed";
    }
  }

  /**
   * What was agreed has changed since the order was placed: some of it was cancelled, or it was
   * amended.
   *
   * @param amendment the number of the amendment within the order
   * @param difference what is due because of it; below zero what is owed to the customer
   */
  record OrderAmended(OrderId order, int amendment, Money difference) implements OrderEvent {
    public OrderAmended {
      Objects.requireNonNull(order, "order");
      Objects.requireNonNull(difference, "difference");
    }

    @Override
    public String type() {
      return "order.amended";
    }
  }

  /**
   * Something about an order has changed that is not its status: goods have left, or came back.
   *
   * @param what what happened, as in the order's history
   */
  record OrderProgressed(OrderId order, String what) implements OrderEvent {
    public OrderProgressed {
      Objects.requireNonNull(order, "order");
      Objects.requireNonNull(what, "what");
    }

    @Override
    public String type() {
      return "order.progressed";
    }
  }
}
