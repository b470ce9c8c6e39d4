package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.inventory.ReservationId;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.storage.DocumentType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What has become of a reservation that was not handled as a whole. What left is either shipped or
 * paid, never both.
 *
 * @param shipped what has left of what was held, by the shelf that it left
 * @param deducted what was taken off shelves for its payment and has not left
 * @param paid what has left after it was deducted
 * @param groups what holds goods for it beside its own group
 * @param told how many events have told of it
 */
record ReservationRecord(
    ReservationId reservation,
    Map<String, Long> shipped,
    Map<String, Long> deducted,
    Map<String, Long> paid,
    List<String> groups,
    int told) {

  static final DocumentType<ReservationRecord> TYPE =
      DocumentType.of("reservation", Json.codec(ReservationRecord.class));

  ReservationRecord {
    shipped = Map.copyOf(shipped);
    deducted = Map.copyOf(deducted);
    paid = Map.copyOf(paid);
    groups = List.copyOf(groups);
  }

  static ReservationRecord of(ReservationId id, int told) {
    return new ReservationRecord(id, Map.of(), Map.of(), Map.of(), List.of(), told);
  }

  /** Whether nothing has left, and nothing was deducted. */
  boolean hasNothing() {
    return shipped.isEmpty() && deducted.isEmpty() && paid.isEmpty();
  }

  long deducted(AccountId shelf) {
    return deducted.getOrDefault(shelf.toString(), 0L);
  }

  long paid(AccountId shelf) {
    return paid.getOrDefault(shelf.toString(), 0L);
  }

  Map<AccountId, Long> deductedByShelf() {
    return byShelf(deducted);
  }

  Map<AccountId, Long> deducted(Sku sku) {
    Map<AccountId, Long> here = byShelf(deducted);
    here.keySet().removeIf(shelf -> !StockAccounts.sku(shelf).equals(sku));
    return here;
  }

  /** All that has left of a SKU. */
  Map<AccountId, Long> left(Sku sku) {
    Map<AccountId, Long> left = byShelf(paid);
    byShelf(shipped).forEach((shelf, units) -> left.merge(shelf, units, Long::sum));
    left.keySet().removeIf(shelf -> !StockAccounts.sku(shelf).equals(sku));
    return left;
  }

  private static Map<AccountId, Long> byShelf(Map<String, Long> units) {
    Map<AccountId, Long> byShelf = new LinkedHashMap<>();
    new TreeMap<>(units).forEach((name, some) -> byShelf.put(AccountId.parse(name), some));
    return byShelf;
  }

  ReservationRecord plusShipped(AccountId shelf, long units) {
    return new ReservationRecord(
        reservation, plus(shipped, shelf, units), deducted, paid, groups, told);
  }

  ReservationRecord plusDeducted(AccountId shelf, long units) {
    return new ReservationRecord(
        reservation, shipped, plus(deducted, shelf, units), paid, groups, told);
  }

  /** So many of what was deducted leave. */
  ReservationRecord plusPaid(AccountId shelf, long units) {
    return new ReservationRecord(
        reservation,
        shipped,
        plus(deducted, shelf, -units),
        plus(paid, shelf, units),
        groups,
        told);
  }

  ReservationRecord plusGroup(String group) {
    List<String> more = new ArrayList<>(groups);
    more.add(group);
    return new ReservationRecord(reservation, shipped, deducted, paid, more, told);
  }

  ReservationRecord plusTold() {
    return new ReservationRecord(reservation, shipped, deducted, paid, groups, told + 1);
  }

  private static Map<String, Long> plus(Map<String, Long> to, AccountId shelf, long units) {
    Map<String, Long> sum = new TreeMap<>(to);
    sum.merge(shelf.toString(), units, Long::sum);
    sum.values().removeIf(left -> left == 0);
    return sum;
  }
}
