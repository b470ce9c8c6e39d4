package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.ledger.Leg;
import java.util.Optional;

/**
 * From where a line of goods is to come.
 *
 * @param location the location; if none has enough, the one that has most; empty if there is none
 * @param available what that location had for the line
 */
public record StockSource(
    CatalogEntry entry, Quantity quantity, Optional<LocationId> location, Quantity available) {

  /** Whether the whole line can come from there. */
  public boolean isCovered() {
    return location.isPresent() && available.compareTo(quantity) >= 0;
  }

  /** The line's way out of the house; only of a line that is covered. */
  public Leg leg() {
    return StockAccounts.sale(entry, location.orElseThrow(), quantity);
  }

  /** Why the line cannot be had. */
  public Refusal refusal() {
    String where = location.map(LocationId::value).orElse("");
    return Refusal.of(
        InventoryService.OUT_OF_STOCK,
        available.isZero()
            ? entry.sku() + " is sold out."
            : "Only "
                + available
                + " of "
                + entry.sku()
                + " can be had from one location; asked: "
                + quantity
                + ".",
        Facts.of("sku", entry.sku(), "location", where)
            .with("wanted", quantity)
            .with("available", available));
  }
}
