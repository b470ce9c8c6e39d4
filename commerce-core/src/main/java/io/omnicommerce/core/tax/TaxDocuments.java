package io.omnicommerce.core.tax;

import io.omnicommerce.core.json.Json;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import io.omnicommerce.tax.TaxZone;
import java.util.List;

/** Tax zones as documents, by name. */
public final class TaxDocuments {

  public static final DocumentType<TaxZone> ZONE =
      DocumentType.of("tax_zone", Json.codec(TaxZone.class));

  private TaxDocuments() {}

  /** The zone of this name; one without rates if none was saved. */
  public static TaxZone zone(Session session, String name) {
    return session
        .documents()
        .find(ZONE, name)
        .map(Stored::value)
        .orElseGet(() -> new TaxZone(name, List.of()));
  }
}
