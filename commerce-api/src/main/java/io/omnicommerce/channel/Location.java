package io.omnicommerce.channel;

import io.omnicommerce.common.Address;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Text;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * A place that holds stock or hands it over.
 *
 * @param kind what sort of place it is
 * @param phone whom customers call about something at this place; stands on orders that are picked
 *     up here
 */
public record Location(
    LocationId id,
    String title,
    Kind kind,
    ZoneId zone,
    Optional<String> phone,
    Optional<Address> address,
    OpeningHours hours) {

  /** What sort of place a location is. */
  public enum Kind {
    STORE,
    WAREHOUSE,
    PARTNER
  }

  public Location {
    Objects.requireNonNull(id, "id");
    title = Text.name(title, "title");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(zone, "zone");
    phone = phone.map(number -> Text.name(number, "phone"));
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(hours, "hours");
  }

  public static Location warehouse(LocationId id, String title, ZoneId zone) {
    return new Location(
        id, title, Kind.WAREHOUSE, zone, Optional.empty(), Optional.empty(), OpeningHours.ALWAYS);
  }

  public static Location store(
      LocationId id, String title, ZoneId zone, String phone, Address address, OpeningHours hours) {
    return new Location(
        id,
        title,
        Kind.STORE,
        zone,
        Optional.of(Objects.requireNonNull(phone, "phone")),
        Optional.of(Objects.requireNonNull(address, "address")),
        hours);
  }
}
