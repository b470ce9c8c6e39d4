package io.omnicommerce.checkout;

import io.omnicommerce.common.Version;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.OrderNumber;
import io.omnicommerce.payment.Tender;
import java.util.Objects;
import java.util.Optional;

/**
 * What a caller asks of a checkout beside the cart.
 *
 * @param tender what it is paid with
 * @param expectedTotal if given, what the customer was shown: any other total is refused
 * @param expectedVersion if given, the version of the cart that the customer was shown
 * @param number if given, the number the order is to have; otherwise a short one is made that
 *     people can read out
 */
public record CheckoutRequest(
    Tender tender,
    Optional<Money> expectedTotal,
    Optional<Version> expectedVersion,
    Optional<OrderNumber> number) {

  public CheckoutRequest {
    Objects.requireNonNull(tender, "tender");
    Objects.requireNonNull(expectedTotal, "expectedTotal");
    Objects.requireNonNull(expectedVersion, "expectedVersion");
    Objects.requireNonNull(number, "number");
  }

  /** With nothing asked but the tender. */
  public static CheckoutRequest of(Tender tender) {
    return new CheckoutRequest(tender, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Refused if the total is any other than what the customer was shown. */
  public CheckoutRequest expecting(Money total) {
    return new CheckoutRequest(
        tender, Optional.of(Objects.requireNonNull(total, "total")), expectedVersion, number);
  }

  /** Refused if the cart has changed since the version that the customer was shown. */
  public CheckoutRequest expecting(Version version) {
    return new CheckoutRequest(
        tender, expectedTotal, Optional.of(Objects.requireNonNull(version, "version")), number);
  }

  /** The order is to have the caller's number, if no other order has it. */
  public CheckoutRequest withNumber(OrderNumber with) {
    return new CheckoutRequest(
        tender,
        expectedTotal,
        expectedVersion,
        Optional.of(Objects.requireNonNull(with, "number")));
  }
}
