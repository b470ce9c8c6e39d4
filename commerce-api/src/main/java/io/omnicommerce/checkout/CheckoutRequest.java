package io.omnicommerce.checkout;

import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.Version;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.OrderNumber;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.value.GiftCardUse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a caller asks of a checkout beside the cart.
 *
 * @param tender what it is paid with, so far as gift cards do not
 * @param expectedTotal if given, what the customer was shown: any other total is refused
 * @param expectedVersion if given, the version of the cart that the customer was shown
 * @param number if given, the number the order is to have; otherwise a short one is made that
 *     people can read out
 * @param giftCards gift cards that pay first, in this order; of a card that is named twice the
 *     first counts
 */
public record CheckoutRequest(
    Tender tender,
    Optional<Money> expectedTotal,
    Optional<Version> expectedVersion,
    Optional<OrderNumber> number,
    List<GiftCardUse> giftCards) {

  /** The most gift cards that one order can be paid with. */
  public static final int GIFT_CARDS_MAX = 10;

  public CheckoutRequest {
    Objects.requireNonNull(tender, "tender");
    Objects.requireNonNull(expectedTotal, "expectedTotal");
    Objects.requireNonNull(expectedVersion, "expectedVersion");
    Objects.requireNonNull(number, "number");
    giftCards = List.copyOf(Objects.requireNonNull(giftCards, "giftCards"));
    if (giftCards.size() > GIFT_CARDS_MAX) {
      throw new LimitExceededException(
          CheckoutService.LIMIT_EXCEEDED,
          "giftCardsMax",
          GIFT_CARDS_MAX,
          "Pay with fewer gift cards.");
    }
  }

  /** With nothing asked but the tender. */
  public static CheckoutRequest of(Tender tender) {
    return new CheckoutRequest(
        tender, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }

  /** Refused if the total is any other than what the customer was shown. */
  public CheckoutRequest expecting(Money total) {
    return new CheckoutRequest(
        tender,
        Optional.of(Objects.requireNonNull(total, "total")),
        expectedVersion,
        number,
        giftCards);
  }

  /** Refused if the cart has changed since the version that the customer was shown. */
  public CheckoutRequest expecting(Version version) {
    return new CheckoutRequest(
        tender,
        expectedTotal,
        Optional.of(Objects.requireNonNull(version, "version")),
        number,
        giftCards);
  }

  /** The order is to have the caller's number, if no other order has it. */
  public CheckoutRequest withNumber(OrderNumber with) {
    return new CheckoutRequest(
        tender,
        expectedTotal,
        expectedVersion,
        Optional.of(Objects.requireNonNull(with, "number")),
        giftCards);
  }

  /**
   * These gift cards pay first, each as much as it has and may, and the tender pays the rest; if
   * nothing is left, nobody is asked for it. With {@link Tender#giftCards} they pay all of it.
   */
  public CheckoutRequest withGiftCards(GiftCardUse... with) {
    return new CheckoutRequest(
        tender,
        expectedTotal,
        expectedVersion,
        number,
        List.of(Objects.requireNonNull(with, "giftCards")));
  }
}
