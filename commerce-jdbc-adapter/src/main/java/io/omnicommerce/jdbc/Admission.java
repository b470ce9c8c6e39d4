package io.omnicommerce.jdbc;

import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.Shortfall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who gets what is left of accounts, in the order in which they came: one who does not fit stands
 * aside, and the next may still fit. Pure; the update decides in the end.
 */
final class Admission {

  private final Map<String, Balance> left;
  private final List<Ride> admitted = new ArrayList<>();
  private final Map<Ride, List<Shortfall>> refused = new LinkedHashMap<>();
  private final List<Ride> strangers = new ArrayList<>();
  private final Set<String> opened = new HashSet<>();

  private Admission(Map<String, Balance> balances) {
    left = new HashMap<>(balances);
  }

  static Admission of(List<Ride> rides, Map<String, Balance> balances) {
    Admission admission = new Admission(balances);
    rides.forEach(admission::admit);
    return admission;
  }

  /** Those who fit. */
  List<Ride> admitted() {
    return admitted;
  }

  /** Those who do not, and what each of them was short of. */
  Map<Ride, List<Shortfall>> refused() {
    return refused;
  }

  /** Those who count in other units than the accounts do. */
  List<Ride> strangers() {
    return strangers;
  }

  /** The accounts that those who fit are the first to name. */
  Set<String> opened() {
    return opened;
  }

  /** The accounts that somebody was short of. */
  List<String> scarce() {
    Set<String> scarce = new LinkedHashSet<>();
    for (List<Shortfall> shortfalls : refused.values()) {
      shortfalls.forEach(shortfall -> scarce.add(shortfall.account().toString()));
    }
    return List.copyOf(scarce);
  }

  private void admit(Ride ride) {
    if (ride.changes().stream().anyMatch(this::isInOtherUnit)) {
      strangers.add(ride);
      return;
    }
    List<Shortfall> shortfalls = new ArrayList<>();
    for (Change change : ride.changes()) {
      long takeable = Shortage.takeable(change, left.get(change.id()));
      if (takeable < change.net().wanted()) {
        shortfalls.add(
            new Shortfall(change.account(), change.net().wanted(), Math.max(0, takeable)));
      }
    }
    if (shortfalls.isEmpty()) {
      admitted.add(ride);
      ride.changes().forEach(this::take);
    } else {
      refused.put(ride, shortfalls);
    }
  }

  private boolean isInOtherUnit(Change change) {
    Balance balance = left.get(change.id());
    return balance != null && !balance.unit().equals(change.net().unit());
  }

  private void take(Change change) {
    Balance before = left.get(change.id());
    if (before == null) {
      opened.add(change.id());
    }
    left.put(change.id(), after(before, change));
  }

  private static Balance after(@Nullable Balance before, Change change) {
    long posted = before == null ? 0 : before.posted();
    long held = before == null ? 0 : before.held();
    long floor = before == null ? change.opensAt() : before.floorAt();
    return new Balance(
        change.account(),
        change.net().unit(),
        posted,
        held + change.net().held(),
        floor,
        before != null && before.breached());
  }
}
