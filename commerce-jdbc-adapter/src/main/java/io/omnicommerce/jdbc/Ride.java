package io.omnicommerce.jdbc;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.ledger.LedgerStep.Hold;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.ledger.spi.Netting;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A decision that may be committed together with others, since it takes, saves and tells, and no
 * more: it has one hold whose legs can be refused. Made by its caller, who waits for its turn.
 *
 * @param changes what it takes of accounts, in their order
 * @param documents what it saves, in their order
 * @param marks what two decisions of one transaction may not share: the batch and the documents
 * @param timeAsked what its session has answered as the time, or null
 */
record Ride(
    CallContext context,
    Decision decision,
    HoldRows hold,
    List<Change> changes,
    List<DocumentWrite<?>> documents,
    Set<String> marks,
    @Nullable Instant timeAsked,
    CompletableFuture<Turn> turn) {

  /** More than that gains nothing from company, and keeps it waiting. */
  private static final int LEGS_MAX = 64;

  private static final int DOCUMENTS_MAX = 16;

  /** A decision as a ride, if it can be one. */
  static Optional<Ride> of(JdbcSession session, Decision decision) {
    if (decision.steps().size() != 1
        || decision.documents().size() > DOCUMENTS_MAX
        || !(decision.steps().get(0) instanceof Hold hold)
        || !isGuarded(hold.content().legs())) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(session, decision, hold));
    } catch (CommerceException refused) {
      // It is refused by itself in the same way, at the time when that is due.
      return Optional.empty();
    }
  }

  private static Ride of(JdbcSession session, Decision decision, Hold hold) {
    Netting netting = new Netting();
    netting.hold(hold.content());
    List<DocumentWrite<?>> documents = Attempt.sorted(decision.documents());
    return new Ride(
        session.context(),
        decision,
        new HoldRows(hold.content(), hold.fingerprint(), millis(hold.life())),
        Change.of(netting, List.of()),
        documents,
        marks(hold, documents),
        session.timeAsked(),
        new CompletableFuture<>());
  }

  private static boolean isGuarded(List<Leg> legs) {
    return legs.size() <= LEGS_MAX
        && legs.stream().noneMatch(leg -> leg.forced() || leg.from().isContra());
  }

  private static OptionalLong millis(Optional<Duration> life) {
    return life.isPresent() ? OptionalLong.of(life.get().toMillis()) : OptionalLong.empty();
  }

  private static Set<String> marks(Hold hold, List<DocumentWrite<?>> documents) {
    Set<String> marks = new HashSet<>();
    marks.add(hold.content().id().value());
    for (DocumentWrite<?> write : documents) {
      marks.add(write.type().name() + '\n' + write.id());
    }
    return marks;
  }

  /** The same, with a turn to come: that to lead is no answer yet. */
  Ride again() {
    return new Ride(
        context, decision, hold, changes, documents, marks, timeAsked, new CompletableFuture<>());
  }

  /** No two are the same, whatever they ask. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  String id() {
    return hold.id();
  }

  /** Says how it ended for this one; only the first word counts. */
  void give(Turn next) {
    turn.complete(next);
  }

  /** Waits for its turn, whatever happens to the thread meanwhile. */
  Turn awaited() {
    return turn.join();
  }

  /** As {@link #awaited}, but only for so long; null after that. */
  @Nullable Turn awaited(Duration patience) {
    boolean interrupted = false;
    try {
      long end = System.nanoTime() + patience.toNanos();
      while (true) {
        try {
          return turn.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException later) {
          interrupted = true;
        } catch (TimeoutException over) {
          return null;
        } catch (ExecutionException never) {
          throw new IllegalStateException(never);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
