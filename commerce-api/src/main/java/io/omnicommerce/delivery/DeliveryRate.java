package io.omnicommerce.delivery;

import io.omnicommerce.common.Destination;
import io.omnicommerce.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a method costs in some places, in one currency.
 *
 * <p>Of several rates whose places a destination lies in, the one counts whose place says most: the
 * longer beginning of a postal code before the shorter, then the region before its country, and any
 * place before everywhere. Whatever a rate compares with the goods' amount counts that amount as
 * the cart states it, taxes included where prices include them.
 *
 * @param places where it counts; empty for everywhere
 * @param price the price before promotions on delivery
 * @param fees what is charged beside it
 * @param freeFrom the amount of goods from which the price, without the fees, is zero
 * @param orderMin the amount of goods below which the method is refused with {@code
 *     delivery.below_minimum}
 * @param basis which amount of goods the steps by amount, {@code freeFrom} and {@code orderMin}
 *     look at
 */
public record DeliveryRate(
    Set<Destination> places,
    DeliveryPrice price,
    List<DeliveryFee> fees,
    Optional<Money> freeFrom,
    Optional<Money> orderMin,
    AmountBasis basis) {

  public DeliveryRate {
    places = Set.copyOf(Objects.requireNonNull(places, "places"));
    Objects.requireNonNull(price, "price");
    fees = List.copyOf(Objects.requireNonNull(fees, "fees"));
    Objects.requireNonNull(freeFrom, "freeFrom");
    Objects.requireNonNull(orderMin, "orderMin");
    Objects.requireNonNull(basis, "basis");
  }

  /** A price that counts everywhere, with nothing beside it. */
  public static DeliveryRate of(DeliveryPrice price) {
    return new DeliveryRate(
        Set.of(),
        price,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        AmountBasis.AFTER_DISCOUNTS);
  }

  /** The same price for everything, everywhere. */
  public static DeliveryRate flat(Money amount) {
    return of(new DeliveryPrice.Flat(amount));
  }

  /** The same in these places only; everywhere, if none is named. */
  public DeliveryRate withPlaces(Destination... with) {
    return new DeliveryRate(
        Set.of(Objects.requireNonNull(with, "places")), price, fees, freeFrom, orderMin, basis);
  }

  /** The same with one more fee. */
  public DeliveryRate withFee(DeliveryFee with) {
    List<DeliveryFee> more = new ArrayList<>(fees);
    more.add(Objects.requireNonNull(with, "fee"));
    return new DeliveryRate(places, price, more, freeFrom, orderMin, basis);
  }

  /** The same, free from an amount of goods on. */
  public DeliveryRate withFreeFrom(Money with) {
    return new DeliveryRate(
        places,
        price,
        fees,
        Optional.of(Objects.requireNonNull(with, "freeFrom")),
        orderMin,
        basis);
  }

  /** The same, for an amount of goods and more. */
  public DeliveryRate withOrderMin(Money with) {
    return new DeliveryRate(
        places,
        price,
        fees,
        freeFrom,
        Optional.of(Objects.requireNonNull(with, "orderMin")),
        basis);
  }

  /** The same, looking at another amount of the goods. */
  public DeliveryRate withBasis(AmountBasis with) {
    return new DeliveryRate(places, price, fees, freeFrom, orderMin, with);
  }

  /** The currency of its price; in a saved method, of all its amounts. */
  public Currency currency() {
    return price.currency();
  }
}
