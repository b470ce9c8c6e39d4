package io.omnicommerce.core.inventory;

import io.omnicommerce.core.json.Json;
import io.omnicommerce.inventory.ReservationId;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.storage.DocumentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What has become of a reservation that was not handled as a whole.
 *
 * @param shipped what has left, by the shelf that it left
 * @param deducted what was taken off shelves for its payment
 * @param groups what holds goods for it beside its own group
 */
record ReservationRecord(
    ReservationId reservation,
    Map<String, Long> shipped,
    Map<String, Long> deducted,
    List<String> groups) {

  static final DocumentType<ReservationRecord> TYPE =
      DocumentType.of("reservation", Json.codec(ReservationRecord.class));

  ReservationRecord {
    shipped = Map.copyOf(shipped);
    deducted = Map.copyOf(deducted);
    groups = List.copyOf(groups);
  }

  static ReservationRecord of(ReservationId id) {
    return new ReservationRecord(id, Map.of(), Map.of(), List.of());
  }

  long shipped(AccountId shelf) {
    return shipped.getOrDefault(shelf.toString(), 0L);
  }

  long deducted(AccountId shelf) {
    return deducted.getOrDefault(shelf.toString(), 0L);
  }

  ReservationRecord plusShipped(AccountId shelf, long units) {
    return new ReservationRecord(reservation, plus(shipped, shelf, units), deducted, groups);
  }

  ReservationRecord plusDeducted(AccountId shelf, long units) {
    return new ReservationRecord(reservation, shipped, plus(deducted, shelf, units), groups);
  }

  ReservationRecord plusGroup(String group) {
    List<String> more = new ArrayList<>(groups);
    more.add(group);
    return new ReservationRecord(reservation, shipped, deducted, more);
  }

  private static Map<String, Long> plus(Map<String, Long> to, AccountId shelf, long units) {
    Map<String, Long> sum = new TreeMap<>(to);
    sum.merge(shelf.toString(), units, Long::sum);
    sum.values().removeIf(left -> left == 0);
    return sum;
  }
}
