package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Convention.DeductOn;
import io.omnicommerce.channel.Convention.OverRelease;
import io.omnicommerce.channel.Convention.ShipLocation;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.SkuAt;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.HoldGroup;
import io.omnicommerce.ledger.HoldLine;
import io.omnicommerce.ledger.HoldState;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is decided about parts of a reservation: pure, over all that is held for it. */
final class ReservationParts {

  private final HeldGoods held;
  private final Entries entries;
  private final Conventions conventions;
  private final Map<HeldGoods.Line, Long> used = new HashMap<>();
  private final List<LedgerStep> steps = new ArrayList<>();
  private final List<Leg> legs = new ArrayList<>();
  private ReservationRecord record;

  ReservationParts(HeldGoods held, Entries entries, Conventions conventions) {
    this.held = held;
    this.entries = entries;
    this.conventions = conventions;
    this.record = held.record();
  }

  Entries entries() {
    return entries;
  }

  private boolean isDeductedOnPayment() {
    return conventions.get(Convention.DEDUCT_ON) == DeductOn.PAYMENT;
  }

  /** Everything that has come leaves. */
  Decision shipAll() {
    if (held.openGoods().isEmpty() && record.deducted().isEmpty()) {
      return Decision.builder().build();
    }
    for (HeldGoods.Line line : held.openGoods()) {
      post(line, line.line().open());
      record = record.plusShipped(line.line().from(), line.line().open());
    }
    record.deductedByShelf().forEach((shelf, units) -> record = record.plusPaid(shelf, units));
    return decision("shipped", Optional.empty());
  }

  Decision ship(IdempotencyKey key, List<SkuQuantity> parts) {
    for (SkuQuantity part : parts) {
      long units = units(part.sku(), "", part.quantity());
      if (units > all(part.sku())) {
        throw notReserved(part.sku(), "", part.quantity(), all(part.sku()));
      }
      split(here(part.sku()), units).forEach(this::ship);
    }
    return decision("shipped", Optional.of("ship/" + key));
  }

  Decision shipFrom(IdempotencyKey key, List<SkuAt> parts) {
    for (SkuAt part : parts) {
      AccountId shelf = StockAccounts.stock(part.sku(), part.location());
      long units = units(part.sku(), part.location().value(), part.quantity());
      long there = here(part.sku()).getOrDefault(shelf, 0L);
      long elsewhere = Math.max(0, units - there);
      if (elsewhere > 0) {
        require(part, units, mayDiffer() ? all(part.sku()) : there);
        bring(shelf, part.sku(), elsewhere);
      }
      ship(shelf, units - elsewhere);
      record = record.plusShipped(shelf, elsewhere);
    }
    return decision("shipped", Optional.of("ship-from/" + key));
  }

  /** So much less here and so much more there. */
  private void bring(AccountId shelf, Sku sku, long units) {
    long open = Math.min(units, left(elsewhere(sku, shelf)));
    close(elsewhere(sku, shelf), open, false);
    Map<AccountId, Long> deducted = record.deducted(sku);
    deducted.remove(shelf);
    split(deducted, units - open).forEach(this::putBack);
    legs.add(Leg.of(shelf, StockAccounts.SHIPPED, units, entries.of(sku).unit().countedIn()));
  }

  /** What is off the shelf for its payment already leaves first, and is not booked again. */
  private void ship(AccountId shelf, long units) {
    long paid = Math.min(units, record.deducted(shelf));
    close(held.openOn(shelf), units - paid, true);
    record = record.plusPaid(shelf, paid).plusShipped(shelf, units - paid);
  }

  /** What can leave, by shelf: what was taken off it for its payment, and what is open. */
  private Map<AccountId, Long> here(Sku sku) {
    Map<AccountId, Long> here = record.deducted(sku);
    held.openGoodsOf(sku).forEach(line -> here.merge(line.line().from(), left(line), Long::sum));
    return here;
  }

  private long all(Sku sku) {
    return here(sku).values().stream().mapToLong(Long::longValue).sum();
  }

  /** So many of what there is, the first ones first. */
  private static Map<AccountId, Long> split(Map<AccountId, Long> there, long units) {
    Map<AccountId, Long> split = new LinkedHashMap<>();
    long open = units;
    for (Map.Entry<AccountId, Long> shelf : there.entrySet()) {
      long part = Math.min(open, shelf.getValue());
      if (part > 0) {
        split.put(shelf.getKey(), part);
        open -= part;
      }
    }
    return split;
  }

