package io.omnicommerce.price;

import io.omnicommerce.catalog.Sku;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a SKU has its price, or none.
 *
 * @param answer its price
 * @param candidates every row of every list that names the SKU, by list, and by row within a list
 */
public record PriceExplanation(
    Sku sku, Optional<PriceAnswer> answer, List<PriceCandidate> candidates) {

  public PriceExplanation {
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(answer, "answer");
    candidates = List.copyOf(Objects.requireNonNull(candidates, "candidates"));
  }
}
