package io.omnicommerce.jdbc;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.LedgerStep.SetFloor;
import io.omnicommerce.ledger.spi.AccountChange;
import io.omnicommerce.ledger.spi.Netting;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What one row of the accounts goes through: the net of all movements, and its new floor if any.
 */
record Change(AccountChange net, OptionalLong floor) {

  static final Comparator<Change> ORDER = Comparator.comparing(Change::id);

  String id() {
    return net.account().toString();
  }

  AccountId account() {
    return net.account();
  }

  /** The floor with which the account begins, should it be new. */
  long opensAt() {
    return floor.orElse(net.opensAt());
  }

  /** What the row that opens the account holds. */
  Object[] openingRow() {
    AccountId id = net.account();
    long breached = opensAt() > 0 ? 1 : 0;
    return new Object[] {
      id.toString(), id.book(), id.item(), id.holder(), net.unit(), 0L, 0L, opensAt(), breached
    };
  }

  /** The changes of a decision, in the one order in which accounts are always touched. */
  static List<Change> of(Netting netting, List<SetFloor> floors) {
    TreeMap<String, Change> changes = new TreeMap<>();
    for (AccountChange net : netting.changes()) {
      changes.put(net.account().toString(), new Change(net, OptionalLong.empty()));
    }
    for (SetFloor floor : floors) {
      changes.merge(floor.account().toString(), alone(floor), Change::withFloorOf);
    }
    return List.copyOf(changes.values());
  }

  /**
   * What several decisions, each only taking, do to accounts as if one came after the other. Of
   * what one must leave behind, the later ones may take: so it leaves the less, the more they want.
   */
  static List<Change> together(List<List<Change>> decisions) {
    TreeMap<String, Change> together = new TreeMap<>();
    for (int i = decisions.size() - 1; i >= 0; i--) {
      for (Change earlier : decisions.get(i)) {
        together.merge(earlier.id(), earlier, (later, same) -> same.before(later));
      }
    }
    return List.copyOf(together.values());
  }

  private Change before(Change later) {
    if (!net.unit().equals(later.net.unit())) {
      throw unitDiffers(later.net.unit(), net.unit(), net.account());
    }
    long leaves =
        net.leaves() == Long.MIN_VALUE
            ? later.net.leaves()
            : Math.max(later.net.leaves(), Math.subtractExact(net.leaves(), later.net.wanted()));
    return new Change(
        new AccountChange(
            net.account(),
            net.unit(),
            0,
            Math.addExact(net.held(), later.net.held()),
            leaves,
            false,
            net.opensAt()),
        OptionalLong.empty());
  }

  private static Change alone(SetFloor floor) {
    AccountChange nothing =
        new AccountChange(
            floor.account(), floor.unit(), 0, 0, Long.MIN_VALUE, false, floor.floorAt());
    return new Change(nothing, OptionalLong.of(floor.floorAt()));
  }

  private Change withFloorOf(Change later) {
    if (!net.unit().equals(later.net.unit())) {
      throw unitDiffers(later.net.unit(), net.unit(), net.account());
    }
    return new Change(net, later.floor);
  }

  /** This change, holding so much more. */
  Change holding(long more) {
    return new Change(
        new AccountChange(
            net.account(),
            net.unit(),
            net.posted(),
            net.held() + more,
            net.leaves(),
            net.forced(),
            net.opensAt()),
        floor);
  }

  static InvalidInputException unitDiffers(String given, String known, AccountId account) {
    return new InvalidInputException(
        Netting.UNIT_MISMATCH,
        "unit",
        given,
        "must be " + known + ", in which the account " + account + " was opened");
  }
}
