package io.omnicommerce.inventory;

import io.omnicommerce.common.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** How an attempt to reserve ended. */
public sealed interface ReservationOutcome {

  /**
   * All of it is reserved.
   *
   * @param until when it may expire
   */
  record Reserved(ReservationId id, Instant until) implements ReservationOutcome {
    public Reserved {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(until, "until");
    }
  }

  /** None of it is reserved; every SKU that is short is named, with what is left. */
  record Refused(List<Refusal> reasons) implements ReservationOutcome {
    public Refused {
      reasons = List.copyOf(Objects.requireNonNull(reasons, "reasons"));
    }
  }

  /** What to do in each of the two cases. */
  default <R> R fold(Function<Reserved, R> reserved, Function<Refused, R> refused) {
    return this instanceof Reserved done ? reserved.apply(done) : refused.apply((Refused) this);
  }
}
