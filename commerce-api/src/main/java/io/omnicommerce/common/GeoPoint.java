package io.omnicommerce.common;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A point on the earth, in millionths of a degree (about 11 cm): whole numbers, so that what is
 * nearest is the same on every machine.
 *
 * @param latitudeMicros north of the equator, from −90,000,000 to 90,000,000
 * @param longitudeMicros east of Greenwich, from −180,000,000 to 180,000,000
 */
public record GeoPoint(int latitudeMicros, int longitudeMicros) {

  /** The point is not on the earth, or not written as one. */
  public static final ErrorCode INVALID = ErrorCode.of("geo_point.invalid");

  private static final int LATITUDE_MAX = 90_000_000;
  private static final int LONGITUDE_MAX = 180_000_000;
  private static final Pattern WRITTEN =
      Pattern.compile("(-?\\d{1,2}(?:\\.\\d{1,6})?),(-?\\d{1,3}(?:\\.\\d{1,6})?)");

  public GeoPoint {
    check("latitude", latitudeMicros, LATITUDE_MAX);
    check("longitude", longitudeMicros, LONGITUDE_MAX);
  }

  /**
   * Reads latitude and longitude in degrees with up to six decimals, such as {@code
   * 51.507351,-0.127758}.
   *
   * @throws InvalidInputException {@code geo_point.invalid}
   */
  public static GeoPoint parse(String text) {
    Objects.requireNonNull(text, "text");
    var matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) {
      throw new InvalidInputException(
          INVALID, "geoPoint", text, "must be latitude,longitude in degrees with up to 6 decimals");
    }
    return new GeoPoint(micros(matcher.group(1)), micros(matcher.group(2)));
  }

  /**
   * How far away another point is, in meters, along the surface of a sphere of the earth's mean
   * radius. The road is longer; the true earth differs by up to 0.6 %. Computed in whole numbers,
   * the same both ways, at most a ten-thousandth beside what the sphere says.
   */
  public long metersTo(GeoPoint other) {
    return GreatCircle.meters(this, Objects.requireNonNull(other, "other"));
  }

  /** What {@link #parse} reads. */
  @Override
  public String toString() {
    return degrees(latitudeMicros) + "," + degrees(longitudeMicros);
  }

  private static String degrees(int micros) {
    return BigDecimal.valueOf(micros, 6).toPlainString();
  }

  private static int micros(String degrees) {
    return new BigDecimal(degrees).movePointRight(6).intValueExact();
  }

  private static void check(String field, int micros, int max) {
    if (micros < -max || micros > max) {
      throw new InvalidInputException(
          INVALID, field, degrees(micros), "must be from " + degrees(-max) + " to " + degrees(max));
    }
  }
}
