package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.core.storage.Pages;
import io.omnicommerce.core.storage.Required;
import io.omnicommerce.inventory.AvailabilityService;
import io.omnicommerce.inventory.Inbound;
import io.omnicommerce.inventory.InboundId;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.LookupKey;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Deliveries that are expected, as documents. */
final class InboundDocuments {

  private static final String SKU = "sku";

  static final DocumentType<Inbound> TYPE =
      DocumentType.of("inbound", Json.codec(Inbound.class))
          .foundBy(LookupKey.shared(SKU, InboundDocuments::skus));

  private InboundDocuments() {}

  static Stored<Inbound> require(Session session, InboundId id) {
    return Required.of(session, TYPE, id.value(), AvailabilityService.UNKNOWN_INBOUND);
  }

  /** What is expected of a SKU, the soonest first. */
  static List<ExpectedStock> of(Session session, Sku sku) {
    List<ExpectedStock> expected = new ArrayList<>();
    for (Stored<Inbound> stored : Pages.all(session, TYPE, SKU, sku.value())) {
      Inbound inbound = stored.value();
      for (Inbound.Line line : inbound.lines()) {
        if (line.sku().equals(sku)) {
          expected.add(new ExpectedStock(inbound.id(), inbound.location(), sku, line.expected()));
        }
      }
    }
    expected.sort(Comparator.comparing(ExpectedStock::at).thenComparing(ExpectedStock::delivery));
    return expected;
  }

  private static Set<String> skus(Inbound inbound) {
    return inbound.lines().stream().map(line -> line.sku().value()).collect(Collectors.toSet());
  }
}
