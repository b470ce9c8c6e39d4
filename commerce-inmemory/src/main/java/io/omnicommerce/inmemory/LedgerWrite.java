package io.omnicommerce.inmemory;

import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.LedgerStep.Hold;
import io.omnicommerce.ledger.LedgerStep.Post;
import io.omnicommerce.ledger.LedgerStep.SetFloor;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.ledger.Shortfall;
import io.omnicommerce.ledger.spi.AccountChange;
import io.omnicommerce.ledger.spi.Netting;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.CommitResult.AlreadyApplied;
import io.omnicommerce.storage.CommitResult.ContentDiffers;
import io.omnicommerce.storage.CommitResult.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's part of one decision. Where a method answers a result, it ends the decision; null
 * goes on.
 */
final class LedgerWrite {

  private final LedgerBooks books;
  private final Instant at;
  private final Instant due;
  private final Undo undo;
  private final Netting netting = new Netting();
  private final GroupSteps groups;
  private @Nullable Group made;
  private boolean shortage;

  LedgerWrite(LedgerBooks books, Instant at, Instant due, Undo undo) {
    this.books = books;
    this.at = at;
    this.due = due;
    this.undo = undo;
    this.groups = new GroupSteps(books, due, netting, undo);
  }

  /** Takes the id of the new batch; one that is known is answered before any bound is looked at. */
  @Nullable CommitResult claim(List<LedgerStep> steps) {
    for (LedgerStep step : steps) {
      if (step instanceof Post post) {
        return claim(Group.posted(post.content()), post.content());
      }
      if (step instanceof Hold hold) {
        return claim(
            Group.held(hold.content(), millis(hold.life()), end(hold.life())), hold.content());
      }
    }
    return null;
  }

  /** Brings groups and accounts to their new state. */
  @Nullable CommitResult move(List<LedgerStep> steps) {
    CommitResult refusal = groups.run(steps);
    if (refusal != null) {
      return refusal;
    }
    for (LedgerStep step : steps) {
      if (step instanceof SetFloor floor) {
        move(floor);
      }
    }
    return changeAccounts();
  }

  /** Writes down what was posted. */
  void journal() {
    if (made != null && !made.held) {
      for (Leg leg : made.legs) {
        books.write(made.id, leg, leg.amount(), at, undo);
      }
    }
    for (GroupSteps.Part part : groups.posted()) {
      Leg leg = part.group().legs.get(part.line() - 1);
      books.write(part.group().id, leg, part.amount(), at, undo);
    }
  }

  /** Whether it was an account that could not give, rather than a line that has less open. */
  boolean isShort() {
    return shortage;
  }

  Optional<Instant> expiresAt() {
    return made != null && made.held ? made.end() : groups.extendedTo();
  }

  private @Nullable CommitResult claim(Group group, Batch batch) {
    Group known = books.group(group.id);
    if (known != null) {
      return known.isSame(group) ? new AlreadyApplied(known.id) : new ContentDiffers(known.id);
    }
    books.add(group, undo);
    made = group;
    if (group.held) {
      netting.hold(batch);
    } else {
      netting.post(batch);
    }
    return null;
  }

  private long end(Optional<Duration> life) {
    return life.isPresent() ? due.plusMillis(life.get().toMillis()).toEpochMilli() : Group.NEVER;
  }

  private static long millis(Optional<Duration> life) {
    return life.map(Duration::toMillis).orElse(Group.NEVER);
  }

  private void move(SetFloor floor) {
    Account account = books.open(floor.account(), floor.unit(), floor.floorAt(), undo);
    undo.add(account.memento());
    account.moveFloor(floor.floorAt());
  }

  private @Nullable CommitResult changeAccounts() {
    List<AccountChange> changes = netting.changes();
    List<Account> accounts = new ArrayList<>(changes.size());
    List<Shortfall> shortfalls = new ArrayList<>(0);
    for (AccountChange change : changes) {
      Account account = books.open(change.account(), change.unit(), change.opensAt(), undo);
      accounts.add(account);
      if (account.refuses(change)) {
        long takeable = Math.max(0, account.takeable(change));
        shortfalls.add(new Shortfall(account.id, change.wanted(), takeable));
      }
    }
    if (!shortfalls.isEmpty()) {
      shortage = true;
      return new Refused(shortfalls);
    }
    for (int i = 0; i < accounts.size(); i++) {
      undo.add(accounts.get(i).memento());
      accounts.get(i).apply(changes.get(i));
    }
    groups.countConfirmed();
    return null;
  }
}
