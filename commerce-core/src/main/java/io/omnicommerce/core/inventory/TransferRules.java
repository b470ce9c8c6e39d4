package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.Transfer;
import io.omnicommerce.inventory.TransferArrival;
import io.omnicommerce.inventory.TransferId;
import io.omnicommerce.inventory.TransferService;
import io.omnicommerce.inventory.TransferStatus;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What becomes of a transfer, and which movements that means. */
final class TransferRules {

  private TransferRules() {}

  static Transfer planned(TransferId id, LocationId from, LocationId to, List<SkuQuantity> lines) {
    Map<Sku, Quantity> planned = new LinkedHashMap<>();
    lines.forEach(line -> planned.merge(line.sku(), line.quantity(), Quantity::plus));
    List<Transfer.Line> all = new ArrayList<>();
    planned.forEach((sku, quantity) -> all.add(line(sku, quantity)));
    return new Transfer(id, from, to, TransferStatus.PLANNED, all, Optional.empty());
  }

  private static Transfer.Line line(Sku sku, Quantity planned) {
    Quantity none = Quantity.ZERO;
    return new Transfer.Line(sku, InventoryRules.positive(planned), none, none, none, none);
  }

  static List<Leg> aside(Transfer transfer, Entries entries) {
    return transfer.lines().stream()
        .map(
            line ->
                StockAccounts.leg(
                    StockAccounts.stock(line.sku(), transfer.from()),
                    StockAccounts.transit(transfer.id(), line.sku()),
                    entries.of(line.sku()),
                    line.planned()))
        .toList();
  }

  /** The transfer when so much of each SKU has left. */
  static Transfer shipped(Transfer transfer, Map<Sku, Quantity> shipped) {
    checkPlanned(transfer, shipped);
    List<Transfer.Line> lines = new ArrayList<>();
    for (Transfer.Line line : transfer.lines()) {
      Quantity left = shipped.getOrDefault(line.sku(), Quantity.ZERO);
      if (left.compareTo(line.planned()) > 0) {
        throw notPlanned(line.sku(), line.planned(), left);
      }
      lines.add(
          new Transfer.Line(
              line.sku(), line.planned(), left, line.received(), line.damaged(), line.lost()));
    }
    return with(transfer, TransferStatus.IN_TRANSIT, lines);
  }

  /** What is not planned cannot leave, and neither can nothing. */
  private static void checkPlanned(Transfer transfer, Map<Sku, Quantity> shipped) {
    Set<Sku> planned =
        transfer.lines().stream().map(Transfer.Line::sku).collect(Collectors.toSet());
    shipped.forEach(
        (sku, quantity) -> {
          if (!planned.contains(sku)) {
            throw notPlanned(sku, Quantity.ZERO, quantity);
          }
        });
    if (shipped.values().stream().allMatch(Quantity::isZero)) {
      throw new InvalidInputException(
          Quantity.INVALID, "shipped", "0", "must be above 0 of a SKU at least; or cancel it");
    }
  }

  private static RefusedException notPlanned(Sku sku, Quantity planned, Quantity left) {
    return new RefusedException(
        InventoryService.NOT_RESERVED,
        "Only " + planned + " of " + sku + " were planned; asked: " + left + ".",
        Facts.of("sku", sku, "asked", left).with("reserved", planned));
  }

  /** What leaves is posted, what stays is given back. */
  static List<LedgerStep> steps(Transfer shipped, Entries entries) {
    List<LedgerStep> steps = new ArrayList<>();
    int number = 0;
    for (Transfer.Line line : shipped.lines()) {
      number++;
      int decimals = entries.of(line.sku()).unit().decimals();
      long left = line.shipped().toUnits(decimals);
      long stays = line.planned().toUnits(decimals) - left;
      if (left > 0) {
        steps.add(new LedgerStep.PostLine(TransferDocuments.group(shipped.id()), number, left));
      }
      if (stays > 0) {
        steps.add(new LedgerStep.ReleaseLine(TransferDocuments.group(shipped.id()), number, stays));
      }
    }
    return steps;
  }

