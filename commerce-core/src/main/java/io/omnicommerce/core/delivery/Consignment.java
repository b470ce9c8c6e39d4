package io.omnicommerce.core.delivery;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.catalog.Weight;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.delivery.AmountBasis;
import io.omnicommerce.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is to be carried, and what the goods of the order cost.
 *
 * @param amounts what they cost, worked out when a rate asks for it
 */
public record Consignment(List<Item> items, Function<AmountBasis, Money> amounts) {

  /**
   * Something that is carried.
   *
   * @param weight of one of it
   * @param counted whether it is in pieces; what is measured is one unit, however much it is
   */
  public record Item(Sku sku, Optional<Weight> weight, Quantity quantity, boolean counted) {

    long units() {
      return counted ? quantity.toUnits(0) : 1;
    }

    BigDecimal grams(Optional<Weight> assumed) {
      long each = weight.or(() -> assumed).orElseThrow().grams();
      return quantity.toBigDecimal().multiply(BigDecimal.valueOf(each));
    }
  }

  public Consignment {
    items = List.copyOf(items);
  }

  Money amount(AmountBasis basis) {
    return amounts.apply(basis);
  }

  long units() {
    return items.stream().mapToLong(Item::units).reduce(0, Math::addExact);
  }

  /** What everything weighs, to the last part of a gram. */
  BigDecimal grams(Optional<Weight> assumed) {
    return items.stream().map(item -> item.grams(assumed)).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The first, by name, of which nobody knows what it weighs. */
  Optional<Sku> unweighed() {
    return items.stream()
        .filter(item -> item.weight().isEmpty())
        .map(Item::sku)
        .sorted()
        .findFirst();
  }
}
