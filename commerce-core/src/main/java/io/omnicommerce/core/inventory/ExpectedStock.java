package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.inventory.InboundId;
import io.omnicommerce.ledger.AccountId;
import java.time.Instant;

/** A SKU that comes with a delivery. */
record ExpectedStock(InboundId delivery, LocationId location, Sku sku, Instant at) {

  AccountId account() {
    return TermAccounts.inbound(delivery, sku);
  }
}
