package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.Reference;
import io.omnicommerce.core.storage.Pages;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.ReservationId;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.HoldGroup;
import io.omnicommerce.ledger.HoldLine;
import io.omnicommerce.ledger.HoldState;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is held for a reservation.
 *
 * @param own the group under its name
 * @param others groups that hold what has come since, or was taken back
 * @param waiting what it still waits for
 */
record HeldGoods(
    ReservationId id,
    HoldGroup own,
    List<HoldGroup> others,
    List<Stored<Waiting>> waiting,
    Optional<Stored<ReservationRecord>> stored) {

  /** An open line of a group. */
  record Line(BatchId group, HoldLine line) {}

  static HeldGoods load(Session session, ReservationId id) {
    BatchId name = Reservations.batchId(id);
    HoldGroup own =
        session
            .ledger()
            .batch(name)
            .orElseThrow(
                () ->
                    new NotFoundException(
                        InventoryService.RESERVATION_NOT_FOUND,
                        Reference.of("reservation", id.value())));
    List<Stored<Waiting>> waiting =
        own.lines().stream().anyMatch(line -> TermAccounts.isPromise(line.from()))
            ? Pages.all(session, Waiting.TYPE, Waiting.GROUP, name.value())
            : List.of();
    Optional<Stored<ReservationRecord>> stored =
        session.documents().find(ReservationRecord.TYPE, id.value());
    List<HoldGroup> others = new ArrayList<>();
    for (String other : others(waiting, stored)) {
      session.ledger().batch(BatchId.of(other)).ifPresent(others::add);
    }
    return new HeldGoods(id, own, others, waiting, stored);
  }

  private static List<String> others(
      List<Stored<Waiting>> waiting, Optional<Stored<ReservationRecord>> stored) {
    List<String> names = new ArrayList<>();
    waiting.forEach(promise -> names.addAll(promise.value().fills()));
    stored.ifPresent(record -> names.addAll(record.value().groups()));
    return names;
  }

  ReservationRecord record() {
    return stored.map(Stored::value).orElseGet(() -> ReservationRecord.of(id, told()));
  }

  /** Before anything is written down: it was reserved, confirmed, and left whole. */
  private int told() {
    return switch (own.state()) {
      case HELD -> 1;
      case CONFIRMED -> 2;
      default -> 3;
    };
  }

  /** Whether it is one group and nothing else. */
  boolean isPlain() {
    return waiting.isEmpty() && stored.isEmpty();
  }

  /** Whether nothing is open, and nothing has left. */
  boolean isGivenBack() {
    return open().isEmpty()
        && groups().stream().noneMatch(group -> group.state() == HoldState.POSTED)
        && record().hasNothing();
  }

  List<HoldGroup> groups() {
    List<HoldGroup> groups = new ArrayList<>(List.of(own));
    groups.addAll(others);
    return groups;
  }

  /** What is allocated of a shelf, or of a promise, and open. */
  List<Line> open() {
    List<Line> open = new ArrayList<>();
    for (HoldGroup group : groups()) {
      for (HoldLine line : group.lines()) {
        if (group.state() == HoldState.CONFIRMED && line.open() > 0) {
          open.add(new Line(group.id(), line));
        }
      }
    }
    return open;
  }

  List<Line> openOn(AccountId shelf) {
    return open().stream().filter(line -> line.line().from().equals(shelf)).toList();
  }

  List<Line> openGoods() {
    return open().stream().filter(line -> StockAccounts.isStock(line.line().from())).toList();
  }

  List<Line> openGoodsOf(Sku sku) {
    return openGoods().stream()
        .filter(line -> StockAccounts.sku(line.line().from()).equals(sku))
        .toList();
  }

  /** Goods and promises of a SKU: what is promised first, then what came last. */
  List<Line> openOf(Sku sku) {
    List<Line> promises = new ArrayList<>();
    List<Line> goods = new ArrayList<>();
    for (Line line : open()) {
      AccountId from = line.line().from();
      if (TermAccounts.isPromise(from) && TermAccounts.sku(from).equals(sku)) {
        promises.add(0, line);
      } else if (StockAccounts.isStock(from) && StockAccounts.sku(from).equals(sku)) {
        goods.add(0, line);
      }
    }
    promises.addAll(goods);
    return promises;
  }
}
