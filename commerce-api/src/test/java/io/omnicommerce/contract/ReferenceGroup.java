package io.omnicommerce.contract;

import io.omnicommerce.contract.ReferenceLedger.Held;
import io.omnicommerce.contract.ReferenceLedger.Moved;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.HoldState;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.ledger.Shortfall;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.CommitResult.AlreadyApplied;
import io.omnicommerce.storage.CommitResult.NotHeld;
import io.omnicommerce.storage.CommitResult.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** One step on one group of the {@link ReferenceLedger}. */
record ReferenceGroup(
    BatchId id,
    Held group,
    long now,
    Map<BatchId, Held> batches,
    List<Moved> journal,
    Consumer<AccountId> opener) {

  Optional<CommitResult> apply(LedgerStep step) {
    if (step instanceof LedgerStep.Confirm) {
      return group.state() == HoldState.CONFIRMED
          ? Optional.of(new AlreadyApplied(id))
          : when(HoldState.HELD, () -> put(group.in(HoldState.CONFIRMED)));
    }
    if (step instanceof LedgerStep.Extend extend) {
      return when(HoldState.HELD, () -> extend(extend.life().toMillis()));
    }
    if (step instanceof LedgerStep.Release) {
      return release();
    }
    if (step instanceof LedgerStep.PostAll) {
      return group.state() == HoldState.POSTED
          ? Optional.of(new AlreadyApplied(id))
          : when(HoldState.CONFIRMED, this::postAll);
    }
    return group.stateAt(now) == HoldState.CONFIRMED ? part(step) : Optional.of(notHeld());
  }

  private Optional<CommitResult> when(HoldState state, Runnable change) {
    if (group.stateAt(now) != state) {
      return Optional.of(notHeld());
    }
    change.run();
    return Optional.empty();
  }

  private NotHeld notHeld() {
    return new NotHeld(id, Optional.of(group.stateAt(now)));
  }

  private void put(Held other) {
    batches.put(id, other);
  }

  private void extend(long millis) {
    OptionalLong end =
        group.endsAt().isPresent()
            ? OptionalLong.of(Math.max(group.endsAt().getAsLong(), now + millis))
            : OptionalLong.empty();
    put(new Held(group.legs(), true, group.life(), group.state(), end, group.open(), false));
  }

  private Optional<CommitResult> release() {
    if (group.state() == HoldState.VOIDED) {
      return Optional.of(new AlreadyApplied(id));
    }
    if (group.state() != HoldState.HELD && group.state() != HoldState.CONFIRMED) {
      return Optional.of(notHeld());
    }
    put(closed(HoldState.VOIDED, group.anyPosted()));
    return Optional.empty();
  }

  private void postAll() {
    for (int i = 0; i < group.open().size(); i++) {
      if (group.open().get(i) > 0) {
        move(group.legs().get(i), group.open().get(i));
      }
    }
    put(closed(HoldState.POSTED, true));
  }

  private Optional<CommitResult> part(LedgerStep step) {
    boolean posts = step instanceof LedgerStep.PostLine;
    int line = posts ? ((LedgerStep.PostLine) step).line() : ((LedgerStep.ReleaseLine) step).line();
    long amount =
        posts ? ((LedgerStep.PostLine) step).amount() : ((LedgerStep.ReleaseLine) step).amount();
    Leg leg = group.legs().get(line - 1);
    long open = group.open().get(line - 1);
    if (amount > open) {
      return Optional.of(new Refused(List.of(new Shortfall(leg.from(), amount, open))));
    }
    List<Long> left = new ArrayList<>(group.open());
    left.set(line - 1, open - amount);
    if (posts) {
      move(leg, amount);
    }
    boolean anyPosted = group.anyPosted() || posts;
    boolean ended = left.stream().allMatch(one -> one == 0);
    HoldState end = anyPosted ? HoldState.POSTED : HoldState.VOIDED;
    HoldState next = ended ? end : HoldState.CONFIRMED;
    put(new Held(group.legs(), true, group.life(), next, group.endsAt(), left, anyPosted));
    return Optional.empty();
  }

  private void move(Leg leg, long amount) {
    opener.accept(leg.to());
    journal.add(new Moved(leg.from(), leg.to(), amount));
  }

  private Held closed(HoldState state, boolean anyPosted) {
    List<Long> nothing = group.open().stream().map(any -> 0L).toList();
    return new Held(group.legs(), true, group.life(), state, group.endsAt(), nothing, anyPosted);
  }
}
