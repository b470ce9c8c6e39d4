package io.omnicommerce.core.customer;

import io.omnicommerce.common.CustomerId;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.customer.Buyer;
import io.omnicommerce.customer.Customer;
import io.omnicommerce.customer.Email;
import io.omnicommerce.customer.Phone;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.LookupKey;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Customers as documents, by id and by each of their keys. */
public final class CustomerDocuments {

  static final String EMAIL = "email";
  static final String PHONE = "phone";
  static final String CARD = "card";

  public static final DocumentType<Customer> TYPE =
      DocumentType.of("customer", Json.codec(Customer.class))
          .foundBy(
              LookupKey.unique(
                  EMAIL, customer -> customer.emails().stream().map(Email::value).toList()))
          .foundBy(
              LookupKey.unique(
                  PHONE, customer -> customer.phones().stream().map(Phone::value).toList()))
          .foundBy(LookupKey.unique(CARD, Customer::cards));

  private CustomerDocuments() {}

  /** The groups of a customer; none for a guest or somebody not saved. */
  public static Set<String> groups(Session session, Optional<CustomerId> customer) {
    return buyer(session, customer).groups();
  }

  /** A customer as a buyer; anybody, for a guest or somebody not saved. */
  public static Buyer buyer(Session session, Optional<CustomerId> customer) {
    Optional<Customer> known = find(session, customer);
    return known.isPresent() ? Buyer.of(known.get()) : Buyer.ANYBODY;
  }

  /** The loyalty cards of a customer; none for a guest or somebody not saved. */
  public static List<String> cards(Session session, Optional<CustomerId> customer) {
    Optional<Customer> known = find(session, customer);
    return known.isPresent() ? List.copyOf(known.get().cards()) : List.of();
  }

  public static Optional<Customer> find(Session session, Optional<CustomerId> customer) {
    return customer.isPresent()
        ? session.documents().find(TYPE, customer.get().value()).map(Stored::value)
        : Optional.empty();
  }

  /** The name of a key that is new to a customer and that another one has, if there is one. */
  static Optional<String> takenKey(Session session, Optional<Customer> before, Customer customer) {
    return TYPE.keys().stream()
        .filter(key -> isTaken(session, key, before, customer))
        .map(LookupKey::name)
        .findFirst();
  }

  private static boolean isTaken(
      Session session, LookupKey<Customer> key, Optional<Customer> before, Customer customer) {
    Set<String> added = new TreeSet<>(key.values().apply(customer));
    before.ifPresent(known -> added.removeAll(key.values().apply(known)));
    return added.stream()
        .anyMatch(value -> session.documents().findByUnique(TYPE, key.name(), value).isPresent());
  }
}
