package io.omnicommerce.checkout;

import io.omnicommerce.common.Refusal;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.order.OrderNumber;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** How a checkout ended. */
public sealed interface CheckoutOutcome {

  /** There is an order. */
  record Placed(OrderId order, OrderNumber orderNumber) implements CheckoutOutcome {
    public Placed {
      Objects.requireNonNull(order, "order");
      Objects.requireNonNull(orderNumber, "orderNumber");
    }
  }

  /**
   * It is not decided yet: the customer has to do something, or the gateway has not said how it
   * ended. {@code resume} goes on.
   *
   * @param action what the customer has to do, if anything
   */
  record Pending(CheckoutId checkout, Optional<String> action) implements CheckoutOutcome {
    public Pending {
      Objects.requireNonNull(checkout, "checkout");
      Objects.requireNonNull(action, "action");
    }
  }

  /**
   * There is no order, and nothing is held or charged, but for {@code checkout.payment_mismatch}:
   * there, what was charged waits for an operator. Every reason is named.
   */
  record Refused(List<Refusal> reasons) implements CheckoutOutcome {
    public Refused {
      reasons = List.copyOf(Objects.requireNonNull(reasons, "reasons"));
    }
  }

  /** What to do in each of the three cases. */
  default <R> R fold(
      Function<Placed, R> placed, Function<Pending, R> pending, Function<Refused, R> refused) {
    if (this instanceof Placed done) {
      return placed.apply(done);
    }
    return this instanceof Pending open ? pending.apply(open) : refused.apply((Refused) this);
  }
}
