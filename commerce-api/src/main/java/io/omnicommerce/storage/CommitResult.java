package io.omnicommerce.storage;

import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.HoldState;
import io.omnicommerce.ledger.Shortfall;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a decision ended. Unless it was {@link Applied}, nothing of it was written: neither documents
 * nor events nor movements.
 */
public sealed interface CommitResult {

  /**
   * Everything is written.
   *
   * @param events the appended events, in their order
   * @param expiresAt when the held or extended group may be expired
   */
  record Applied(List<EventEnvelope> events, Optional<Instant> expiresAt) implements CommitResult {
    public Applied {
      events = List.copyOf(Objects.requireNonNull(events, "events"));
      Objects.requireNonNull(expiresAt, "expiresAt");
    }
  }

  /**
   * The batch is there with the same content, or the group has already ended this way: a repeat.
   */
  record AlreadyApplied(BatchId batch) implements CommitResult {
    public AlreadyApplied {
      Objects.requireNonNull(batch, "batch");
    }
  }

  /** Some accounts cannot give what is asked of them; all of them are named. */
  record Refused(List<Shortfall> shortfalls) implements CommitResult {
    public Refused {
      shortfalls = List.copyOf(Objects.requireNonNull(shortfalls, "shortfalls"));
    }
  }

  /** A batch with this id is there, with other content. */
  record ContentDiffers(BatchId batch) implements CommitResult {
    public ContentDiffers {
      Objects.requireNonNull(batch, "batch");
    }
  }

  /**
   * The group is not in a state that allows the step.
   *
   * @param state where it stands, or empty if there is none; a held group that is due counts as
   *     {@link HoldState#EXPIRED}
   */
  record NotHeld(BatchId batch, Optional<HoldState> state) implements CommitResult {
    public NotHeld {
      Objects.requireNonNull(batch, "batch");
      Objects.requireNonNull(state, "state");
    }
  }

  /** Whether everything was written. */
  default boolean isApplied() {
    return this instanceof Applied;
  }
}
