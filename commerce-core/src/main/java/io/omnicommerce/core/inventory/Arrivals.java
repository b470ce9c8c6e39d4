package io.omnicommerce.core.inventory;

import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.Session;

/** Who has goods promised hears of it when they come; the room that promises them registers it. */
@FunctionalInterface
public interface Arrivals {

  /** Nobody does. */
  Arrivals NOBODY = (session, decision, arrival) -> false;

  /**
   * Adds to the decision by which goods come what becomes of it.
   *
   * @return whether the promise is somebody's; nothing comes for one that is nobody's yet
   */
  boolean hear(Session session, Decision.Builder decision, Arrival arrival);
}
