package io.omnicommerce.payment;

import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Text;
import io.omnicommerce.value.GiftCardId;
import java.util.Objects;

/**
 * A means of payment as it is applied.
 *
 * @param kind what it is
 * @param token the gateway's name for the card or account; for cash the till's receipt; of a
 *     payment by gift card the card's id
 * @param method the way of payment as promotions name it: {@code card}, {@code cash} or {@code
 *     gift_card}, unless the host tells them apart further
 */
public record Tender(Kind kind, String token, String method) {

  /** What a tender is. */
  public enum Kind {
    /** Goes through the gateway: authorized now, captured later. */
    CARD,
    /** Paid on the spot, outside of the gateway: captured at once. */
    CASH,
    /** Taken off a gift card with the order: captured at once, and given back to the card. */
    GIFT_CARD
  }

  /** Something that looks like a card number or security code stood where a token belongs. */
  public static final ErrorCode CARD_DATA_REFUSED = ErrorCode.of("payment.card_data_refused");

  public Tender {
    Objects.requireNonNull(kind, "kind");
    Text.id(method, "method");
    Text.secret(token, "token", Text.ID_LENGTH_MAX);
    String digits = token.replaceAll("[ -]", "");
    if (kind == Kind.CARD
        && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        && digits.length() <= 19) {
      throw new InvalidInputException(
          CARD_DATA_REFUSED,
          "token",
          "",
          "must be the gateway's token; digits alone could be a card's number");
    }
  }

  /** A card, account or wallet that the gateway knows by a token; never a card's number. */
  public static Tender card(String token) {
    return new Tender(Kind.CARD, token, "card");
  }

  /**
   * Cash, or whatever else is taken on the spot, by the till's receipt. Needs {@link
   * PaymentService#CAPTURE}.
   */
  public static Tender cash(String receipt) {
    return new Tender(Kind.CASH, Objects.requireNonNull(receipt, "receipt"), "cash");
  }

  /**
   * Nothing but the gift cards that the checkout's request names; what they do not cover is refused
   * with {@code gift_card.insufficient}.
   */
  public static Tender giftCards() {
    return new Tender(Kind.GIFT_CARD, "gift cards", "gift_card");
  }

  /** A gift card as it stands in the payment of what was taken off it. */
  public static Tender giftCard(GiftCardId card) {
    return new Tender(Kind.GIFT_CARD, Objects.requireNonNull(card, "card").value(), "gift_card");
  }

  /** The same by the host's name for it: {@code invoice}, {@code wallet}. */
  public Tender withMethod(String name) {
    return new Tender(kind, token, name);
  }

  @Override
  public String toString() {
    return kind + " ***";
  }
}
