package io.omnicommerce.value;

import io.omnicommerce.common.Version;
import io.omnicommerce.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;

/**
 * A gift card. What is on it, {@link GiftCardBalance} says.
 *
 * @param issued what it was issued with
 * @param expiresAt from when on it is not spent any more; without end if empty
 */
public record GiftCard(
    GiftCardId id,
    Version version,
    Money issued,
    GiftCardStatus status,
    Optional<Instant> expiresAt,
    Instant issuedAt) {

  public GiftCard {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(issued, "issued");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(expiresAt, "expiresAt");
    Objects.requireNonNull(issuedAt, "issuedAt");
  }

  /** The one currency that it is in. */
  public Currency currency() {
    return issued.currency();
  }

  /** Whether it has ended. */
  public boolean isExpired(Instant now) {
    Objects.requireNonNull(now, "now");
    return expiresAt.filter(end -> !now.isBefore(end)).isPresent();
  }

  /** Whether it may be spent. */
  public boolean isUsable(Instant now) {
    return status == GiftCardStatus.ACTIVE && !isExpired(now);
  }
}
