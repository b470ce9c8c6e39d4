package io.omnicommerce.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A batch as the ledger knows it.
 *
 * @param expiresAt when a group that is still {@link HoldState#HELD} may be expired; empty for one
 *     without end and for one posted at once
 * @param lines its lines by number; empty for a batch posted at once
 */
public record HoldGroup(
    BatchId id, HoldState state, Optional<Instant> expiresAt, List<HoldLine> lines) {

  public HoldGroup {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(expiresAt, "expiresAt");
    lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
  }
}
