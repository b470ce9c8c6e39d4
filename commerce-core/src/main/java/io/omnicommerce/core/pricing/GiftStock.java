package io.omnicommerce.core.pricing;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What there is to be given away, beyond what the cart takes itself: of each SKU what each shelf
 * has that it could come from. What is not named is there as often as one likes.
 */
public record GiftStock(Map<Sku, List<Quantity>> shelves) {

  /** Nobody has looked. */
  public static final GiftStock UNCOUNTED = new GiftStock(Map.of());

  public GiftStock {
    shelves = Map.copyOf(shelves);
  }

  /** Whether one shelf has so much, as a line comes from one place. */
  boolean has(Sku sku, Quantity quantity) {
    @Nullable List<Quantity> there = shelves.get(sku);
    return there == null || there.stream().anyMatch(shelf -> shelf.compareTo(quantity) >= 0);
  }

  /** What is left once this is given, of the first shelf that has it. */
  GiftStock without(Sku sku, Quantity quantity) {
    @Nullable List<Quantity> there = shelves.get(sku);
    if (there == null) {
      return this;
    }
    List<Quantity> left = new ArrayList<>(there);
    for (int i = 0; i < left.size(); i++) {
      if (left.get(i).compareTo(quantity) >= 0) {
        left.set(i, left.get(i).minus(quantity));
        break;
      }
    }
    Map<Sku, List<Quantity>> shelvesLeft = new HashMap<>(shelves);
    shelvesLeft.put(sku, left);
    return new GiftStock(shelvesLeft);
  }
}
