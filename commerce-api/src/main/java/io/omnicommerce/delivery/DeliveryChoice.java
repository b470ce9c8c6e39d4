package io.omnicommerce.delivery;

import io.omnicommerce.common.Address;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Text;
import java.util.Objects;
import java.util.Optional;

/**
 * What a customer has chosen: a method, and the address it goes to or the location where it is
 * picked up.
 *
 * @param instructions what whoever delivers or hands over should know; may be empty
 */
public record DeliveryChoice(
    DeliveryMethodId method,
    Optional<Address> address,
    Optional<LocationId> pickup,
    String instructions) {

  public DeliveryChoice {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(pickup, "pickup");
    instructions = Text.note(instructions, "instructions");
  }

  /** Brought to an address. */
  public static DeliveryChoice ship(DeliveryMethodId method, Address address) {
    return new DeliveryChoice(
        method, Optional.of(Objects.requireNonNull(address, "address")), Optional.empty(), "");
  }

  /** Collected at a location. */
  public static DeliveryChoice pickup(DeliveryMethodId method, LocationId location) {
    return new DeliveryChoice(
        method, Optional.empty(), Optional.of(Objects.requireNonNull(location, "location")), "");
  }

  /** This choice, with what the carrier or the store is to know. */
  public DeliveryChoice withInstructions(String with) {
    return new DeliveryChoice(method, address, pickup, with);
  }
}
