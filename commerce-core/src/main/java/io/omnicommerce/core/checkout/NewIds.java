package io.omnicommerce.core.checkout;

import io.omnicommerce.checkout.CheckoutId;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.spi.IdGenerator;
import io.omnicommerce.core.common.CheckedIds;
import io.omnicommerce.core.payment.PaymentDocuments;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.StorageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ids of one attempt. An id that is taken cannot be told from any other conflict when it is
 * written, and looking before each attempt would cost every buyer a round trip: so it is looked for
 * only when conflicts do not end.
 */
final class NewIds {

  private final IdGenerator ids;
  private Optional<String> checkout = Optional.empty();
  private final List<String> payments = new ArrayList<>();

  NewIds(IdGenerator ids) {
    this.ids = ids;
  }

  CheckoutId checkout() {
    checkout = Optional.of(ids.newId());
    return CheckoutId.of(checkout.get());
  }

  PaymentId payment() {
    String payment = ids.newId();
    payments.add(payment);
    return PaymentId.of(payment);
  }

  /**
   * @throws io.omnicommerce.common.PortContractException if the conflict is about an id of these
   */
  void check(Storage storage, CallContext context, StorageException failed) {
    if (failed.code().equals(StorageException.CONFLICT)) {
      taken(storage, context)
          .ifPresent(
              id -> {
                throw CheckedIds.taken(id);
              });
    }
  }

  /** Whatever stands in the way of looking, the conflict is what the caller has to hear of. */
  private Optional<String> taken(Storage storage, CallContext context) {
    try {
      return storage.inTransaction(context, this::taken);
    } catch (StorageException unreadable) {
      return Optional.empty();
    }
  }

  private Optional<String> taken(Session session) {
    return checkout
        .filter(id -> CheckoutDocuments.find(session, id).isPresent())
        .or(
            () ->
                payments.stream()
                    .filter(id -> PaymentDocuments.isThere(session, PaymentId.of(id)))
                    .findFirst());
  }
}
