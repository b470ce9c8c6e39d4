package io.omnicommerce.core.customer;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.Text;
import io.omnicommerce.common.Version;
import io.omnicommerce.core.storage.Events;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.customer.Customer;
import io.omnicommerce.customer.CustomerEvent;
import io.omnicommerce.customer.CustomerService;
import io.omnicommerce.customer.Email;
import io.omnicommerce.customer.Phone;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.StorageException;
import io.omnicommerce.storage.Stored;
import java.util.Objects;
import java.util.Optional;

/** The service of customers. */
public final class CoreCustomerService implements CustomerService {

  private final Storage storage;

  public CoreCustomerService(Storage storage) {
    this.storage = storage;
  }

  @Override
  public Customer save(CallContext context, Customer customer) {
    Objects.requireNonNull(customer, "customer");
    try {
      return storage.inTransaction(context, session -> save(session, customer));
    } catch (StorageException raced) {
      // Two customers took one key at the same moment; the storage let one of them.
      if (raced.code().equals(StorageException.KEY_TAKEN)) {
        throw CustomerRules.keyTaken(raced.facts().get("key").orElse("key")).asException();
      }
      throw raced;
    }
  }

  private static Customer save(Session session, Customer wanted) {
    Optional<Customer> known = CustomerDocuments.find(session, Optional.of(wanted.id()));
    CustomerRules.authorize(session.context().actor(), known, wanted);
    Customer saved = CustomerRules.save(known, wanted);
    CustomerDocuments.takenKey(session, known, saved)
        .ifPresent(
            key -> {
              throw CustomerRules.keyTaken(key).asException();
            });
    Results.commit(session, decision(wanted.version(), saved));
    return saved;
  }

  private static Decision decision(Version before, Customer saved) {
    CustomerEvent event =
        before.equals(Version.NONE)
            ? new CustomerEvent.CustomerAdded(saved.id())
            : new CustomerEvent.CustomerChanged(saved.id());
    return Decision.builder()
        .save(new DocumentWrite<>(CustomerDocuments.TYPE, saved.id().value(), before, saved))
        .event(Events.of(CustomerDocuments.TYPE.name(), saved.id().value(), saved.version(), event))
        .build();
  }

  @Override
  public Customer get(CallContext context, CustomerId id) {
    Objects.requireNonNull(id, "id");
    return storage.inTransaction(
        context,
        session ->
            CustomerDocuments.find(session, Optional.of(id))
                .filter(found -> CustomerRules.maySee(context.actor(), found.id()))
                .orElseThrow(() -> CustomerRules.notFound(id)));
  }

  @Override
  public Optional<Customer> findByEmail(CallContext context, Email email) {
    return find(context, CustomerDocuments.EMAIL, email.value());
  }

  @Override
  public Optional<Customer> findByPhone(CallContext context, Phone phone) {
    return find(context, CustomerDocuments.PHONE, phone.value());
  }

  @Override
  public Optional<Customer> findByCard(CallContext context, String card) {
    return find(context, CustomerDocuments.CARD, Text.id(card, "card"));
  }

  private Optional<Customer> find(CallContext context, String key, String value) {
    return storage.inTransaction(
        context,
        session ->
            session
                .documents()
                .findByUnique(CustomerDocuments.TYPE, key, value)
                .map(Stored::value)
                .filter(found -> CustomerRules.maySee(context.actor(), found.id())));
  }
}
