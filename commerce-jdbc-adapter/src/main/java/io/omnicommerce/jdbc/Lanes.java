package io.omnicommerce.jdbc;

import io.omnicommerce.storage.CommitResult;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where callers of one storage who take of the same accounts meet. Each account in use has a lane;
 * a caller whom nobody stands in the way commits alone and has only counted itself in and out.
 */
final class Lanes {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final ConcurrentHashMap<String, Lane> lanes = new ConcurrentHashMap<>();
  private final int least;
  private final Duration patience;

  /**
   * @param least how many it takes to share a transaction
   * @param patience how long one waits behind a leader who got stuck
   */
  Lanes(int least, Duration patience) {
    this.least = least;
    this.patience = patience;
  }

  /** Together from two on. */
  static Lanes whereCallersWait() {
    return new Lanes(2, PATIENCE);
  }

  /** In the way of several also where there is only one, for tests. */
  static Lanes always() {
    return new Lanes(1, PATIENCE);
  }

  CommitResult commit(Ride ride, Lane.Driver driver) throws SQLException {
    List<Lane> entered = enter(ride);
    try {
      Lane busiest = busiest(entered);
      return busiest.callers() < least ? driver.alone() : busiest.commit(ride, driver);
    } finally {
      leave(entered);
    }
  }

  /** How many accounts are in use, which is none when nobody is. */
  int size() {
    return lanes.size();
  }

  private List<Lane> enter(Ride ride) {
    String tenant = ride.context().tenant().value() + '\n';
    List<Lane> entered = new ArrayList<>(ride.changes().size());
    for (Change change : ride.changes()) {
      entered.add(
          lanes.compute(
              tenant + change.id(),
              (name, known) ->
                  (known == null ? new Lane(name, least, patience) : known).entered()));
    }
    return entered;
  }

  private void leave(List<Lane> entered) {
    for (Lane lane : entered) {
      lanes.computeIfPresent(lane.name(), (name, known) -> known.left());
    }
  }

  /** The first of those with most callers, so that all who take of the same accounts meet. */
  private static Lane busiest(List<Lane> entered) {
    Lane busiest = entered.get(0);
    for (Lane lane : entered) {
      busiest = lane.callers() > busiest.callers() ? lane : busiest;
    }
    return busiest;
  }
}
