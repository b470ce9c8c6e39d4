package io.omnicommerce.examples.scenarios.stock;

import io.omnicommerce.common.LocationId;
import io.omnicommerce.examples.scenarios.cases.Fields;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * A location of a case.
 *
 * @param usable whether the channel may take goods from it
 */
record Place(
    LocationId id,
    BigDecimal onHand,
    BigDecimal reserved,
    boolean usable,
    boolean backorderable,
    int priority) {

  /** Where a case keeps its stock that names no location. */
  private static final String SOMEWHERE = "main";

  static List<Place> read(Fields given) {
    List<Place> places =
        given.objects("stock").stream()
            .map(Place::one)
            .sorted(Comparator.comparingInt(Place::priority))
            .toList();
    return places.isEmpty() ? List.of(nowhere()) : places;
  }

  private static Place one(Fields stock) {
    boolean active = stock.flagOr("active", true);
    boolean inStock = stock.flagOr("in_stock", true);
    Place place =
        new Place(
            LocationId.of(stock.textOr("location", SOMEWHERE)),
            stock.findDecimal("on_hand").orElse(BigDecimal.ZERO),
            stock.findDecimal("reserved").orElse(BigDecimal.ZERO),
            active && inStock,
            stock.flagOr("backorderable", false),
            stock.findWhole("priority").orElse(0));
    stock.allRead();
    return place;
  }

  private static Place nowhere() {
    return new Place(LocationId.of(SOMEWHERE), BigDecimal.ZERO, BigDecimal.ZERO, true, false, 0);
  }
}
