package io.omnicommerce.core.checkout;

import io.omnicommerce.checkout.BeginOutcome;
import io.omnicommerce.checkout.Checkout;
import io.omnicommerce.checkout.CheckoutId;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.payment.spi.GatewayRequest;
import io.omnicommerce.tax.spi.TaxQuestion;
import java.util.List;
import java.util.Optional;

/** How the beginning of an attempt ended, as the service itself sees it. */
sealed interface Begun {

  /**
   * Everything is held, or was when the key was first used.
   *
   * @param fresh whether it was begun by this very call
   */
  record Ready(Checkout checkout, Optional<GatewayRequest> request, boolean fresh)
      implements Begun {}

  record Refused(List<Refusal> reasons) implements Begun {
    static Refused of(Refusal reason) {
      return new Refused(List.of(reason));
    }
  }

  /** An earlier attempt at the cart was left, and may have been paid. */
  record Stale(CheckoutId earlier) implements Begun {}

  /** The tax service is to be asked first; nothing has changed. */
  record Untaxed(TaxQuestion question) implements Begun {}

  /** What the tax service is to be asked first. */
  default Optional<TaxQuestion> open() {
    return this instanceof Untaxed untaxed ? Optional.of(untaxed.question()) : Optional.empty();
  }

  /** Why the gateway is not asked; nothing if it can be. */
  default List<Refusal> reasons() {
    if (this instanceof Stale stale) {
      return List.of(CheckoutRules.inProgress(stale.earlier().value()));
    }
    return this instanceof Refused refused ? refused.reasons() : List.of();
  }

  default BeginOutcome told() {
    return this instanceof Ready ready
        ? new BeginOutcome.Ready(ready.checkout(), ready.request())
        : new BeginOutcome.Refused(reasons());
  }
}
