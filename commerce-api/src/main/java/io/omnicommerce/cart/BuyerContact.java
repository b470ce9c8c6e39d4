package io.omnicommerce.cart;

import io.omnicommerce.common.Text;
import io.omnicommerce.customer.Email;
import io.omnicommerce.customer.Phone;
import java.util.Objects;
import java.util.Optional;

/** How to reach the buyer; an order is found by it as well. */
public record BuyerContact(String name, Optional<Email> email, Optional<Phone> phone) {

  public BuyerContact {
    name = Text.name(name, "name");
    email = email.map(address -> address);
    phone = phone.map(number -> number);
  }

  /** A buyer who is reached by email. */
  public static BuyerContact of(String name, Email email) {
    return new BuyerContact(
        name, Optional.of(Objects.requireNonNull(email, "email")), Optional.empty());
  }

  /** A buyer who is reached by telephone. */
  public static BuyerContact of(String name, Phone phone) {
    return new BuyerContact(
        name, Optional.empty(), Optional.of(Objects.requireNonNull(phone, "phone")));
  }

  /** The same buyer, who is reached by telephone too. */
  public BuyerContact withPhone(Phone with) {
    return new BuyerContact(name, email, Optional.of(Objects.requireNonNull(with, "phone")));
  }

  /** For logs: who it is does not stand in it. */
  @Override
  public String toString() {
    return "BuyerContact[***]";
  }
}
