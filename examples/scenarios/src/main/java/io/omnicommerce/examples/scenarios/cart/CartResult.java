package io.omnicommerce.examples.scenarios.cart;

import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.PriceAdjustment;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.pricing.Totals;
import io.omnicommerce.tax.TaxLine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A priced cart beside what the case was given.
 *
 * @param coupon the latest that was given
 */
record CartResult(Shop shop, Optional<String> coupon, PricedCart priced) {

  Given given() {
    return shop.given();
  }

  Totals totals() {
    return priced.totals();
  }

  Money sum(Stream<Money> amounts) {
    return Money.sum(totals().grand().currency(), amounts.toList());
  }

  /** What is off, as a positive amount. */
  Money discount(List<PriceAdjustment> adjustments) {
    return sum(adjustments.stream().map(PriceAdjustment::amount)).negated();
  }

  Money discount(PricedLine line) {
    return discount(line.adjustments());
  }

  /** What changes goods and deliveries. */
  Stream<PriceAdjustment> adjustments() {
    return Stream.concat(
        priced.lines().stream().flatMap(line -> line.adjustments().stream()),
        priced.charges().stream().flatMap(charge -> charge.adjustments().stream()));
  }

  List<PricedCharge> deliveries() {
    return priced.charges().stream()
        .filter(charge -> charge.charge().method().isPresent())
        .toList();
  }

  Stream<TaxLine> taxes() {
    return Stream.concat(
        priced.lines().stream().flatMap(line -> line.taxes().stream()),
        priced.charges().stream().flatMap(charge -> charge.taxes().stream()));
  }
}
