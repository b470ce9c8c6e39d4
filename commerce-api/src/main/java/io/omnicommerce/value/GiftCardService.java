package io.omnicommerce.value;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Permission;
import io.omnicommerce.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * Issues gift cards and looks after them. Spending them is a part of checkout: see {@code
 * CheckoutRequest.withGiftCards}. Thread-safe; correct under any number of processes.
 */
public interface GiftCardService {

  /** To issue and load. */
  Permission ISSUE = Permission.of("gift_card.issue");

  /** To see cards by their ids. */
  Permission VIEW = Permission.of("gift_card.view");

  /** To block and unblock, to replace codes, to move the end of a card and to end it. */
  Permission MANAGE = Permission.of("gift_card.manage");

  /** There is no such card. */
  ErrorCode NOT_FOUND = ErrorCode.of("gift_card.not_found");

  /**
   * The code is not that of a card that can be spent here: unknown, blocked, ended or in another
   * currency; which of these is not said.
   */
  ErrorCode INVALID = ErrorCode.of("gift_card.invalid");

  /** The cards do not have what is to be paid by them. Facts: missing. */
  ErrorCode INSUFFICIENT = ErrorCode.of("gift_card.insufficient");

  /** The id belongs to another card. Facts: giftCard. */
  ErrorCode ID_TAKEN = ErrorCode.of("gift_card.id_taken");

  /** The code belongs to another card. */
  ErrorCode CODE_TAKEN = ErrorCode.of("gift_card.code_taken");

  /** The card's state does not allow it: it is blocked, has ended, or has not. Facts: status. */
  ErrorCode NOT_POSSIBLE = ErrorCode.of("gift_card.not_possible");

  /**
   * Issues a card with a code that the library makes: 16 letters and digits from the injected
   * secrets. Issuing it again with the same content answers the card without its code. Needs {@link
   * #ISSUE}.
   *
   * @param amount what is on it, above zero
   * @param expiresAt from when on it is not spent any more; without end if empty
   * @throws io.omnicommerce.common.InvalidInputException {@code money.invalid_amount}
   * @throws io.omnicommerce.common.RefusedException {@code gift_card.id_taken}
   */
  IssuedGiftCard issue(
      CallContext context, GiftCardId id, Money amount, Optional<Instant> expiresAt);

  /**
   * Issues a card with a code of the caller's, such as one that is printed already. A code that
   * follows from another, or is short, can be guessed: that is the caller's to avoid. As {@link
   * #issue(CallContext, GiftCardId, Money, Optional)} otherwise.
   *
   * @throws io.omnicommerce.common.RefusedException {@code gift_card.code_taken}, {@code
   *     gift_card.id_taken}
   */
  GiftCard issue(
      CallContext context,
      GiftCardId id,
      GiftCardCode code,
      Money amount,
      Optional<Instant> expiresAt);

  /**
   * Puts more on a card. The same key loads once. Needs {@link #ISSUE}.
   *
   * @param amount above zero, in the card's currency
   * @throws io.omnicommerce.common.InvalidInputException {@code money.invalid_amount}
   * @throws io.omnicommerce.money.CurrencyMismatchException if it is in another currency
   * @throws io.omnicommerce.common.RefusedException {@code gift_card.not_possible} if it is blocked
   *     or has ended
   */
  GiftCardBalance load(CallContext context, GiftCardId id, Money amount, IdempotencyKey key);

  /**
   * What is on the card with a code, for whoever has it.
   *
   * @throws io.omnicommerce.common.RefusedException {@code gift_card.invalid}; {@code
   *     promotion.too_many_attempts} for who has tried too many wrong codes
   */
  GiftCardBalance balance(CallContext context, GiftCardCode code);

  /** What is on a card, whatever its state. Needs {@link #VIEW}. */
  GiftCardBalance get(CallContext context, GiftCardId id);

  /** The journal of a card, oldest first. Needs {@link #VIEW}. */
  Page<GiftCardEntry> entries(CallContext context, GiftCardId id, PageRequest page);

  /**
   * Nothing more is spent of the card; what checkouts hold already stays theirs. A repeat does
   * nothing. Needs {@link #MANAGE}.
   */
  GiftCard block(CallContext context, GiftCardId id);

  /** Lets a blocked card be spent again. A repeat does nothing. Needs {@link #MANAGE}. */
  GiftCard unblock(CallContext context, GiftCardId id);

  /**
   * Gives a card another code, and the old one opens nothing from now on: for a code that was lost,
   * or seen by somebody else. Each call makes another. Needs {@link #MANAGE}.
   */
  GiftCardCode replaceCode(CallContext context, GiftCardId id);

  /**
   * Moves the end of a card, also one that has ended. Needs {@link #MANAGE}.
   *
   * @param expiresAt without end if empty
   */
  GiftCard endAt(CallContext context, GiftCardId id, Optional<Instant> expiresAt);

  /**
   * Takes what is left off a card that has ended: it falls to the shop. What checkouts hold stays
   * theirs. A repeat takes what has come back since. Needs {@link #MANAGE}.
   *
   * @return what was taken
   * @throws io.omnicommerce.common.RefusedException {@code gift_card.not_possible} if it has not
   *     ended
   */
  Money expire(CallContext context, GiftCardId id);
}
