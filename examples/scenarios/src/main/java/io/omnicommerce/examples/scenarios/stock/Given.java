package io.omnicommerce.examples.scenarios.stock;

import io.omnicommerce.common.LocationId;
import io.omnicommerce.examples.scenarios.cases.Fields;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * The world of a case.
 *
 * @param threshold what is kept back, or, below zero, how far may be sold beyond what is there
 * @param reserved what is reserved, wherever
 */
record Given(List<Place> places, Article article, BigDecimal threshold, BigDecimal reserved) {

  static Given read(Fields given) {
    Given read =
        new Given(
            Place.read(given),
            Article.read(given),
            given.findDecimal("out_of_stock_threshold").orElse(BigDecimal.ZERO),
            given.findDecimal("reserved_total").orElse(BigDecimal.ZERO));
    given.allRead();
    return read;
  }

  List<LocationId> sources() {
    return places.stream().filter(Place::usable).map(Place::id).toList();
  }

  /** Where most lies comes first: there what is kept back in all is kept back first. */
  List<LocationId> fullestFirst() {
    return places.stream()
        .filter(Place::usable)
        .sorted(Comparator.comparing(Place::onHand).reversed())
        .map(Place::id)
        .toList();
  }
}
