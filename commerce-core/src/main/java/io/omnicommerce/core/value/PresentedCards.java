package io.omnicommerce.core.value;

import io.omnicommerce.common.Facts;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.promotion.CouponAttempts;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.money.Money;
import io.omnicommerce.promotion.AttemptLimit;
import io.omnicommerce.storage.Session;
import io.omnicommerce.value.GiftCard;
import io.omnicommerce.value.GiftCardCode;
import io.omnicommerce.value.GiftCardId;
import io.omnicommerce.value.GiftCardService;
import io.omnicommerce.value.GiftCardUse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gift cards that somebody presents by their codes, looked up in one transaction. A wrong code is
 * to be written down by that transaction, which then does nothing else.
 */
public final class PresentedCards {

  private final Session session;
  private final CouponAttempts attempts;
  private final Map<GiftCardId, Presented> cards = new LinkedHashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private Optional<Refusal> refusal = Optional.empty();

  private record Presented(GiftCard card, Optional<Money> amountMax) {}

  /** What one card pays. */
  public record Share(GiftCardId card, Money amount) {}

  private PresentedCards(Session session, AttemptLimit limit) {
    this.session = session;
    this.attempts = CouponAttempts.ofGiftCards(session, limit);
  }

  /**
   * @param currency the one that they are to pay in; any if empty
   */
  public static PresentedCards of(
      Session session, AttemptLimit limit, List<GiftCardUse> uses, Optional<Currency> currency) {
    PresentedCards presented = new PresentedCards(session, limit);
    presented.refusal = presented.attempts.refusal();
    if (presented.refusal.isEmpty()) {
      uses.forEach(use -> presented.look(use, currency));
    }
    return presented;
  }

  private void look(GiftCardUse use, Optional<Currency> currency) {
    Optional<GiftCard> found =
        GiftCardDocuments.byCode(session, use.code())
            .filter(card -> card.isUsable(session.now()))
            .filter(card -> currency.isEmpty() || currency.get().equals(card.currency()));
    found.ifPresent(card -> cards.putIfAbsent(card.id(), new Presented(card, use.amountMax())));
    if (found.isEmpty()) {
      wrong.add(name(use.code()));
      refusal = Optional.of(GiftCardRules.invalid());
    }
  }

  private static String name(GiftCardCode code) {
    return "gift card " + GiftCardDocuments.hash(code);
  }

  /** Why they are not looked at, or which answer they get; nothing if all are right. */
  public Optional<Refusal> refusal() {
    return refusal;
  }

  /** Writes down what was wrong: the session's one commit. */
  public void writeDown() {
    if (!wrong.isEmpty()) {
      attempts.wrong(wrong);
    }
  }

  Collection<GiftCard> cards() {
    return cards.values().stream().map(Presented::card).toList();
  }

  /**
   * What each pays of an amount, in their order: as much as it has, may and is needed.
   *
   * @throws io.omnicommerce.common.RefusedException {@code gift_card.insufficient} if one that is
   *     needed has nothing, so that nobody pays by other means without knowing
   */
  public List<Share> shares(Money amount) {
    Map<AccountId, Balance> balances =
        cards.isEmpty() ? Map.of() : GiftCardAccounts.balances(session, cards());
    List<Share> shares = new ArrayList<>();
    Money rest = amount;
    for (Presented presented : cards.values()) {
      if (rest.isPositive()) {
        Money share = share(presented, balances, rest);
        shares.add(new Share(presented.card().id(), share));
        rest = rest.minus(share);
      }
    }
    return shares;
  }

  private static Money share(Presented presented, Map<AccountId, Balance> balances, Money rest) {
    Balance balance = balances.get(GiftCardAccounts.of(presented.card()));
    Money available =
        balance == null
            ? Money.zero(rest.currency())
            : GiftCardAccounts.available(presented.card(), balance);
    Money share = presented.amountMax().map(rest::min).orElse(rest).min(available);
    if (!share.isPositive()) {
      throw insufficient(rest).asException();
    }
    return share;
  }

  /** The cards do not have so much. */
  public static Refusal insufficient(Money missing) {
    return Refusal.of(
        GiftCardService.INSUFFICIENT,
        "The gift cards do not have enough: " + missing + " are missing. Pay them otherwise.",
        Facts.of("missing", missing));
  }

  /** Why cards that were right when their checkout began are not any more; nothing if they are. */
  public static Optional<Refusal> ended(Session session, Collection<GiftCardId> cards) {
    return session
            .documents()
            .findAll(GiftCardDocuments.TYPE, cards.stream().map(GiftCardId::value).toList())
            .values()
            .stream()
            .allMatch(stored -> stored.value().card().isUsable(session.now()))
        ? Optional.empty()
        : Optional.of(GiftCardRules.invalid());
  }
}
