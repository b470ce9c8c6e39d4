package io.omnicommerce.pricing;

import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryPromise;
import io.omnicommerce.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/**
 * A delivery method as it is offered here and now for some goods: exactly what a cart with these
 * goods and this method is charged for it, and by when the goods would be there.
 *
 * @param charges the price and each fee, with promotions and taxes; empty if nothing is carried.
 *     Where a tax service outside is asked, they have no taxes: it is asked for whole carts only
 */
public record DeliveryOffer(
    DeliveryMethod method, Currency currency, List<PricedCharge> charges, DeliveryPromise promise) {

  public DeliveryOffer {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(currency, "currency");
    charges = List.copyOf(Objects.requireNonNull(charges, "charges"));
    Objects.requireNonNull(promise, "promise");
  }

  /** The price and the fees before promotions and before tax on top. */
  public Money price() {
    return Money.sum(currency, charges.stream().map(priced -> priced.charge().amount()).toList());
  }

  /** What remains of it after promotions, before tax on top. */
  public Money total() {
    return Money.sum(currency, charges.stream().map(PricedCharge::total).toList());
  }

  /** What the customer pays for it: the total and the taxes on top that are known. */
  public Money payable() {
    return Money.sum(currency, charges.stream().map(PricedCharge::payable).toList());
  }
}
