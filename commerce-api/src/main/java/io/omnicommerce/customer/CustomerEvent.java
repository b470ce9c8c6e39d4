package io.omnicommerce.customer;

import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.DomainEvent;
import java.util.Objects;

/** What happens to a customer's record. Events name the customer and hold no personal data. */
public sealed interface CustomerEvent extends DomainEvent {

  /** The customer it happened to. */
  CustomerId customer();

  /** The shop has come to know somebody. */
  record CustomerAdded(CustomerId customer) implements CustomerEvent {
    public CustomerAdded {
      Objects.requireNonNull(customer, "customer");
    }

    @Override
    public String type() {
      return "customer.added";
    }
  }

  /** The name, a key or a group has changed. */
  record CustomerChanged(CustomerId customer) implements CustomerEvent {
    public CustomerChanged {
      Objects.requireNonNull(customer, "customer");
    }

    @Override
    public String type() {
      return "customer.changed";
    }
  }
}
