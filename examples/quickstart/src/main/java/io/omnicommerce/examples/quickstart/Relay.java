package io.omnicommerce.examples.quickstart;

import io.omnicommerce.storage.Outbox;
import io.omnicommerce.storage.OutboxRecord;
import java.util.List;

/** Takes events out of the outbox, as a host's relay does that hands them on. */
final class Relay {

  private static final int PAGE = 500;

  private final Outbox outbox;
  private final boolean isOurs;

  Relay(Outbox outbox, boolean isOurs) {
    this.outbox = outbox;
    this.isOurs = isOurs;
  }

  /** Empties the outbox and answers how many events there were. */
  long drain() {
    long relayed = 0;
    while (isOurs) {
      List<OutboxRecord> events = outbox.unpublished(PAGE);
      if (events.isEmpty()) {
        break;
      }
      outbox.markPublished(events.stream().map(OutboxRecord::id).toList());
      outbox.prune(events.size());
      relayed += events.size();
    }
    return relayed;
  }
}
