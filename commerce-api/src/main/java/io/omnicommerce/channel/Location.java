package io.omnicommerce.channel;

import io.omnicommerce.common.Address;
import io.omnicommerce.common.GeoPoint;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Text;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * A place that holds stock or hands it over.
 *
 * @param title what people call it
 * @param kind what sort of place it is
 * @param zone the time zone of its opening hours
 * @param phone whom customers call about something at this place; stands on orders that are picked
 *     up here
 * @param address where it stands
 * @param hours when customers may come
 * @param point where it stands on the map: what is nearest is found by it
 */
public record Location(
    LocationId id,
    String title,
    Kind kind,
    ZoneId zone,
    Optional<String> phone,
    Optional<Address> address,
    OpeningHours hours,
    Optional<GeoPoint> point) {

  /** What sort of place a location is. */
  public enum Kind {
    /** Customers come here to buy and to collect. */
    STORE,
    /** Goods leave from here and nobody comes. */
    WAREHOUSE,
    /** Somebody else's place that holds or hands over goods of ours. */
    PARTNER,
    /** A marketplace's own warehouse, from which it sends goods of ours. */
    MARKETPLACE,
    /** No place: what is on its way counts here. Nobody buys from it and nobody comes. */
    IN_TRANSIT;

    /** Whether customers come here. */
    public boolean isVisited() {
      return this == STORE || this == PARTNER;
    }
  }

  public Location {
    Objects.requireNonNull(id, "id");
    title = Text.name(title, "title");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(zone, "zone");
    phone = phone.map(number -> Text.name(number, "phone"));
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(hours, "hours");
    Objects.requireNonNull(point, "point");
  }

  /** A place that ships and that nobody visits: always open, without address or telephone. */
  public static Location warehouse(LocationId id, String title, ZoneId zone) {
    return bare(id, title, Kind.WAREHOUSE, zone);
  }

  /**
   * A store that is always open, without address or telephone: give it those that it has with the
   * methods below.
   */
  public static Location store(LocationId id, String title, ZoneId zone) {
    return bare(id, title, Kind.STORE, zone);
  }

  /** A store with all that customers ask for. */
  public static Location store(
      LocationId id, String title, ZoneId zone, String phone, Address address, OpeningHours hours) {
    return store(id, title, zone).withPhone(phone).withAddress(address).withHours(hours);
  }

  /** This place with another title. */
  public Location withTitle(String with) {
    return new Location(id, with, kind, zone, phone, address, hours, point);
  }

  /** This place with a telephone number that customers call. */
  public Location withPhone(String with) {
    Objects.requireNonNull(with, "phone");
    return new Location(id, title, kind, zone, Optional.of(with), address, hours, point);
  }

  /** This place with an address. */
  public Location withAddress(Address with) {
    Objects.requireNonNull(with, "address");
    return new Location(id, title, kind, zone, phone, Optional.of(with), hours, point);
  }

  /** This place with opening hours, in its own time zone. */
  public Location withHours(OpeningHours with) {
    return new Location(
        id, title, kind, zone, phone, address, Objects.requireNonNull(with, "hours"), point);
  }

  /** This place, found on the map. */
  public Location withPoint(GeoPoint with) {
    Objects.requireNonNull(with, "point");
    return new Location(id, title, kind, zone, phone, address, hours, Optional.of(with));
  }

  /** A place of any kind that is always open, without address or telephone. */
  public static Location of(LocationId id, String title, Kind kind, ZoneId zone) {
    return bare(id, title, Objects.requireNonNull(kind, "kind"), zone);
  }

  private static Location bare(LocationId id, String title, Kind kind, ZoneId zone) {
    return new Location(
        id,
        title,
        kind,
        zone,
        Optional.empty(),
        Optional.empty(),
        OpeningHours.ALWAYS,
        Optional.empty());
  }
}
