package io.omnicommerce.ledger.spi;

import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.HoldLine;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.ledger.Opening;
import io.omnicommerce.money.ArithmeticOverflowException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up what a decision's steps do to each account, so that an account is touched once, in the
 * one order in which accounts are always touched. Bounds hold on the net: a bundle may name a SKU
 * twice. Sums that cannot be held are refused with {@code money.overflow}. Not thread-safe; made
 * for one commit.
 */
public final class Netting {

  /** An account was opened in another unit and stays in it. */
  public static final ErrorCode UNIT_MISMATCH = ErrorCode.of("ledger.unit_mismatch");

  private final Map<AccountId, Net> nets = new HashMap<>();

  /** Begins with nothing. */
  public Netting() {}

  /** Takes in a batch that is posted at once. */
  public void post(Batch batch) {
    for (Leg leg : batch.legs()) {
      Net net = taken(leg);
      net.posted = sum(net.posted, -leg.amount());
      add(leg.to(), leg.unit(), leg.amount(), 0);
    }
    openings(batch);
  }

  /** Takes in a batch that is held: only what it takes counts, what it will give does not. */
  public void hold(Batch batch) {
    for (Leg leg : batch.legs()) {
      Net net = taken(leg);
      net.held = sum(net.held, leg.amount());
    }
    openings(batch);
  }

  /** Takes in the posting of so much of a held line. */
  public void postLine(HoldLine line, long amount) {
    add(line.from(), line.unit(), -amount, -amount);
    add(line.to(), line.unit(), amount, 0);
  }

  /** Takes in the release of so much of a held line. */
  public void releaseLine(HoldLine line, long amount) {
    add(line.from(), line.unit(), 0, -amount);
  }

  /**
   * One change for each bounded account that is touched, in the order of their names.
   *
   * @throws ArithmeticOverflowException if a change cannot be held
   */
  public List<AccountChange> changes() {
    List<Net> bounded = new ArrayList<>(nets.size());
    for (Net net : nets.values()) {
      if (!net.account.isContra()) {
        bounded.add(net);
      }
    }
    // A single account, the hot case, needs no name.
    if (bounded.size() > 1) {
      bounded.forEach(net -> net.name = net.account.toString());
      bounded.sort(Comparator.comparing(net -> net.name));
    }
    List<AccountChange> changes = new ArrayList<>(bounded.size());
    for (Net net : bounded) {
      changes.add(net.change());
    }
    return changes;
  }

  private void openings(Batch batch) {
    for (Opening opening : batch.openings()) {
      Net net = nets.get(opening.account());
      if (net != null) {
        net.opensAt = opening.floorAt();
      }
    }
  }

  private Net taken(Leg leg) {
    Net net = net(leg.from(), leg.unit());
    net.forced |= leg.forced();
    net.leaves = Math.max(net.leaves, leg.leave().orElse(Long.MIN_VALUE));
    return net;
  }

  private void add(AccountId account, String unit, long posted, long held) {
    Net net = net(account, unit);
    net.posted = sum(net.posted, posted);
    net.held = sum(net.held, held);
  }

  private static long sum(long a, long b) {
    try {
      return Math.addExact(a, b);
    } catch (ArithmeticException overflow) {
      throw new ArithmeticOverflowException("netting the legs of a batch");
    }
  }

  private Net net(AccountId account, String unit) {
    Net net = nets.get(account);
    if (net == null) {
      net = new Net(account, unit);
      nets.put(account, net);
    }
    if (!account.isContra() && !net.unit.equals(unit)) {
      throw new InvalidInputException(
          UNIT_MISMATCH,
          "unit",
          unit,
          "must be " + net.unit + ", in which the batch counts the account " + account);
    }
    return net;
  }

  private static final class Net {
    final AccountId account;
    final String unit;
    String name = "";
    long posted;
    long held;
    long leaves = Long.MIN_VALUE;
    boolean forced;
    long opensAt;

    Net(AccountId account, String unit) {
      this.account = account;
      this.unit = unit;
    }

    AccountChange change() {
      return new AccountChange(account, unit, posted, held, leaves, forced, opensAt);
    }
  }
}
