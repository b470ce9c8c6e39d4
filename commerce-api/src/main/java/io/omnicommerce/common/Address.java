package io.omnicommerce.common;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where something goes or stands. Texts are kept as they were given and never rendered by the
 * library.
 *
 * @param recipient who receives it
 * @param lines street, house, floor: 1 to {@value #LINES_MAX}
 * @param region a state or province, where the country has them
 * @param postalCode at most {@value #POSTAL_CODE_LENGTH_MAX} characters
 */
public record Address(
    String recipient,
    List<String> lines,
    String city,
    Optional<String> region,
    Optional<String> postalCode,
    CountryCode country) {

  /** The most lines of a street address. */
  public static final int LINES_MAX = 4;

  /** The longest postal code, in characters. */
  public static final int POSTAL_CODE_LENGTH_MAX = 16;

  public Address {
    recipient = Text.name(recipient, "recipient");
    city = Text.name(city, "city");
    Objects.requireNonNull(lines, "lines");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(postalCode, "postalCode");
    Objects.requireNonNull(country, "country");
    if (lines.isEmpty() || lines.size() > LINES_MAX) {
      throw new InvalidInputException(
          CountryCode.INVALID,
          "lines",
          Integer.toString(lines.size()),
          "must be 1 to " + LINES_MAX);
    }
    lines = lines.stream().map(line -> Text.name(line, "line")).toList();
    region = region.map(name -> Text.name(name, "region"));
    postalCode = postalCode.map(Address::checkPostalCode);
  }

  /** An address of one line. */
  public static Address of(
      String recipient, String line, String city, String postalCode, CountryCode country) {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(postalCode, "postalCode");
    return new Address(
        recipient, List.of(line), city, Optional.empty(), Optional.of(postalCode), country);
  }

  private static String checkPostalCode(String code) {
    if (code.length() > POSTAL_CODE_LENGTH_MAX) {
      throw new InvalidInputException(
          CountryCode.INVALID,
          "postalCode",
          code,
          "may have at most " + POSTAL_CODE_LENGTH_MAX + " characters");
    }
    return Text.name(code, "postalCode");
  }

  /** For logs: the country, and nothing by which somebody is found. */
  @Override
  public String toString() {
    return "Address[***, " + country + "]";
  }
}
