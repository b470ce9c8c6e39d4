package io.omnicommerce.jdbc;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.HoldLine;
import io.omnicommerce.ledger.HoldState;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.LedgerStep.Confirm;
import io.omnicommerce.ledger.LedgerStep.Extend;
import io.omnicommerce.ledger.LedgerStep.PostAll;
import io.omnicommerce.ledger.LedgerStep.PostLine;
import io.omnicommerce.ledger.LedgerStep.Release;
import io.omnicommerce.ledger.LedgerStep.ReleaseLine;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.ledger.Shortfall;
import io.omnicommerce.ledger.spi.Netting;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.CommitResult.AlreadyApplied;
import io.omnicommerce.storage.CommitResult.NotHeld;
import io.omnicommerce.storage.CommitResult.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A group whose row is locked, and what the steps of a decision make of it. Pure. */
final class GroupState {

  /** Later than any instant that a clock can tell in milliseconds. */
  static final long NEVER = Long.MAX_VALUE;

  private final String id;
  private final long now;
  private final Netting netting;
  private final List<HoldLine> lines;
  private final long[] open;
  private final List<Part> posted = new ArrayList<>();
  private HoldState state;
  private long expiresAt;
  private boolean postedAny;

  /** So much of a line. */
  record Part(HoldLine line, long amount) {}

  /** A group's row. */
  record Row(String id, HoldState state, long expiresAt, boolean postedAny, long now) {}

  GroupState(Row row, List<HoldLine> lines, Netting netting) {
    this.id = row.id();
    this.now = row.now();
    this.netting = netting;
    this.lines = lines;
    this.open = lines.stream().mapToLong(HoldLine::open).toArray();
    this.state = row.state();
    this.expiresAt = row.expiresAt();
    this.postedAny = row.postedAny();
  }

  /** Takes a step; a result if it cannot be taken. */
  Optional<CommitResult> take(LedgerStep step) {
    if (step instanceof Confirm) {
      return confirm();
    } else if (step instanceof Extend extend) {
      return extend(extend.life().toMillis());
    } else if (step instanceof Release) {
      return release();
    } else if (step instanceof PostAll) {
      return postAll();
    } else if (step instanceof PostLine part) {
      return closePart(part.line(), part.amount(), true);
    } else if (step instanceof ReleaseLine part) {
      return closePart(part.line(), part.amount(), false);
    }
    throw new IllegalStateException("No step on a group: " + step);
  }

  /** Ends it if it is due; else it was somebody else's to decide, and nothing is done. */
  void expireIfDue() {
    if (stateNow() == HoldState.EXPIRED && state == HoldState.HELD) {
      closeAll(false);
      state = HoldState.EXPIRED;
    }
  }

  Row row() {
    return new Row(id, state, expiresAt, postedAny, now);
  }

  /** What remains open of a line. */
  long open(int index) {
    return open[index];
  }

  List<HoldLine> lines() {
    return lines;
  }

  List<Part> posted() {
    return posted;
  }

  private Optional<CommitResult> confirm() {
    if (state == HoldState.CONFIRMED) {
      return Optional.of(new AlreadyApplied(BatchId.of(id)));
    }
    if (stateNow() != HoldState.HELD) {
      return notHeld();
    }
    state = HoldState.CONFIRMED;
    return Optional.empty();
  }

  private Optional<CommitResult> extend(long life) {
    if (stateNow() != HoldState.HELD) {
      return notHeld();
    }
    expiresAt = Math.max(expiresAt, Math.addExact(now, life));
    return Optional.empty();
  }

  /** Takes back a held group as well, even one that is due but was not expired yet. */
  private Optional<CommitResult> release() {
    if (state == HoldState.VOIDED) {
      return Optional.of(new AlreadyApplied(BatchId.of(id)));
    }
    if (state.isEnded()) {
      return notHeld();
    }
    closeAll(false);
    state = HoldState.VOIDED;
    return Optional.empty();
  }

  private Optional<CommitResult> postAll() {
    if (state == HoldState.POSTED) {
      return Optional.of(new AlreadyApplied(BatchId.of(id)));
    }
    if (state != HoldState.CONFIRMED) {
      return notHeld();
    }
    closeAll(true);
    state = HoldState.POSTED;
    return Optional.empty();
  }

  private Optional<CommitResult> closePart(int line, long amount, boolean post) {
    if (state != HoldState.CONFIRMED) {
      return notHeld();
    }
    if (line > lines.size()) {
      throw new InvalidInputException(
          Leg.INVALID,
          "line",
          Integer.toString(line),
          "must be one of the " + lines.size() + " lines of " + id);
    }
    if (amount > open[line - 1]) {
      return Optional.of(
          new Refused(List.of(new Shortfall(lines.get(line - 1).from(), amount, open[line - 1]))));
    }
    close(line - 1, amount, post);
    if (isAllClosed()) {
      state = postedAny ? HoldState.POSTED : HoldState.VOIDED;
    }
    return Optional.empty();
  }

  private void closeAll(boolean post) {
    for (int i = 0; i < open.length; i++) {
      if (open[i] > 0) {
        close(i, open[i], post);
      }
    }
  }

  private void close(int index, long amount, boolean post) {
    HoldLine line = lines.get(index);
    if (post) {
      netting.postLine(line, amount);
      posted.add(new Part(line, amount));
      postedAny = true;
    } else {
      netting.releaseLine(line, amount);
    }
    open[index] -= amount;
  }

  private boolean isAllClosed() {
    for (long amount : open) {
      if (amount > 0) {
        return false;
      }
    }
    return true;
  }

  private HoldState stateNow() {
    return state == HoldState.HELD && expiresAt <= now ? HoldState.EXPIRED : state;
  }

  private Optional<CommitResult> notHeld() {
    return Optional.of(new NotHeld(BatchId.of(id), Optional.of(stateNow())));
  }
}
