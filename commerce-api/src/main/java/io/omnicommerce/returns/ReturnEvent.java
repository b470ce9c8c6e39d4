package io.omnicommerce.returns;

import io.omnicommerce.common.DomainEvent;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.OrderId;
import java.util.Objects;

/** What happens to a return. */
public sealed interface ReturnEvent extends DomainEvent {

  /** The return it happened to. */
  RmaId rma();

  /** The order that is returned. */
  OrderId order();

  /** A return was announced. */
  record ReturnOpened(RmaId rma, OrderId order) implements ReturnEvent {
    public ReturnOpened {
      Objects.requireNonNull(rma, "rma");
      Objects.requireNonNull(order, "order");
    }

    @Override
    public String type() {
      return "return.opened";
    }
  }

  /** The goods are here. */
  record ReturnReceived(RmaId rma, OrderId order, LocationId location) implements ReturnEvent {
    public ReturnReceived {
      Objects.requireNonNull(rma, "rma");
      Objects.requireNonNull(order, "order");
      Objects.requireNonNull(location, "location");
    }

    @Override
    public String type() {
      return "return.received";
    }
  }

  /** The money was given back. */
  record ReturnRefunded(RmaId rma, OrderId order, Money amount) implements ReturnEvent {
    public ReturnRefunded {
      Objects.requireNonNull(rma, "rma");
      Objects.requireNonNull(order, "order");
      Objects.requireNonNull(amount, "amount");
    }

    @Override
    public String type() {
      return "return.refunded";
    }
  }

  /** A return was called off. */
  record ReturnCancelled(RmaId rma, OrderId order) implements ReturnEvent {
    public ReturnCancelled {
      Objects.requireNonNull(rma, "rma");
      Objects.requireNonNull(order, "order");
    }

    @Override
    public String type() {
      return "return.cancelled";
    }
  }
}
