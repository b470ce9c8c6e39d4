package io.omnicommerce.common;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where goods go, as far as taxes ask: a country, or a region of it. Written {@code US} or {@code
 * US-NY}.
 *
 * @param region the part of ISO 3166-2 behind the hyphen, 1 to 3 capital letters or digits
 */
public record Destination(CountryCode country, Optional<String> region) {

  private static final Pattern REGION = Pattern.compile("[A-Z0-9]{1,3}");

  public Destination {
    Objects.requireNonNull(country, "country");
    Objects.requireNonNull(region, "region");
    region.ifPresent(Destination::check);
  }

  /** A country, wherever in it. */
  public static Destination of(CountryCode country) {
    return new Destination(country, Optional.empty());
  }

  /** A region of a country. */
  public static Destination of(CountryCode country, String region) {
    return new Destination(country, Optional.of(Objects.requireNonNull(region, "region")));
  }

  /** The country of an address, and its region if that is given by its code and not by its name. */
  public static Destination of(Address address) {
    Objects.requireNonNull(address, "address");
    return new Destination(address.country(), address.region().filter(Destination::isCode));
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws InvalidInputException {@code address.invalid}
   */
  public static Destination parse(String text) {
    Objects.requireNonNull(text, "text");
    int hyphen = text.indexOf('-');
    return hyphen < 0
        ? of(CountryCode.of(text))
        : of(CountryCode.of(text.substring(0, hyphen)), text.substring(hyphen + 1));
  }

  /** Whether a place lies within this one: a region lies in its country, and each in itself. */
  public boolean contains(Destination place) {
    Objects.requireNonNull(place, "place");
    return country.equals(place.country) && (region.isEmpty() || region.equals(place.region));
  }

  @Override
  public String toString() {
    return region.map(code -> country + "-" + code).orElseGet(country::value);
  }

  private static boolean isCode(String region) {
    return REGION.matcher(region).matches();
  }

  private static void check(String region) {
    if (!isCode(region)) {
      throw new InvalidInputException(
          CountryCode.INVALID,
          "region",
          region,
          "must be a code of 1 to 3 capital letters or digits, such as NY in US-NY");
    }
  }
}
