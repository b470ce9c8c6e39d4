package io.omnicommerce.core.value;

import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.Entry;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.money.Money;
import io.omnicommerce.storage.Session;
import io.omnicommerce.value.GiftCard;
import io.omnicommerce.value.GiftCardId;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** How gift cards stand in the ledger: an account a card, which is never below zero. */
public final class GiftCardAccounts {

  static final String BOOK = "gift";
  static final AccountId ISSUED = AccountId.contra("@issued");
  static final AccountId BREAKAGE = AccountId.contra("@breakage");

  private GiftCardAccounts() {}

  public static AccountId of(GiftCardId card, Currency currency) {
    return AccountId.of(BOOK, card.value(), currency.getCurrencyCode());
  }

  static AccountId of(GiftCard card) {
    return of(card.id(), card.currency());
  }

  /** Whether an account is what is left on a card. */
  public static boolean isGiftCard(AccountId account) {
    return account.book().equals(BOOK);
  }

  /** What is taken off a card, for an account that stands for what it pays. */
  public static Leg spend(GiftCardId card, AccountId to, Money amount) {
    return leg(of(card, amount.currency()), to, amount);
  }

  /** What a version of a card has put on it. */
  static Batch loading(GiftCard card, Money amount) {
    return Batch.of(batch(card), leg(ISSUED, of(card), amount)).opening(of(card), 0);
  }

  /** What a version of a card has left to the shop. */
  static Batch expiry(GiftCard card, Money amount) {
    return Batch.of(batch(card), leg(of(card), BREAKAGE, amount));
  }

  private static BatchId batch(GiftCard card) {
    return BatchId.of(BOOK + '/' + card.id() + '/' + card.version());
  }

  private static Leg leg(AccountId from, AccountId to, Money amount) {
    return Leg.of(from, to, amount.minor(), amount.currency().getCurrencyCode());
  }

  /** The account of a card as a buyer may take from it: what checkouts have left behind is free. */
  static Balance balance(Session session, GiftCard card) {
    AccountId account = of(card);
    return session
        .ledger()
        .balancesWithoutDue(List.of(account))
        .getOrDefault(account, Balance.none(account, card.currency().getCurrencyCode()));
  }

  /** What may be taken off these cards, by account. */
  static Map<AccountId, Balance> balances(Session session, Collection<GiftCard> cards) {
    return session.ledger().balancesWithoutDue(cards.stream().map(GiftCardAccounts::of).toList());
  }

  static Money available(GiftCard card, Balance balance) {
    return Money.ofMinor(Math.max(0, balance.available()), card.currency());
  }

  static Money amount(Entry entry, Currency currency) {
    return Money.ofMinor(entry.amount(), currency);
  }
}
