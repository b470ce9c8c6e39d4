package io.omnicommerce.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.DomainEvent;
import io.omnicommerce.common.LocationId;
import java.util.List;
import java.util.Objects;

/** What happens to stock. */
public sealed interface InventoryEvent extends DomainEvent {

  /** Goods have arrived at a location. */
  record StockReceived(LocationId location, List<SkuQuantity> lines) implements InventoryEvent {
    public StockReceived {
      Objects.requireNonNull(location, "location");
      lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
    }

    @Override
    public String type() {
      return "inventory.stock_received";
    }
  }

  /** A count or a loss has changed what is known to be there. */
  record StockAdjusted(LocationId location, List<StockAdjustment> lines, StockReason reason)
      implements InventoryEvent {
    public StockAdjusted {
      Objects.requireNonNull(location, "location");
      Objects.requireNonNull(reason, "reason");
      lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
    }

    @Override
    public String type() {
      return "inventory.stock_adjusted";
    }
  }

  /** Goods were booked over into another bucket of their location. */
  record StockMoved(
      LocationId location,
      List<SkuQuantity> lines,
      StockBucket from,
      StockBucket to,
      StockReason reason)
      implements InventoryEvent {
    public StockMoved {
      Objects.requireNonNull(location, "location");
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
      Objects.requireNonNull(reason, "reason");
      lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
    }

    @Override
    public String type() {
      return "inventory.stock_moved";
    }
  }

  /** Kits were packed, or taken apart; {@code change} says which: kit or unkit. */
  record Kitted(LocationId location, SkuQuantity kits, List<SkuQuantity> parts, String change)
      implements InventoryEvent {
    public Kitted {
      Objects.requireNonNull(location, "location");
      Objects.requireNonNull(kits, "kits");
      Objects.requireNonNull(change, "change");
      parts = List.copyOf(Objects.requireNonNull(parts, "parts"));
    }

    @Override
    public String type() {
      return "inventory.kitted";
    }
  }

  /** A transfer was planned, has left, has arrived in part or whole, or was called off. */
  record TransferChanged(TransferId transfer, TransferStatus status) implements InventoryEvent {
    public TransferChanged {
      Objects.requireNonNull(transfer, "transfer");
      Objects.requireNonNull(status, "status");
    }

    @Override
    public String type() {
      return "inventory.transfer_changed";
    }
  }

  /** Somebody is to look at a shelf, or has. */
  record StockChecked(StockCheckId check, LocationId location, StockCheck.Status status)
      implements InventoryEvent {
    public StockChecked {
      Objects.requireNonNull(check, "check");
      Objects.requireNonNull(location, "location");
      Objects.requireNonNull(status, "status");
    }

    @Override
    public String type() {
      return "inventory.stock_checked";
    }
  }

  /** A fact has left less at a location than is spoken for. */
  record Oversold(LocationId location, List<Sku> skus) implements InventoryEvent {
    public Oversold {
      Objects.requireNonNull(location, "location");
      skus = List.copyOf(Objects.requireNonNull(skus, "skus"));
    }

    @Override
    public String type() {
      return "inventory.oversold";
    }
  }

  /** Goods that somebody was promised have arrived and are allocated to them. */
  record BacklogFilled(String group, LocationId location, SkuQuantity goods)
      implements InventoryEvent {
    public BacklogFilled {
      Objects.requireNonNull(group, "group");
      Objects.requireNonNull(location, "location");
      Objects.requireNonNull(goods, "goods");
    }

    @Override
    public String type() {
      return "inventory.backlog_filled";
    }
  }

  /** Stock was reserved, confirmed, released or moved under a reservation of the caller's own. */
  record ReservationChanged(ReservationId reservation, String change) implements InventoryEvent {
    public ReservationChanged {
      Objects.requireNonNull(reservation, "reservation");
      Objects.requireNonNull(change, "change");
    }

    @Override
    public String type() {
      return "inventory.reservation_changed";
    }
  }
}