  static Transfer arrived(Transfer transfer, List<TransferArrival> arrivals) {
    List<Transfer.Line> lines = new ArrayList<>(transfer.lines());
    for (TransferArrival arrival : arrivals) {
      int at = indexOf(lines, arrival);
      lines.set(at, arrived(lines.get(at), arrival));
    }
    boolean all = lines.stream().allMatch(line -> line.inTransit().isZero());
    return with(transfer, all ? TransferStatus.RECEIVED : TransferStatus.IN_TRANSIT, lines);
  }

  private static int indexOf(List<Transfer.Line> lines, TransferArrival arrival) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).sku().equals(arrival.sku())) {
        return i;
      }
    }
    throw notInTransit(arrival.sku(), arrival.received(), Quantity.ZERO);
  }

  private static Transfer.Line arrived(Transfer.Line line, TransferArrival arrival) {
    Quantity all = arrival.received().plus(arrival.damaged()).plus(arrival.lost());
    if (all.compareTo(line.inTransit()) > 0) {
      throw notInTransit(line.sku(), all, line.inTransit());
    }
    return new Transfer.Line(
        line.sku(),
        line.planned(),
        line.shipped(),
        line.received().plus(arrival.received()),
        line.damaged().plus(arrival.damaged()),
        line.lost().plus(arrival.lost()));
  }

  private static RefusedException notInTransit(Sku sku, Quantity wanted, Quantity there) {
    return new RefusedException(
        TransferService.NOT_IN_TRANSIT,
        "Only " + there + " of " + sku + " are on their way; told: " + wanted + ".",
        Facts.of("sku", sku, "wanted", wanted).with("available", there));
  }

  /**
   * @param waited whether somebody waits for what arrives
   * @param aside what of it is not for the shelf
   */
  static List<Leg> legs(
      Transfer transfer,
      List<TransferArrival> arrivals,
      Entries entries,
      boolean waited,
      Map<Sku, Long> aside) {
    List<Leg> legs = new ArrayList<>();
    Map<Sku, Long> left = new HashMap<>(aside);
    for (TransferArrival arrival : arrivals) {
      Sku sku = arrival.sku();
      AccountId good =
          waited
              ? TermAccounts.arrived(sku, transfer.to())
              : StockAccounts.stock(sku, transfer.to());
      AccountId from = StockAccounts.transit(transfer.id(), sku);
      CatalogEntry entry = entries.of(sku);
      long units = arrival.received().toUnits(entry.unit().decimals());
      long kept = Math.min(units, left.getOrDefault(sku, 0L));
      left.merge(sku, -kept, Long::sum);
      add(legs, from, StockAccounts.stock(sku, transfer.to()), entry, quantity(kept, entry));
      add(legs, from, good, entry, quantity(units - kept, entry));
      add(legs, from, StockAccounts.quarantine(sku, transfer.to()), entry, arrival.damaged());
      add(legs, from, StockAccounts.LOST, entry, arrival.lost());
    }
    return legs;
  }

  private static Quantity quantity(long units, CatalogEntry entry) {
    return Quantity.ofUnits(units, entry.unit().decimals());
  }

  /** What has arrived of each SKU fit to be sold, in its smallest unit. */
  static Map<Sku, Long> good(List<TransferArrival> arrivals, Entries entries) {
    Map<Sku, Long> good = new HashMap<>();
    for (TransferArrival arrival : arrivals) {
      int decimals = entries.of(arrival.sku()).unit().decimals();
      good.merge(arrival.sku(), arrival.received().toUnits(decimals), Long::sum);
    }
    return good;
  }

  private static void add(
      List<Leg> legs, AccountId from, AccountId to, CatalogEntry entry, Quantity quantity) {
    if (!quantity.isZero()) {
      legs.add(StockAccounts.leg(from, to, entry, quantity));
    }
  }

  static Transfer with(Transfer transfer, TransferStatus status, List<Transfer.Line> lines) {
    return new Transfer(
        transfer.id(), transfer.from(), transfer.to(), status, lines, transfer.purpose());
  }
}