  private boolean mayDiffer() {
    return conventions.get(Convention.SHIP_LOCATION) == ShipLocation.MAY_DIFFER_FROM_ALLOCATION;
  }

  private List<HeldGoods.Line> elsewhere(Sku sku, AccountId shelf) {
    return held.openGoods().stream()
        .filter(line -> StockAccounts.sku(line.line().from()).equals(sku))
        .filter(line -> !line.line().from().equals(shelf))
        .toList();
  }

  Decision release(IdempotencyKey key, List<SkuQuantity> parts) {
    for (SkuQuantity part : parts) {
      long units = units(part.sku(), "", part.quantity());
      long open = left(held.openOf(part.sku()));
      boolean clamps = conventions.get(Convention.OVER_RELEASE) == OverRelease.CLAMP;
      if (units > open && !clamps) {
        throw notReserved(part.sku(), "", part.quantity(), open);
      }
      close(held.openOf(part.sku()), Math.min(units, open), false);
    }
    return decision("released", Optional.of("release-part/" + key));
  }

  Decision unship(IdempotencyKey key, List<SkuQuantity> parts) {
    record = shippedBefore();
    BatchId again = BatchId.of("unship/" + key);
    List<LedgerStep> back = new ArrayList<>();
    for (SkuQuantity part : parts) {
      long units = units(part.sku(), "", part.quantity());
      Map<AccountId, Long> left = record.left(part.sku());
      long open = left.values().stream().mapToLong(Long::longValue).sum();
      if (units > open) {
        throw notReserved(part.sku(), "", part.quantity(), open);
      }
      split(left, units).forEach((shelf, some) -> takeBack(again, back, shelf, some));
    }
    return unshipped(again, back);
  }

  /** What was deducted for its payment stays deducted. */
  private void takeBack(BatchId again, List<LedgerStep> back, AccountId shelf, long units) {
    long paid = Math.min(units, record.paid(shelf));
    long rest = units - paid;
    if (rest > 0) {
      String unit = entries.of(StockAccounts.sku(shelf)).unit().countedIn();
      legs.add(Leg.of(StockAccounts.SHIPPED, shelf, rest, unit));
      back.add(new LedgerStep.PostLine(again, legs.size(), rest));
      legs.add(Leg.of(shelf, StockAccounts.SHIPPED, rest, unit));
    }
    record = record.plusPaid(shelf, -paid).plusShipped(shelf, -rest);
  }

  /** What left whole was not written down until now. */
  private ReservationRecord shippedBefore() {
    if (!held.isPlain() || held.own().state() != HoldState.POSTED) {
      return record;
    }
    ReservationRecord all = record;
    for (HoldLine line : held.own().lines()) {
      if (StockAccounts.isStock(line.from())) {
        all = all.plusShipped(line.from(), line.amount());
      }
    }
    return all;
  }

  private Decision unshipped(BatchId again, List<LedgerStep> back) {
    Decision.Builder decision = Decision.builder();
    if (!legs.isEmpty()) {
      record = record.plusGroup(again.value());
      decision
          .step(new LedgerStep.Hold(Batch.of(again, legs), Optional.empty()))
          .step(new LedgerStep.Confirm(again));
      back.forEach(decision::step);
    }
    return tell(decision, "unshipped").build();
  }

  /** Where payment takes goods off the shelves, it does so now. */
  Decision paid() {
    if (!isDeductedOnPayment()) {
      return Decision.builder().build();
    }
    for (HeldGoods.Line line : held.openGoods()) {
      post(line, line.line().open());
      record = record.plusDeducted(line.line().from(), line.line().open());
    }
    return steps.isEmpty() ? Decision.builder().build() : decision("paid", Optional.empty());
  }

  /** Lets go of everything that is open. */
  Decision end(String change) {
    Decision.Builder decision = Decision.builder();
    return letGo(decision) ? tellEnd(decision, change).build() : decision.build();
  }

  /** What ends without anything to know of it is known by its group. */
  private Decision.Builder tellEnd(Decision.Builder decision, String change) {
    return held.stored().isPresent()
        ? tell(decision, change)
        : decision.event(Reservations.changed(held.id(), change, record.told() + 1));
  }

