package io.omnicommerce.core.checkout;

import io.omnicommerce.checkout.Checkout;
import io.omnicommerce.checkout.GiftCardPart;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.payment.PaymentAccounts;
import io.omnicommerce.core.value.GiftCardAccounts;
import io.omnicommerce.core.value.PresentedCards;
import io.omnicommerce.core.value.PresentedCards.Share;
import io.omnicommerce.ledger.HoldGroup;
import io.omnicommerce.ledger.HoldLine;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.ledger.Shortfall;
import io.omnicommerce.money.Money;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.storage.Session;
import io.omnicommerce.value.GiftCardUse;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What gift cards pay of an attempt: held with its stock, spent with its order. */
final class GiftCardParts {

  private GiftCardParts() {}

  /** Each share as a payment that it becomes. */
  static List<GiftCardPart> of(List<Share> shares, NewIds given) {
    List<GiftCardPart> parts = new ArrayList<>();
    for (Share share : shares) {
      parts.add(new GiftCardPart(given.payment(), share.card(), share.amount()));
    }
    return parts;
  }

  /** What is left for the tender. */
  static Money rest(Money total, List<Share> shares) {
    Money rest = total;
    for (Share share : shares) {
      rest = rest.minus(share.amount());
    }
    return rest;
  }

  /**
   * @throws io.omnicommerce.common.RefusedException {@code gift_card.insufficient} if nothing else
   *     is to pay
   */
  static void checkCovered(Tender tender, Money total, List<Share> shares) {
    Money rest = rest(total, shares);
    if (tender.kind() == Tender.Kind.GIFT_CARD && rest.isPositive()) {
      throw PresentedCards.insufficient(rest).asException();
    }
  }

  static List<Leg> legs(Checkout checkout) {
    return checkout.giftCards().stream().map(GiftCardParts::leg).toList();
  }

  /** Spent, it is what the payment can give back. */
  private static Leg leg(GiftCardPart part) {
    return GiftCardAccounts.spend(
        part.card(), PaymentAccounts.refundable(part.payment()), part.amount());
  }

  /** What takes the parts of a group off their cards. */
  static List<LedgerStep> spend(HoldGroup group) {
    List<LedgerStep> steps = new ArrayList<>();
    for (HoldLine line : group.lines()) {
      if (GiftCardAccounts.isGiftCard(line.from()) && line.open() > 0) {
        steps.add(new LedgerStep.PostLine(group.id(), line.line(), line.open()));
      }
    }
    return steps;
  }

  /** Why cards cannot be held anew; nothing if they can, or none is needed. */
  static Optional<Refusal> ended(Session session, Checkout checkout) {
    return checkout.giftCards().isEmpty()
        ? Optional.empty()
        : PresentedCards.ended(
            session, checkout.giftCards().stream().map(GiftCardPart::card).toList());
  }

  /** Somebody else has spent it meanwhile. */
  static Refusal refusal(Shortfall shortfall) {
    Currency currency = Currency.getInstance(shortfall.account().holder());
    long missing = shortfall.wanted() - Math.max(0, shortfall.available());
    return PresentedCards.insufficient(Money.ofMinor(missing, currency));
  }

  /** What was asked of them, as text, by which a repeat is recognized. */
  static String text(List<GiftCardUse> uses) {
    return uses.stream()
        .map(use -> use.code().value() + ' ' + use.amountMax().map(Money::toString).orElse(""))
        .collect(Collectors.joining(","));
  }
}
