package io.omnicommerce.payment.spi;

import io.omnicommerce.money.Money;
import java.util.Objects;

/** What a gateway says. */
public sealed interface GatewayAnswer {

  /**
   * It is done.
   *
   * @param reference the gateway's name for what it did
   * @param amount how much; anything but what was asked is a breach of contract
   */
  record Approved(String reference, Money amount) implements GatewayAnswer {
    public Approved {
      Objects.requireNonNull(reference, "reference");
      Objects.requireNonNull(amount, "amount");
    }
  }

  /**
   * It is not done, and will not be for this key.
   *
   * @param reason why, in the gateway's words
   */
  record Declined(String reason) implements GatewayAnswer {
    public Declined {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * The customer has to do something first.
   *
   * @param action what: an address to visit, a code to show
   */
  record ActionNeeded(String reference, String action) implements GatewayAnswer {
    public ActionNeeded {
      Objects.requireNonNull(reference, "reference");
      Objects.requireNonNull(action, "action");
    }
  }

  /** Nobody knows whether it was done. */
  record Unknown(String reason) implements GatewayAnswer {
    public Unknown {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * Only as the answer to a query: the gateway never heard of the key, so nothing was done for it.
   */
  record NeverHeard() implements GatewayAnswer {}
}