  private boolean letGo(Decision.Builder decision) {
    List<HoldGroup> open =
        held.groups().stream().filter(group -> !group.state().isEnded()).toList();
    open.forEach(group -> decision.step(new LedgerStep.Release(group.id())));
    if (!open.isEmpty()) {
      held.waiting()
          .forEach(
              promise ->
                  decision.save(
                      DocumentWrite.update(Waiting.TYPE, promise, promise.value().ended())));
    }
    return !open.isEmpty();
  }

  /** As {@link #end}, with what was deducted and has not left. */
  Decision cancel() {
    Decision.Builder decision = Decision.builder();
    boolean changes = letGo(decision) || !record.deducted().isEmpty();
    record.deductedByShelf().forEach(this::putBack);
    if (!legs.isEmpty()) {
      BatchId back = BatchId.of("cancel/" + Reservations.batchId(held.id()) + "/" + record.told());
      decision.step(new LedgerStep.Post(Batch.of(back, legs)));
    }
    return changes ? tellEnd(decision, "cancelled").build() : decision.build();
  }

  private void putBack(AccountId shelf, long units) {
    String unit = entries.of(StockAccounts.sku(shelf)).unit().countedIn();
    legs.add(Leg.of(StockAccounts.SHIPPED, shelf, units, unit));
    record = record.plusDeducted(shelf, -units);
  }

  private Decision decision(String change, Optional<String> key) {
    Decision.Builder decision = Decision.builder();
    if (!legs.isEmpty()) {
      decision.step(new LedgerStep.Post(Batch.of(BatchId.of(key.orElseThrow()), legs)));
    }
    steps.forEach(decision::step);
    return tell(decision, change).build();
  }

  /** Each change has one event, with the next version. */
  private Decision.Builder tell(Decision.Builder decision, String change) {
    record = record.plusTold();
    return save(decision).event(Reservations.changed(held.id(), change, record.told()));
  }

  private Decision.Builder save(Decision.Builder decision) {
    return decision.save(
        held.stored()
            .map(known -> DocumentWrite.update(ReservationRecord.TYPE, known, record))
            .orElseGet(
                () -> DocumentWrite.create(ReservationRecord.TYPE, held.id().value(), record)));
  }

  private void close(List<HeldGoods.Line> lines, long units, boolean leaves) {
    long open = units;
    for (HeldGoods.Line line : lines) {
      long part = Math.min(open, left(line));
      if (part > 0) {
        end(line, part, leaves);
        open -= part;
      }
    }
  }

  private void end(HeldGoods.Line line, long units, boolean leaves) {
    if (leaves) {
      post(line, units);
    } else {
      used.merge(line, units, Long::sum);
      steps.add(new LedgerStep.ReleaseLine(line.group(), line.line().line(), units));
    }
  }

  private void post(HeldGoods.Line line, long units) {
    used.merge(line, units, Long::sum);
    steps.add(new LedgerStep.PostLine(line.group(), line.line().line(), units));
  }

  private long left(HeldGoods.Line line) {
    return line.line().open() - used.getOrDefault(line, 0L);
  }

  private long left(List<HeldGoods.Line> lines) {
    return lines.stream().mapToLong(this::left).sum();
  }

  /** What is not in the reservation has no unit that is known here. */
  private long units(Sku sku, String where, Quantity quantity) {
    InventoryRules.positive(quantity);
    if (!entries.bySku().containsKey(sku)) {
      throw notReserved(sku, where, quantity, Quantity.ZERO);
    }
    return quantity.toUnits(entries.of(sku).unit().decimals());
  }

  private void require(SkuAt part, long units, long reserved) {
    if (units > reserved) {
      throw notReserved(part.sku(), part.location().value(), part.quantity(), reserved);
    }
  }

  private RefusedException notReserved(Sku sku, String where, Quantity asked, long reserved) {
    int decimals = entries.of(sku).unit().decimals();
    return notReserved(sku, where, asked, Counts.quantity(reserved, decimals));
  }

  private static RefusedException notReserved(
      Sku sku, String where, Quantity asked, Quantity there) {
    return new RefusedException(
        InventoryService.NOT_RESERVED,
        "Only " + there + " of " + sku + " can be taken of the reservation; asked: " + asked + ".",
        Facts.of("sku", sku, "location", where).with("asked", asked).with("reserved", there));
  }
}
