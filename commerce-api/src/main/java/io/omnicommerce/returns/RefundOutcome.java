package io.omnicommerce.returns;

import io.omnicommerce.common.Refusal;
import io.omnicommerce.money.Money;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** How a refund ended. */
public sealed interface RefundOutcome {

  /** The money was given back. */
  record Refunded(Rma rma, Money amount) implements RefundOutcome {
    public Refunded {
      Objects.requireNonNull(rma, "rma");
      Objects.requireNonNull(amount, "amount");
    }
  }

  /**
   * The gateway has not said how it ended, or how something else ended that is under way at one of
   * the payments; ask again with the same key.
   */
  record Pending(Rma rma, Money amount) implements RefundOutcome {
    public Pending {
      Objects.requireNonNull(rma, "rma");
      Objects.requireNonNull(amount, "amount");
    }
  }

  /** Not all of it was given back; every reason is named. */
  record Refused(List<Refusal> reasons) implements RefundOutcome {
    public Refused {
      reasons = List.copyOf(Objects.requireNonNull(reasons, "reasons"));
    }
  }

  /** What to do in each of the three cases. */
  default <R> R fold(
      Function<Refunded, R> refunded, Function<Pending, R> pending, Function<Refused, R> refused) {
    if (this instanceof Refunded done) {
      return refunded.apply(done);
    }
    return this instanceof Pending open ? pending.apply(open) : refused.apply((Refused) this);
  }
}
