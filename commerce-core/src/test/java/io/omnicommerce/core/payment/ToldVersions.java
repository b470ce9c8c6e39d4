package io.omnicommerce.core.payment;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Reference;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.storage.OutboxRecord;
import io.omnicommerce.storage.Storage;
import java.util.ArrayList;
import java.util.List;

/** Which versions of payments no event tells. */
public final class ToldVersions {

  private static final int LIMIT = 1_000;

  private ToldVersions() {}

  /** Each version but the first that nothing tells, as {@code payment/version}. */
  public static List<String> missing(Storage storage, CallContext context) {
    List<String> told =
        storage.maintenance().outbox().unpublished(LIMIT).stream()
            .map(ToldVersions::version)
            .toList();
    List<String> missing = new ArrayList<>();
    if (told.size() < LIMIT) {
      payments(storage, context).forEach(payment -> missing.addAll(versions(payment)));
      missing.removeAll(told);
    }
    return missing;
  }

  private static String version(OutboxRecord event) {
    return event.aggregate() + "/" + event.version();
  }

  private static List<String> versions(Payment payment) {
    List<String> versions = new ArrayList<>();
    for (long version = 2; version <= payment.version().value(); version++) {
      versions.add(Reference.of("payment", payment.id().value()) + "/" + version);
    }
    return versions;
  }

  private static List<Payment> payments(Storage storage, CallContext context) {
    return storage.inTransaction(
        context,
        session ->
            session
                .documents()
                .list(PaymentDocuments.TYPE, PageRequest.first(PageRequest.LIMIT_MAX))
                .items()
                .stream()
                .map(stored -> stored.value())
                .toList());
  }
}
