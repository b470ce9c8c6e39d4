package io.omnicommerce.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GeoPointProperties {

  private static final GeoPoint LONDON = GeoPoint.parse("51.507351,-0.127758");
  private static final GeoPoint PARIS = GeoPoint.parse("48.856613,2.352222");

  @Example
  void distances_are_those_of_the_map() {
    assertThat(LONDON.metersTo(PARIS)).isBetween(343_000L, 344_200L);
    assertThat(GeoPoint.parse("0,179.9").metersTo(GeoPoint.parse("0,-179.9")))
        .as("across the date line")
        .isEqualTo(22_239);
    assertThat(GeoPoint.parse("90,0").metersTo(GeoPoint.parse("-90,77")))
        .as("from pole to pole, half the circumference")
        .isEqualTo(20_015_115);
  }

  @Property
  void distances_are_those_of_the_sphere(
      @ForAll("points") GeoPoint a, @ForAll("points") GeoPoint b) {
    double sphere = haversine(a, b);

    assertThat((double) a.metersTo(b)).isCloseTo(sphere, within(1 + sphere / 10_000));
  }

  @Property
  void short_ways_are_told_to_the_meter(
      @ForAll("points") GeoPoint a, @ForAll("steps") int north, @ForAll("steps") int east) {
    GeoPoint b =
        new GeoPoint(
            clamp(a.latitudeMicros() + north, 90_000_000),
            clamp(a.longitudeMicros() + east, 180_000_000));

    assertThat((double) a.metersTo(b)).isCloseTo(haversine(a, b), within(1.0));
  }

  @Property
  void the_way_there_is_as_long_as_the_way_back_and_no_way_is_none(
      @ForAll("points") GeoPoint a, @ForAll("points") GeoPoint b) {
    assertThat(a.metersTo(b)).isEqualTo(b.metersTo(a)).isNotNegative();
    assertThat(a.metersTo(a)).isZero();
  }

  @Property
  void what_is_written_is_read_again(@ForAll("points") GeoPoint point) {
    assertThat(GeoPoint.parse(point.toString())).isEqualTo(point);
  }

  @Example
  void what_is_not_on_the_earth_is_refused() {
    assertThatThrownBy(() -> new GeoPoint(90_000_001, 0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("latitude")
        .hasMessageContaining("90.000000");
    assertThatThrownBy(() -> new GeoPoint(0, -180_000_001))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("longitude");
    for (String wrong :
        new String[] {"", "51.5", "51.5;0", "51.5073510,0", "north,south", "91,0"}) {
      assertThatThrownBy(() -> GeoPoint.parse(wrong))
          .as(wrong)
          .isInstanceOfSatisfying(
              InvalidInputException.class, e -> assertThat(e.code()).isEqualTo(GeoPoint.INVALID));
    }
  }

  @Provide
  Arbitrary<GeoPoint> points() {
    return Combinators.combine(
            Arbitraries.integers().between(-90_000_000, 90_000_000),
            Arbitraries.integers().between(-180_000_000, 180_000_000))
        .as(GeoPoint::new);
  }

  @Provide
  Arbitrary<Integer> steps() {
    return Arbitraries.integers().between(-200_000, 200_000);
  }

  private static int clamp(int micros, int max) {
    return Math.max(-max, Math.min(max, micros));
  }

  private static double haversine(GeoPoint a, GeoPoint b) {
    double north = Math.sin(radians(a.latitudeMicros() - b.latitudeMicros()) / 2);
    double east = Math.sin(radians(a.longitudeMicros() - b.longitudeMicros()) / 2);
    double parallels =
        Math.cos(radians(a.latitudeMicros())) * Math.cos(radians(b.latitudeMicros()));
    double square = north * north + parallels * east * east;
    return 2 * 6_371_009 * Math.asin(Math.min(1, Math.sqrt(square)));
  }

  private static double radians(int micros) {
    return Math.toRadians(micros / 1_000_000.0);
  }
}
