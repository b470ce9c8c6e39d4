package io.omnicommerce.common;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** A country by its two-letter ISO 3166 code, such as {@code GB}. */
public record CountryCode(String value) implements Comparable<CountryCode> {

  /** A country, or another part of an address, does not exist. */
  public static final ErrorCode INVALID = ErrorCode.of("address.invalid");

  private static final Set<String> KNOWN = Set.of(Locale.getISOCountries());

  public CountryCode {
    Objects.requireNonNull(value, "value");
    if (!KNOWN.contains(value)) {
      throw new InvalidInputException(
          INVALID, "country", value, "must be a two-letter ISO 3166 code, such as GB");
    }
  }

  public static CountryCode of(String value) {
    return new CountryCode(value);
  }

  @Override
  public int compareTo(CountryCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
