package io.omnicommerce.payment;

import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.money.Money;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One attempt to capture, refund, void or waive, and how it ended.
 *
 * @param key the caller's key of the command
 * @param by who captured, voided or waived, as {@code Actor.label()} writes it; empty for what is
 *     anybody's to repeat: refunds, and giving back what is due
 * @param gatewayReference the gateway's name for what it did
 */
public record PaymentEntry(
    Kind kind,
    Money amount,
    Outcome outcome,
    IdempotencyKey key,
    Optional<String> by,
    Optional<String> gatewayReference,
    Instant at) {

  /** What was attempted. */
  public enum Kind {
    /** To take promised money. */
    CAPTURE,
    /** To give back captured money. */
    REFUND,
    /** To give back the promise. */
    VOID,
    /**
     * To take no more of the promise than is due, since that has become less. Nobody outside is
     * asked for it: it is done as it is written down.
     */
    WAIVE
  }

  /** How it ended. */
  public enum Outcome {
    /** Written down; the gateway has not been heard of yet. */
    INTENDED,
    /** It was done. */
    DONE,
    /** It was not done and will not be under this key. */
    DECLINED,
    /** The gateway was asked, and what it did is not known. */
    UNKNOWN
  }

  public PaymentEntry {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(gatewayReference, "gatewayReference");
    Objects.requireNonNull(at, "at");
  }
}
