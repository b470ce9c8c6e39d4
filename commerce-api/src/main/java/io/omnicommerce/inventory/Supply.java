package io.omnicommerce.inventory;

import java.util.Objects;
import java.util.Optional;

/**
 * What a demand is met from.
 *
 * @param kind whether the goods are there
 * @param inbound the delivery that they come with, if they are {@link Kind#INBOUND}
 */
public record Supply(Kind kind, Optional<InboundId> inbound) {

  /** Whether goods are there. */
  public enum Kind {
    /** They lie on the shelf. */
    ON_HAND,
    /** They are to be had and nobody has said when. */
    BACKORDER,
    /** They come with a delivery that is expected. */
    INBOUND
  }

  /** What lies on the shelf. */
  public static final Supply ON_HAND = new Supply(Kind.ON_HAND, Optional.empty());

  /** What is to be had, nobody knows when. */
  public static final Supply BACKORDER = new Supply(Kind.BACKORDER, Optional.empty());

  public Supply {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(inbound, "inbound");
    if (inbound.isPresent() != (kind == Kind.INBOUND)) {
      throw new IllegalArgumentException(
          "A delivery is named of what is inbound, and only of that");
    }
  }

  /** What comes with a delivery. */
  public static Supply inbound(InboundId delivery) {
    return new Supply(Kind.INBOUND, Optional.of(Objects.requireNonNull(delivery, "delivery")));
  }
}
