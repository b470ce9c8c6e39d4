package io.omnicommerce.fulfillment;

import io.omnicommerce.common.Text;
import java.time.Instant;
import java.util.Objects;

/**
 * The proof that goods were handed over.
 *
 * @param collector who took them
 * @param staff who gave them out, as {@link io.omnicommerce.common.Actor#label}
 */
public record Handover(String collector, String staff, Instant at) {

  public Handover {
    collector = Text.name(collector, "collector");
    Objects.requireNonNull(staff, "staff");
    Objects.requireNonNull(at, "at");
  }

  /** For logs: the collector does not stand in it. */
  @Override
  public String toString() {
    return "Handover[***, staff=" + staff + ", at=" + at + "]";
  }
}
