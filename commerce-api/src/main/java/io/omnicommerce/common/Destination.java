package io.omnicommerce.common;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where goods go, as far as taxes and delivery ask: a country, a region of it, a postal code or its
 * beginning. Written {@code US}, {@code US-NY}, {@code US-NY/10001} or {@code GB/SW1}.
 *
 * @param region the part of ISO 3166-2 behind the hyphen, 1 to 3 letters or digits; kept in
 *     capitals, however it is given
 * @param postalCode a postal code, or what those of an area begin with: 1 to 16 capital letters or
 *     digits, without spaces and hyphens
 */
public record Destination(
    CountryCode country, Optional<String> region, Optional<String> postalCode) {

  private static final Pattern REGION = Pattern.compile("[A-Za-z0-9]{1,3}");
  private static final Pattern POSTAL_CODE =
      Pattern.compile("[A-Z0-9]{1," + Address.POSTAL_CODE_LENGTH_MAX + "}");

  public Destination {
    Objects.requireNonNull(country, "country");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(postalCode, "postalCode");
    region = region.isEmpty() ? region : Optional.of(region.get().toUpperCase(Locale.ROOT));
    region.ifPresent(Destination::check);
    postalCode.ifPresent(Destination::checkPostalCode);
  }

  /** A country, wherever in it. */
  public static Destination of(CountryCode country) {
    return new Destination(country, Optional.empty(), Optional.empty());
  }

  /** A region of a country. */
  public static Destination of(CountryCode country, String region) {
    return new Destination(
        country, Optional.of(Objects.requireNonNull(region, "region")), Optional.empty());
  }

  /**
   * The country of an address, its region if that is given by its code and not by its name, in
   * capitals or not, and its postal code if that is of plain letters and digits.
   */
  public static Destination of(Address address) {
    Objects.requireNonNull(address, "address");
    return new Destination(
        address.country(),
        address.region().filter(Destination::isCode),
        address.postalCode().map(Destination::plain).filter(Destination::isPostalCode));
  }

  /**
   * The same at a postal code, or wherever postal codes begin with it. Case, spaces and hyphens do
   * not count.
   *
   * @throws InvalidInputException {@code address.invalid}
   */
  public Destination withPostalCode(String code) {
    return new Destination(
        country, region, Optional.of(plain(Objects.requireNonNull(code, "code"))));
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws InvalidInputException {@code address.invalid}
   */
  public static Destination parse(String text) {
    Objects.requireNonNull(text, "text");
    int slash = text.indexOf('/');
    return slash < 0
        ? parsePlace(text)
        : parsePlace(text.substring(0, slash)).withPostalCode(text.substring(slash + 1));
  }

  private static Destination parsePlace(String text) {
    int hyphen = text.indexOf('-');
    return hyphen < 0
        ? of(CountryCode.of(text))
        : of(CountryCode.of(text.substring(0, hyphen)), text.substring(hyphen + 1));
  }

  /**
   * Whether a place lies within this one: a region lies in its country, a postal code in what it
   * begins with, and each in itself.
   */
  public boolean contains(Destination place) {
    Objects.requireNonNull(place, "place");
    return country.equals(place.country)
        && (region.isEmpty() || region.equals(place.region))
        && (postalCode.isEmpty()
            || place.postalCode.filter(code -> code.startsWith(postalCode.get())).isPresent());
  }

  @Override
  public String toString() {
    return region.map(code -> country + "-" + code).orElseGet(country::value)
        + postalCode.map(code -> '/' + code).orElse("");
  }

  private static String plain(String postalCode) {
    return postalCode.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
  }

  private static boolean isPostalCode(String code) {
    return POSTAL_CODE.matcher(code).matches();
  }

  private static void checkPostalCode(String code) {
    if (!isPostalCode(code)) {
      throw new InvalidInputException(
          CountryCode.INVALID,
          "postalCode",
          code,
          "must have 1 to " + Address.POSTAL_CODE_LENGTH_MAX + " letters or digits");
    }
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
          "must be a code of 1 to 3 letters or digits, such as NY in US-NY");
    }
  }
}
