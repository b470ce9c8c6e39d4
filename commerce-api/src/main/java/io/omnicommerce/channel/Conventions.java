package io.omnicommerce.channel;

import io.omnicommerce.money.Rounding;
import java.util.Objects;

/**
 * The policies of a market on which careful systems differ, each named as it stands in a price's
 * trace.
 *
 * @param rounding {@code rounding}: how amounts become payable; half up by default
 * @param merge {@code merge}: what becomes of two carts; the sum by default
 * @param overQuantity {@code over_quantity}: what happens when too much is asked for; rejected by
 *     default
 */
public record Conventions(Rounding rounding, MergePolicy merge, OverQuantity overQuantity) {

  /** All defaults. */
  public static final Conventions STANDARD =
      new Conventions(Rounding.HALF_UP, MergePolicy.SUM, OverQuantity.REJECT);

  public Conventions {
    Objects.requireNonNull(rounding, "rounding");
    Objects.requireNonNull(merge, "merge");
    Objects.requireNonNull(overQuantity, "overQuantity");
  }

  public Conventions withRounding(Rounding with) {
    return new Conventions(with, merge, overQuantity);
  }

  public Conventions withMerge(MergePolicy with) {
    return new Conventions(rounding, with, overQuantity);
  }

  public Conventions withOverQuantity(OverQuantity with) {
    return new Conventions(rounding, merge, with);
  }
}
