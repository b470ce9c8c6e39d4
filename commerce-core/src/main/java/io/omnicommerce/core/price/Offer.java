package io.omnicommerce.core.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.Derivation;
import io.omnicommerce.price.PriceAnswer;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.price.PriceRow;
import java.util.Optional;

/**
 * A row of a list, with the price that the list gives by it.
 *
 * @param source the list that the row stands in, if the price is computed from it
 * @param floor the lowest price to which it may be overridden
 * @param conditions how many conditions list and row have together
 * @param unconditional whether the row counts for anybody at any time
 */
public record Offer(
    PriceList list,
    PriceRow row,
    Optional<PriceListId> source,
    UnitPrice price,
    Optional<UnitPrice> floor,
    int conditions,
    boolean unconditional) {

  /** Whether the row counts here and now; that its list applies is known. */
  boolean counts(PriceQuestion question) {
    return unconditional || PriceRules.counts(row, question);
  }

  static Offer of(PriceList list, PriceRow row, Optional<UnitPrice> floor) {
    return of(list, row, Optional.empty(), row.price(), floor);
  }

  private static Offer of(
      PriceList list,
      PriceRow row,
      Optional<PriceListId> source,
      UnitPrice price,
      Optional<UnitPrice> floor) {
    int ofRow = row.conditions().count();
    return new Offer(
        list,
        row,
        source,
        price,
        floor,
        list.conditions().count() + ofRow,
        ofRow == 0 && row.window().equals(TimeWindow.ALWAYS));
  }

  /** What a list computes of this offer of its source: never below either's floor. */
  Offer derived(PriceList by, Derivation derivation) {
    Optional<UnitPrice> lowest = higher(floor, derivation.floor());
    UnitPrice computed = derivation.apply(price);
    return of(
        by,
        row,
        Optional.of(source.orElse(list.id())),
        lowest.filter(least -> computed.compareTo(least) < 0).orElse(computed),
        lowest);
  }

  private static Optional<UnitPrice> higher(Optional<UnitPrice> one, Optional<UnitPrice> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    return one.get().compareTo(other.get()) < 0 ? other : one;
  }

  boolean isFor(Quantity quantity) {
    return row.from().compareTo(quantity) <= 0 && !endsBelow(quantity);
  }

  boolean endsBelow(Quantity quantity) {
    return row.to().isPresent() && row.to().get().compareTo(quantity) < 0;
  }

  /** Whether there is another price that it is shown beside. */
  public boolean isSpecial() {
    return list.kind() == PriceList.Kind.SALE || list.kind() == PriceList.Kind.OVERRIDE;
  }

  boolean isDated() {
    return isRowDated() || !list.window().equals(TimeWindow.ALWAYS);
  }

  boolean isRowDated() {
    return !row.window().equals(TimeWindow.ALWAYS);
  }

  boolean asksForGroup() {
    return !list.conditions().groups().isEmpty() || !row.conditions().groups().isEmpty();
  }

  boolean asksForChannel() {
    return !list.conditions().channels().isEmpty() || !row.conditions().channels().isEmpty();
  }

  boolean asksForCountry() {
    return !list.conditions().countries().isEmpty() || !row.conditions().countries().isEmpty();
  }

  PriceAnswer answer(Sku sku, Optional<UnitPrice> original) {
    return new PriceAnswer(
        sku, price, list.id(), list.kind(), row.id(), row.from(), source, original);
  }
}
