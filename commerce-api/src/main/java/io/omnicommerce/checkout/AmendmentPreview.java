package io.omnicommerce.checkout;

import io.omnicommerce.money.Money;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.pricing.PricedCart;
import java.util.Objects;

/**
 * What an order would be and come to if it were amended. Nothing is held for it: it is applied with
 * its fingerprint or forgotten.
 *
 * @param before what the order comes to now
 * @param priced what it would be, with promotions, taxes and why
 * @param fingerprint of the order's version, what is asked for and what it would come to
 */
public record AmendmentPreview(OrderId order, Money before, PricedCart priced, String fingerprint) {

  public AmendmentPreview {
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(priced, "priced");
    Objects.requireNonNull(fingerprint, "fingerprint");
  }

  /** What it would come to. */
  public Money after() {
    return priced.totals().grand();
  }

  /** What would be due; below zero what would be owed to the customer. */
  public Money difference() {
    return after().minus(before);
  }
}
