package io.omnicommerce.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.DomainEvent;
import io.omnicommerce.common.LocationId;
import java.util.List;

/** What happens to stock. */
public sealed interface InventoryEvent extends DomainEvent {

  /** Goods have arrived at a location. */
  record StockReceived(LocationId location, List<SkuQuantity> lines) implements InventoryEvent {
    public StockReceived {
      lines = List.copyOf(lines);
    }

    @Override
    public String type() {
      return "inventory.stock_received";
    }
  }

  /** A count or a loss has changed what is known to be there. */
  record StockAdjusted(LocationId location, List<StockAdjustment> lines, String reason)
      implements InventoryEvent {
    public StockAdjusted {
      lines = List.copyOf(lines);
    }

    @Override
    public String type() {
      return "inventory.stock_adjusted";
    }
  }

  /** A fact has left less at a location than is spoken for. */
  record Oversold(LocationId location, List<Sku> skus) implements InventoryEvent {
    public Oversold {
      skus = List.copyOf(skus);
    }

    @Override
    public String type() {
      return "inventory.oversold";
    }
  }

  /** Stock was reserved, confirmed, released or moved under a reservation of the caller's own. */
  record ReservationChanged(ReservationId reservation, String change) implements InventoryEvent {
    @Override
    public String type() {
      return "inventory.reservation_changed";
    }
  }
}
