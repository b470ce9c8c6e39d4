package io.omnicommerce.core.customer;

import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.Reference;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.common.Version;
import io.omnicommerce.common.VersionConflictException;
import io.omnicommerce.customer.Buyer;
import io.omnicommerce.customer.Customer;
import io.omnicommerce.customer.CustomerService;
import java.util.Optional;

/** Who may see and change whom, and which change follows which. */
final class CustomerRules {

  private static final String KIND = "customer";

  private CustomerRules() {}

  static boolean maySee(Actor actor, CustomerId customer) {
    return actor.may(CustomerService.VIEW) || isSelf(actor, customer);
  }

  /** The customer as it is to be saved. */
  static Customer save(Optional<Customer> known, Customer wanted) {
    if (known.isEmpty()) {
      if (!wanted.version().equals(Version.NONE)) {
        throw notFound(wanted.id());
      }
    } else if (wanted.version().equals(Version.NONE)) {
      throw savedAlready().asException();
    } else if (!wanted.version().equals(known.get().version())) {
      throw new VersionConflictException(
          CustomerService.VERSION_CONFLICT,
          reference(wanted.id()),
          wanted.version(),
          known.get().version());
    }
    return wanted.withVersion(wanted.version().next());
  }

  /** Customers change themselves, but not what others have given them: groups, cards, company. */
  static void authorize(Actor actor, Optional<Customer> known, Customer wanted) {
    boolean ownThings =
        isSelf(actor, wanted.id())
            && known
                .filter(before -> Buyer.of(before).equals(Buyer.of(wanted)))
                .filter(before -> before.cards().equals(wanted.cards()))
                .isPresent();
    if (!ownThings && !actor.may(CustomerService.EDIT)) {
      throw new ForbiddenException(CustomerService.EDIT);
    }
  }

  static NotFoundException notFound(CustomerId id) {
    return new NotFoundException(CustomerService.NOT_FOUND, reference(id));
  }

  /** The value stays out of the message: it is somebody else's. */
  static Refusal keyTaken(String key) {
    return Refusal.of(
        CustomerService.KEY_TAKEN,
        "Another customer has this " + key + ". Use another one, or change that customer.",
        Facts.of("key", key));
  }

  private static Refusal savedAlready() {
    return Refusal.of(
        CustomerService.KEY_TAKEN,
        "A customer with this id is saved already. Read it and change what was read, or use"
            + " another id.",
        Facts.of("key", "id"));
  }

  private static boolean isSelf(Actor actor, CustomerId customer) {
    return actor.customer().filter(customer::equals).isPresent();
  }

  private static Reference reference(CustomerId id) {
    return Reference.of(KIND, id.value());
  }
}
