package io.omnicommerce.delivery;

import io.omnicommerce.common.Address;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.inventory.SkuQuantity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Goods of which it is asked where they would come from.
 *
 * @param address where they would go, if that is known
 * @param pickup where they would be picked up, if they would be
 */
public record SourcingQuestion(
    List<SkuQuantity> lines, Optional<Address> address, Optional<LocationId> pickup) {

  public SourcingQuestion {
    lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(pickup, "pickup");
  }

  /** Goods that go wherever. */
  public static SourcingQuestion of(List<SkuQuantity> lines) {
    return new SourcingQuestion(lines, Optional.empty(), Optional.empty());
  }

  /** The same to an address. */
  public SourcingQuestion to(Address goesTo) {
    return new SourcingQuestion(
        lines, Optional.of(Objects.requireNonNull(goesTo, "goesTo")), Optional.empty());
  }

  /** The same for a pickup. */
  public SourcingQuestion at(LocationId place) {
    return new SourcingQuestion(
        lines, Optional.empty(), Optional.of(Objects.requireNonNull(place, "place")));
  }
}
