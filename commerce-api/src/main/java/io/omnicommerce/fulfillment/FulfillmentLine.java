package io.omnicommerce.fulfillment;

import io.omnicommerce.common.Quantity;
import io.omnicommerce.pricing.LineId;
import java.util.Objects;

/**
 * A line of a job.
 *
 * @param line the order's line
 * @param quantity how much of it is this job's
 * @param done how much has left
 */
public record FulfillmentLine(LineId line, Quantity quantity, Quantity done) {

  public FulfillmentLine {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(done, "done");
    quantity.minus(done);
  }

  /** What has not left yet. */
  public Quantity open() {
    return quantity.minus(done);
  }
}
