package io.omnicommerce.inventory;

import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What can honestly be said of a SKU at a location.
 *
 * @param certainty how much it is worth
 * @param available how much the channel may sell from there
 * @param asOf how old the latest news from there are; empty where stock is kept by the library
 *     itself
 * @param meters how far it is, if that was asked
 * @param phone whom to call about it
 */
public record StockStatement(
    LocationId location,
    Certainty certainty,
    Quantity available,
    Optional<Instant> asOf,
    OptionalLong meters,
    Optional<String> phone) {

  /** How much a statement is worth. */
  public enum Certainty {
    /** So many are there. */
    EXACT,
    /** So many are there at least, as far as is known. */
    AT_LEAST,
    /** Nobody knows: call before you go. */
    CALL_THE_STORE
  }

  public StockStatement {
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(certainty, "certainty");
    Objects.requireNonNull(available, "available");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(meters, "meters");
    Objects.requireNonNull(phone, "phone");
  }
}
