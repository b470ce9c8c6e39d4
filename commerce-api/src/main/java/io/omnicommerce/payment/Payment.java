package io.omnicommerce.payment;

import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.Reference;
import io.omnicommerce.common.Version;
import io.omnicommerce.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A payment.
 *
 * @param subject what it pays for: the checkout attempt, and the order it becomes
 * @param amount what was to be authorized
 * @param gatewayReference the gateway's name for the authorization
 * @param entries captures, refunds, voids and waivers, oldest first
 * @param dueBack whether everything is to be given back, since what it pays for was cancelled;
 *     nothing is captured of it any more
 * @param surplus how much of what was captured has become too much, since what it pays for came to
 *     less; the sum of all times
 */
public record Payment(
    PaymentId id,
    Version version,
    Reference subject,
    Tender tender,
    Money amount,
    PaymentStatus status,
    Optional<String> gatewayReference,
    Optional<String> declineReason,
    List<PaymentEntry> entries,
    boolean dueBack,
    Money surplus,
    Instant createdAt) {

  public Payment {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(tender, "tender");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(gatewayReference, "gatewayReference");
    Objects.requireNonNull(declineReason, "declineReason");
    entries = List.copyOf(Objects.requireNonNull(entries, "entries"));
    Objects.requireNonNull(surplus, "surplus");
    Objects.requireNonNull(createdAt, "createdAt");
  }

  /** What was captured. */
  public Money captured() {
    return done(PaymentEntry.Kind.CAPTURE);
  }

  /** What was refunded. */
  public Money refunded() {
    return done(PaymentEntry.Kind.REFUND);
  }

  /** What of the promise is not taken any more, since less is due than was promised. */
  public Money waived() {
    return done(PaymentEntry.Kind.WAIVE);
  }

  /**
   * What may still be captured: what was promised, less what was captured and what was waived. What
   * a capture that is under way has set aside is in it.
   */
  public Money capturable() {
    Money zero = Money.zero(amount.currency());
    return status == PaymentStatus.AUTHORIZED && !dueBack
        ? zero.max(amount.minus(captured()).minus(waived()))
        : zero;
  }

  /**
   * How a capture, refund or void ended that was asked for under a key; empty if there was none.
   */
  public Optional<PaymentEntry> entry(PaymentEntry.Kind kind, IdempotencyKey key) {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(key, "key");
    return entries.stream()
        .filter(entry -> entry.kind() == kind && entry.key().equals(key))
        .findFirst();
  }

  private Money done(PaymentEntry.Kind kind) {
    Money sum = Money.zero(amount.currency());
    for (PaymentEntry entry : entries) {
      if (entry.kind() == kind && entry.outcome() == PaymentEntry.Outcome.DONE) {
        sum = sum.plus(entry.amount());
      }
    }
    return sum;
  }
}
