package io.omnicommerce.inmemory;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.HoldLine;
import io.omnicommerce.ledger.HoldState;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.LedgerStep.Confirm;
import io.omnicommerce.ledger.LedgerStep.Extend;
import io.omnicommerce.ledger.LedgerStep.Hold;
import io.omnicommerce.ledger.LedgerStep.Post;
import io.omnicommerce.ledger.LedgerStep.PostAll;
import io.omnicommerce.ledger.LedgerStep.PostLine;
import io.omnicommerce.ledger.LedgerStep.Release;
import io.omnicommerce.ledger.LedgerStep.ReleaseLine;
import io.omnicommerce.ledger.LedgerStep.SetFloor;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.ledger.Shortfall;
import io.omnicommerce.ledger.spi.Netting;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.CommitResult.AlreadyApplied;
import io.omnicommerce.storage.CommitResult.NotHeld;
import io.omnicommerce.storage.CommitResult.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a decision on groups that exist, in the order of the groups' ids. Where a method
 * answers a result, it ends the decision; null goes on.
 */
final class GroupSteps {

  private final LedgerBooks books;
  private final Instant nowInstant;
  private final long now;
  private final Netting netting;
  private final Undo undo;
  private final List<Part> posted = new ArrayList<>(0);
  private final List<Confirmed> confirmed = new ArrayList<>(0);
  private Optional<Instant> extendedTo = Optional.empty();

  /** So much of a line. */
  record Part(Group group, int line, long amount) {}

  /** So much more, or less, of an account is held by confirmed groups. */
  private record Confirmed(AccountId account, long amount) {}

  GroupSteps(LedgerBooks books, Instant now, Netting netting, Undo undo) {
    this.books = books;
    this.nowInstant = now;
    this.now = now.toEpochMilli();
    this.netting = netting;
    this.undo = undo;
  }

  @Nullable CommitResult run(List<LedgerStep> steps) {
    for (LedgerStep step : inOrder(steps)) {
      BatchId id = step.batch().orElseThrow();
      Group group = books.group(id);
      if (group == null) {
        return new NotHeld(id, Optional.empty());
      }
      undo.add(books.memento(group));
      CommitResult refusal = apply(step, group);
      if (refusal != null) {
        return refusal;
      }
    }
    return null;
  }

  /** Counts what is confirmed, once every account that the decision names is open. */
  void countConfirmed() {
    for (Confirmed one : confirmed) {
      Account account = books.account(one.account());
      if (account != null) {
        undo.add(account.memento());
        account.confirmed += one.amount();
      }
    }
  }

  /** What was posted of lines, in the order of the steps. */
  List<Part> posted() {
    return posted;
  }

  Optional<Instant> extendedTo() {
    return extendedTo;
  }

  private static List<LedgerStep> inOrder(List<LedgerStep> steps) {
    if (steps.size() == 1 && !isOnGroup(steps.get(0))) {
      return List.of();
    }
    return steps.stream()
        .filter(GroupSteps::isOnGroup)
        .sorted(Comparator.comparing(step -> step.batch().orElseThrow()))
        .toList();
  }

  private static boolean isOnGroup(LedgerStep step) {
    return !(step instanceof Post || step instanceof Hold || step instanceof SetFloor);
  }

  private @Nullable CommitResult apply(LedgerStep step, Group group) {
    if (step instanceof Confirm) {
      return confirm(group);
    } else if (step instanceof Extend extend) {
      return extend(group, extend);
    } else if (step instanceof Release) {
      return release(group);
    } else if (step instanceof PostAll) {
      return postAll(group);
    } else if (step instanceof PostLine part) {
      return close(new Part(group, part.line(), part.amount()), true);
    } else if (step instanceof ReleaseLine part) {
      return close(new Part(group, part.line(), part.amount()), false);
    }
    throw new IllegalStateException("No step on a group: " + step);
  }

  private @Nullable CommitResult confirm(Group group) {
    if (group.state == HoldState.CONFIRMED) {
      return new AlreadyApplied(group.id);
    }
    if (group.stateAt(now) != HoldState.HELD) {
      return notHeld(group);
    }
    books.change(group, HoldState.CONFIRMED, group.expiresAt);
    for (int i = 0; i < group.open.length; i++) {
      confirmed.add(new Confirmed(group.legs.get(i).from(), group.open[i]));
    }
    return null;
  }

  private @Nullable CommitResult extend(Group group, Extend extend) {
    if (group.stateAt(now) != HoldState.HELD) {
      return notHeld(group);
    }
    long until = nowInstant.plusMillis(extend.life().toMillis()).toEpochMilli();
    books.change(group, HoldState.HELD, Math.max(group.expiresAt, until));
    extendedTo = group.end();
    return null;
  }

  /** Takes back a held group as well, even one that is due but was not expired yet. */
  private @Nullable CommitResult release(Group group) {
    if (group.state == HoldState.VOIDED) {
      return new AlreadyApplied(group.id);
    }
    if (group.state != HoldState.HELD && group.state != HoldState.CONFIRMED) {
      return notHeld(group);
    }
    for (int line = 1; line <= group.open.length; line++) {
      close(group, line, group.open[line - 1], false);
    }
    books.change(group, HoldState.VOIDED, group.expiresAt);
    return null;
  }

  private @Nullable CommitResult postAll(Group group) {
    if (group.state == HoldState.POSTED) {
      return new AlreadyApplied(group.id);
    }
    if (group.state != HoldState.CONFIRMED) {
      return notHeld(group);
    }
    for (int line = 1; line <= group.open.length; line++) {
      close(group, line, group.open[line - 1], true);
    }
    books.change(group, HoldState.POSTED, group.expiresAt);
    return null;
  }

  private @Nullable CommitResult close(Part part, boolean post) {
    Group group = part.group();
    if (group.state != HoldState.CONFIRMED) {
      return notHeld(group);
    }
    if (part.line() > group.open.length) {
      throw new InvalidInputException(
          Leg.INVALID,
          "line",
          Integer.toString(part.line()),
          "must be one of the " + group.open.length + " lines of " + group.id);
    }
    long open = group.open[part.line() - 1];
    if (part.amount() > open) {
      Leg leg = group.legs.get(part.line() - 1);
      return new Refused(List.of(new Shortfall(leg.from(), part.amount(), open)));
    }
    close(group, part.line(), part.amount(), post);
    if (group.isAllClosed()) {
      HoldState end = group.posted ? HoldState.POSTED : HoldState.VOIDED;
      books.change(group, end, group.expiresAt);
    }
    return null;
  }

  private void close(Group group, int line, long amount, boolean post) {
    if (amount == 0) {
      return;
    }
    HoldLine open = group.line(line - 1);
    if (post) {
      netting.postLine(open, amount);
      posted.add(new Part(group, line, amount));
      group.posted = true;
    } else {
      netting.releaseLine(open, amount);
    }
    group.open[line - 1] -= amount;
    if (group.state == HoldState.CONFIRMED) {
      confirmed.add(new Confirmed(group.legs.get(line - 1).from(), -amount));
    }
  }

  private NotHeld notHeld(Group group) {
    return new NotHeld(group.id, Optional.of(group.stateAt(now)));
  }
}
