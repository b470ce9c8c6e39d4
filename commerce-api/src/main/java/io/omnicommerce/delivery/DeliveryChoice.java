package io.omnicommerce.delivery;

import io.omnicommerce.common.Address;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a customer has chosen: a method, and the address it goes to or the location where it is
 * picked up.
 *
 * @param instructions what whoever delivers or hands over should know; may be empty
 * @param conditional what they are to do in some cases, at most {@value #CONDITIONAL_MAX}
 */
public record DeliveryChoice(
    DeliveryMethodId method,
    Optional<Address> address,
    Optional<LocationId> pickup,
    String instructions,
    List<Conditional> conditional) {

  /** The most instructions for cases. */
  public static final int CONDITIONAL_MAX = 8;

  /** What is to be done in a case. */
  public record Conditional(When when, String instruction) {
    public Conditional {
      Objects.requireNonNull(when, "when");
      instruction = Text.name(instruction, "instruction");
    }
  }

  /** A case in which something is to be done. */
  public enum When {
    /** Nobody opens. */
    NOT_HOME,
    /** It comes later than promised. */
    LATE,
    /** The customer waits outside. */
    AT_THE_CURB,
    /** Somebody else comes for it. */
    DEPUTY_COLLECTS
  }

  public DeliveryChoice {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(pickup, "pickup");
    instructions = Text.note(instructions, "instructions");
    conditional = List.copyOf(Objects.requireNonNull(conditional, "conditional"));
    if (conditional.size() > CONDITIONAL_MAX) {
      throw new InvalidInputException(
          InvalidInputException.OUT_OF_RANGE,
          "conditional",
          Integer.toString(conditional.size()),
          "may be at most " + CONDITIONAL_MAX);
    }
  }

  /** A choice with nothing to be done in special cases. */
  public DeliveryChoice(
      DeliveryMethodId method,
      Optional<Address> address,
      Optional<LocationId> pickup,
      String instructions) {
    this(method, address, pickup, instructions, List.of());
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
    return new DeliveryChoice(method, address, pickup, with, conditional);
  }

  /** This choice, with what is to be done in a case as well. */
  public DeliveryChoice when(When when, String instruction) {
    return new DeliveryChoice(
        method,
        address,
        pickup,
        instructions,
        Stream.concat(conditional.stream(), Stream.of(new Conditional(when, instruction)))
            .toList());
  }

  /**
   * This choice, with the instructions of another one where it has none of its own: what the
   * customer has asked for stays with the order when it goes another way.
   */
  public DeliveryChoice following(DeliveryChoice before) {
    Objects.requireNonNull(before, "before");
    return new DeliveryChoice(
        method,
        address,
        pickup,
        instructions.isEmpty() ? before.instructions() : instructions,
        conditional.isEmpty() ? before.conditional() : conditional);
  }

  /** This pickup at another location, with the same instructions. */
  public DeliveryChoice withPickup(LocationId with) {
    return new DeliveryChoice(
        method,
        address,
        Optional.of(Objects.requireNonNull(with, "pickup")),
        instructions,
        conditional);
  }
}
