package io.omnicommerce.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.money.UnitPrice;
import java.util.Objects;
import java.util.Optional;

/**
 * The price of a SKU for somebody, somewhere, at a time.
 *
 * @param list the list that gave it
 * @param kind the kind of that list
 * @param row what the host calls the row that gave it
 * @param from the threshold of the tier that gave it
 * @param source the list from whose row it was computed, if it is not the list's own
 * @param original what to show beside it: of a sale, the price it would have without any sale,
 *     empty where there is none; an override is its own original; empty for a base price
 */
public record PriceAnswer(
    Sku sku,
    UnitPrice price,
    PriceListId list,
    PriceList.Kind kind,
    Optional<String> row,
    Quantity from,
    Optional<PriceListId> source,
    Optional<UnitPrice> original) {

  public PriceAnswer {
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(price, "price");
    Objects.requireNonNull(list, "list");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(row, "row");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(original, "original");
  }

  /** Whether it may be announced as a reduction: there is a higher original price. */
  public boolean isReduced() {
    return original.isPresent() && price.compareTo(original.get()) < 0;
  }
}
