package io.omnicommerce.checkout;

import io.omnicommerce.common.Refusal;
import io.omnicommerce.payment.spi.GatewayRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** How the beginning of a checkout ended. */
public sealed interface BeginOutcome {

  /**
   * Everything is held; the gateway may be asked.
   *
   * @param request what to ask the gateway; empty if there is nothing to pay there
   */
  record Ready(Checkout checkout, Optional<GatewayRequest> request) implements BeginOutcome {
    public Ready {
      Objects.requireNonNull(checkout, "checkout");
      Objects.requireNonNull(request, "request");
    }
  }

  /** It could not begin; nothing was changed. Every reason is named. */
  record Refused(List<Refusal> reasons) implements BeginOutcome {
    public Refused {
      reasons = List.copyOf(Objects.requireNonNull(reasons, "reasons"));
    }
  }

  /** What to do in each of the two cases. */
  default <R> R fold(Function<Ready, R> ready, Function<Refused, R> refused) {
    return this instanceof Ready done ? ready.apply(done) : refused.apply((Refused) this);
  }
}
