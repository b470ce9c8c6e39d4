package io.omnicommerce.delivery.spi;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Location;
import java.util.Objects;
import java.util.Set;

/**
 * Leaves something on the shelf for those who walk in: so many units of each SKU at each location
 * of some kinds. Pickups at a location may take it all.
 *
 * @param units in the SKU's smallest unit, from 0
 */
public record ShelfProtection(long units, Set<Location.Kind> kinds) implements ShelfRule {

  public ShelfProtection {
    kinds = Set.copyOf(Objects.requireNonNull(kinds, "kinds"));
    if (units < 0) {
      throw new IllegalArgumentException("Nobody can keep less than nothing: " + units);
    }
  }

  /** The same in every store. */
  public static ShelfProtection inStores(long units) {
    return new ShelfProtection(units, Set.of(Location.Kind.STORE));
  }

  @Override
  public long spare(SourcingRequest request, SourcingPlace place, Sku sku, long there) {
    Objects.requireNonNull(sku, "sku");
    boolean kept =
        request.pickup().isEmpty()
            && place.location().filter(known -> kinds.contains(known.kind())).isPresent();
    return kept ? there - units : there;
  }
}
