package io.omnicommerce.fulfillment;

import io.omnicommerce.common.Text;
import java.time.Instant;
import java.util.Objects;

/**
 * The proof that goods were handed over: somebody knew the code.
 *
 * @param collector who took them
 * @param by whether that was who had ordered, or somebody whom they had named
 * @param staff who gave them out, as {@link io.omnicommerce.common.Actor#label}
 */
public record Handover(String collector, By by, String staff, Instant at) {

  /** In whose name goods are taken. */
  public enum By {
    /** Whoever ordered them. */
    BUYER,
    /** Somebody whom the customer had named beforehand. */
    DEPUTY
  }

  public Handover {
    collector = Text.name(collector, "collector");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(staff, "staff");
    Objects.requireNonNull(at, "at");
  }

  /** For logs: the collector does not stand in it. */
  @Override
  public String toString() {
    return "Handover[***, by=" + by + ", staff=" + staff + ", at=" + at + "]";
  }
}
