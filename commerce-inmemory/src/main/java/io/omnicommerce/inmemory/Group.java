package io.omnicommerce.inmemory;

import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.HoldGroup;
import io.omnicommerce.ledger.HoldLine;
import io.omnicommerce.ledger.HoldState;
import io.omnicommerce.ledger.Leg;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A batch: the claim on its id, and the hold group if it was held. */
final class Group {

  /** Later than any instant that a clock can tell in milliseconds. */
  static final long NEVER = Long.MAX_VALUE;

  private static final long[] NOTHING_OPEN = {};

  final BatchId id;
  final List<Leg> legs;
  final boolean held;
  final long life;
  final long[] open;
  HoldState state;
  long expiresAt;

  /** Whether any part of it was posted. */
  boolean posted;

  /** Where it stands in the queue of those that will be due; -1 if it is not there. */
  int queuePosition = -1;

  private Group(Batch batch, long life, boolean held, HoldState state, long expiresAt) {
    this.id = batch.id();
    this.legs = batch.legs();
    this.life = life;
    this.held = held;
    this.state = state;
    this.expiresAt = expiresAt;
    this.open = held ? amounts(batch.legs()) : NOTHING_OPEN;
  }

  static Group posted(Batch batch) {
    return new Group(batch, NEVER, false, HoldState.POSTED, NEVER);
  }

  static Group held(Batch batch, long life, long expiresAt) {
    return new Group(batch, life, true, HoldState.HELD, expiresAt);
  }

  boolean isSame(Group other) {
    return held == other.held && life == other.life && movesTheSame(other.legs);
  }

  /** What is to be left behind is no content. */
  private boolean movesTheSame(List<Leg> others) {
    return legs.equals(others) || moves(legs).equals(moves(others));
  }

  private static List<Leg> moves(List<Leg> legs) {
    return legs.stream().map(leg -> leg.leaving(0)).toList();
  }

  boolean isDue(long now) {
    return state == HoldState.HELD && expiresAt <= now;
  }

  /** Its state, where one that is due counts as expired. */
  HoldState stateAt(long now) {
    return isDue(now) ? HoldState.EXPIRED : state;
  }

  boolean isAllClosed() {
    for (long amount : open) {
      if (amount > 0) {
        return false;
      }
    }
    return true;
  }

  HoldLine line(int index) {
    Leg leg = legs.get(index);
    return new HoldLine(index + 1, leg.from(), leg.to(), leg.unit(), leg.amount(), open[index]);
  }

  HoldGroup view() {
    return new HoldGroup(
        id, state, end(), IntStream.range(0, open.length).mapToObj(this::line).toList());
  }

  /** When it may be expired, if ever. */
  Optional<Instant> end() {
    return state == HoldState.HELD && expiresAt != NEVER
        ? Optional.of(Instant.ofEpochMilli(expiresAt))
        : Optional.empty();
  }

  private static long[] amounts(List<Leg> legs) {
    long[] amounts = new long[legs.size()];
    for (int i = 0; i < amounts.length; i++) {
      amounts[i] = legs.get(i).amount();
    }
    return amounts;
  }
}
