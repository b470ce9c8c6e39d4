package io.omnicommerce.core.tax;

import io.omnicommerce.common.CustomerId;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import io.omnicommerce.tax.TaxExemption;
import io.omnicommerce.tax.TaxZone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tax zones as documents, by name, and exemptions by customer. */
public final class TaxDocuments {

  public static final DocumentType<TaxZone> ZONE =
      DocumentType.of("tax_zone", Json.codec(TaxZone.class));

  public static final DocumentType<TaxExemption> EXEMPTION =
      DocumentType.of("tax_exemption", Json.codec(TaxExemption.class));

  private TaxDocuments() {}

  /** Why a customer pays no tax at an instant, if that is so. */
  public static Optional<String> exemption(
      Session session, Optional<CustomerId> customer, Instant at) {
    if (customer.isEmpty()) {
      return Optional.empty();
    }
    return session
        .documents()
        .find(EXEMPTION, customer.get().value())
        .map(Stored::value)
        .filter(exemption -> exemption.window().contains(at))
        .map(TaxExemption::reason);
  }

  /** The zone of this name; one without rates if none was saved. */
  public static TaxZone zone(Session session, String name) {
    return session
        .documents()
        .find(ZONE, name)
        .map(Stored::value)
        .orElseGet(() -> new TaxZone(name, List.of()));
  }
}
