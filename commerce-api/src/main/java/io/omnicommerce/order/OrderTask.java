package io.omnicommerce.order;

import io.omnicommerce.common.Text;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that is to be done for an order.
 *
 * @param number its number within the order, from 1
 * @param title what is to be done
 * @param assignee whose it is, by the host's own name of them; empty while it is nobody's
 * @param by who asked for it, as {@code Actor.label()} writes it
 * @param done by whom it was done and when, if it was
 */
public record OrderTask(
    int number,
    String title,
    Optional<String> assignee,
    String by,
    Instant at,
    Optional<Done> done) {

  /** That a task was done. */
  public record Done(String by, Instant at) {
    public Done {
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(at, "at");
    }
  }

  public OrderTask {
    title = Text.name(title, "title");
    assignee =
        Objects.requireNonNull(assignee, "assignee").map(whose -> Text.id(whose, "assignee"));
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(done, "done");
  }

  /** Whether it is still to be done. */
  public boolean isOpen() {
    return done.isEmpty();
  }
}
