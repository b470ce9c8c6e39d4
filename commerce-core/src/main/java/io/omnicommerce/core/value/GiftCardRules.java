package io.omnicommerce.core.value;

import io.omnicommerce.common.Facts;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.Version;
import io.omnicommerce.money.Money;
import io.omnicommerce.value.GiftCard;
import io.omnicommerce.value.GiftCardId;
import io.omnicommerce.value.GiftCardService;
import io.omnicommerce.value.GiftCardStatus;
import java.time.Instant;
import java.util.Optional;

/** How gift cards begin and change; every change is one version. */
final class GiftCardRules {

  private GiftCardRules() {}

  static GiftCard issued(GiftCardId id, Money amount, Optional<Instant> expiresAt, Instant now) {
    checkPositive(amount);
    return new GiftCard(id, Version.of(1), amount, GiftCardStatus.ACTIVE, expiresAt, now);
  }

  /** Whether a card that is known was issued with the same content. */
  static boolean isRepeat(GiftCard known, Money amount, Optional<Instant> expiresAt) {
    return known.issued().equals(amount) && known.expiresAt().equals(expiresAt);
  }

  /**
   * A card with more on it.
   *
   * @throws RefusedException {@code gift_card.not_possible}
   */
  static GiftCard loaded(GiftCard card, Money amount, Instant now) {
    checkPositive(amount);
    card.issued().plus(amount); // refuses another currency
    if (!card.isUsable(now)) {
      throw notPossible(card, "It is blocked or has ended, so nothing can be put on it.", now);
    }
    return changed(card, card.status(), card.expiresAt());
  }

  static GiftCard withStatus(GiftCard card, GiftCardStatus status) {
    return card.status() == status ? card : changed(card, status, card.expiresAt());
  }

  static GiftCard withEnd(GiftCard card, Optional<Instant> expiresAt) {
    return card.expiresAt().equals(expiresAt) ? card : changed(card, card.status(), expiresAt);
  }

  /** The same card in its next version: its code has changed, or what is on it. */
  static GiftCard next(GiftCard card) {
    return changed(card, card.status(), card.expiresAt());
  }

  /**
   * @throws RefusedException {@code gift_card.not_possible}
   */
  static void requireExpired(GiftCard card, Instant now) {
    if (!card.isExpired(now)) {
      throw notPossible(card, "It has not ended yet, so what is on it is its holder's.", now);
    }
  }

  static void checkPositive(Money amount) {
    if (!amount.isPositive()) {
      throw new InvalidInputException(
          Money.INVALID, "amount", amount.toString(), "must be above 0");
    }
  }

  /** One answer, whatever is wrong with a code. */
  static Refusal invalid() {
    return Refusal.of(
        GiftCardService.INVALID,
        "This gift card cannot be used here. Look at its code, or try another.",
        Facts.none());
  }

  private static RefusedException notPossible(GiftCard card, String why, Instant now) {
    return new RefusedException(
        GiftCardService.NOT_POSSIBLE,
        "The gift card " + card.id() + " does not allow it. " + why,
        Facts.of("status", card.isExpired(now) ? "EXPIRED" : card.status()));
  }

  private static GiftCard changed(
      GiftCard card, GiftCardStatus status, Optional<Instant> expiresAt) {
    return new GiftCard(
        card.id(), card.version().next(), card.issued(), status, expiresAt, card.issuedAt());
  }
}
