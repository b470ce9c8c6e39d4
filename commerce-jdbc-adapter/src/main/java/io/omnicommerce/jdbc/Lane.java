package io.omnicommerce.jdbc;

import io.omnicommerce.storage.CommitResult;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Those who take of one account at the same time. One of them leads: it commits for itself and all
 * who have come meanwhile, and hands over to the first who came too late. So each works for one
 * transaction at most, on a thread of its own caller.
 */
final class Lane {

  /** Beyond that a transaction takes as much longer as it takes more callers. */
  static final int ABOARD_MAX = 64;

  private final String name;
  private final int least;
  private final Duration patience;
  private final Deque<Ride> waiting = new ArrayDeque<>();
  private volatile int callers;
  private volatile boolean scarce;
  private boolean led;

  /** What a caller can do for a lane. */
  interface Driver {

    /** Commits the caller's own decision as if there were no lane. */
    CommitResult alone() throws SQLException;

    /** Gives back what others may need while the caller waits. */
    void idle();

    /**
     * Commits what all of these have decided, and gives each its turn. Throws nothing but errors.
     */
    void drive(Lane lane, List<Ride> aboard);
  }

  /**
   * @param least how many it takes to share a transaction
   * @param patience how long one waits to be taken along before it goes alone
   */
  Lane(String name, int least, Duration patience) {
    this.name = name;
    this.least = least;
    this.patience = patience;
  }

  String name() {
    return name;
  }

  /** How many are in here; changed by one at a time. */
  int callers() {
    return callers;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // the map of lanes lets one in at a time
  Lane entered() {
    callers++;
    return this;
  }

  /** This lane, or null if nobody is left. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // as above
  @Nullable Lane left() {
    callers--;
    return callers == 0 ? null : this;
  }

  /** Whether somebody was refused of late, so that asking what is left comes before taking. */
  boolean isScarce() {
    return scarce;
  }

  void scarce(boolean isScarce) {
    scarce = isScarce;
  }

  CommitResult commit(Ride ride, Driver driver) throws SQLException {
    Turn turn = takesLead(ride) ? new Turn.Lead() : waited(ride, driver);
    return turn instanceof Turn.Lead ? led(ride, driver) : ended(turn, driver);
  }

  private synchronized boolean takesLead(Ride ride) {
    if (led) {
      waiting.add(ride);
      return false;
    }
    led = true;
    return true;
  }

  private Turn waited(Ride ride, Driver driver) {
    driver.idle();
    Turn turn = ride.awaited(patience);
    if (turn == null) {
      turn = withdrawn(ride) ? new Turn.Alone() : ride.awaited();
    }
    return turn;
  }

  private synchronized boolean withdrawn(Ride ride) {
    return waiting.remove(ride);
  }

  private CommitResult led(Ride ride, Driver driver) throws SQLException {
    Ride own = ride.again();
    List<Ride> aboard = board(own);
    if (aboard.size() < least) {
      try {
        return driver.alone();
      } finally {
        handOver();
      }
    }
    driven(aboard, driver);
    return ended(own.awaited(), driver);
  }

  /** An interrupt is for the leader alone, and must not end what it does for others. */
  private void driven(List<Ride> aboard, Driver driver) {
    boolean interrupted = Thread.interrupted();
    try {
      driver.drive(this, aboard);
    } finally {
      aboard.forEach(ride -> ride.give(new Turn.Alone()));
      handOver();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The leader and all behind it, but for those who touch the same as one who came earlier. */
  private synchronized List<Ride> board(Ride leader) {
    List<Ride> aboard = new ArrayList<>(waiting.size() + 1);
    aboard.add(leader);
    Set<String> marks = new HashSet<>(leader.marks());
    for (Iterator<Ride> next = waiting.iterator(); next.hasNext() && aboard.size() < ABOARD_MAX; ) {
      Ride ride = next.next();
      boolean isFree = ride.marks().stream().noneMatch(marks::contains);
      marks.addAll(ride.marks());
      if (isFree) {
        next.remove();
        aboard.add(ride);
      }
    }
    return aboard;
  }

  private synchronized void handOver() {
    Ride next = waiting.poll();
    led = next != null;
    if (next != null) {
      next.give(new Turn.Lead());
    }
  }

  private static CommitResult ended(Turn turn, Driver driver) throws SQLException {
    if (turn instanceof Turn.Answered answered) {
      return answered.result();
    } else if (turn instanceof Turn.Unknown unknown) {
      throw unknown.failure();
    }
    return driver.alone();
  }
}
