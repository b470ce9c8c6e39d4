package io.omnicommerce.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DestinationTest {

  private static final CountryCode US = CountryCode.of("US");

  @Test
  void reading_undoes_writing() {
    assertThat(Destination.parse("US-NY")).isEqualTo(Destination.of(US, "NY")).hasToString("US-NY");
    assertThat(Destination.parse("US")).isEqualTo(Destination.of(US)).hasToString("US");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "US-", "US-ny", "US-NEWYORK", "ZZ", "ZZ-NY", "us", "US-N Y"})
  void what_is_no_place_is_refused(String text) {
    assertThatThrownBy(() -> Destination.parse(text)).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void a_country_contains_its_regions_and_a_region_itself() {
    Destination newYork = Destination.of(US, "NY");

    assertThat(Destination.of(US).contains(newYork)).isTrue();
    assertThat(newYork.contains(newYork)).isTrue();
    assertThat(newYork.contains(Destination.of(US))).isFalse();
    assertThat(newYork.contains(Destination.of(US, "TX"))).isFalse();
    assertThat(Destination.of(CountryCode.of("GB")).contains(newYork)).isFalse();
  }

  @Test
  void an_address_gives_its_region_by_code_but_not_by_name() {
    assertThat(Destination.of(address("NY"))).isEqualTo(Destination.of(US, "NY"));
    assertThat(Destination.of(address("New York"))).isEqualTo(Destination.of(US));
  }

  private static Address address(String region) {
    return new Address(
        "Ada", List.of("1 Broadway"), "New York", Optional.of(region), Optional.empty(), US);
  }
}
