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
  @ValueSource(
      strings = {"", "-", "US-", "US-NEWYORK", "ZZ", "ZZ-NY", "us", "US-N Y", "GB/", "GB/!"})
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

  @Test
  void capitals_do_not_matter_in_a_region() {
    assertThat(Destination.parse("US-ny")).isEqualTo(Destination.of(US, "NY")).hasToString("US-NY");
    assertThat(Destination.of(US, "Ny")).isEqualTo(Destination.of(US, "NY"));
    assertThat(Destination.of(address("ny"))).isEqualTo(Destination.of(US, "NY"));
  }

  @Test
  void postal_codes_lie_in_what_they_begin_with() {
    Destination westminster = Destination.parse("GB/SW1");

    assertThat(westminster.contains(Destination.parse("GB/sw1y 4jh"))).isTrue();
    assertThat(westminster.contains(Destination.parse("GB/SW2 1AA"))).isFalse();
    assertThat(westminster.contains(Destination.parse("GB"))).isFalse();
    assertThat(westminster.contains(Destination.parse("FR/SW1"))).isFalse();
    assertThat(Destination.of(US, "NY").contains(Destination.parse("US-NY/10001"))).isTrue();
    assertThat(Destination.parse("US-NY/10001-1234")).hasToString("US-NY/100011234");
  }

  @Test
  void an_address_gives_its_postal_code_if_that_is_of_plain_letters_and_digits() {
    CountryCode gb = CountryCode.of("GB");

    assertThat(Destination.of(Address.of("Ada", "1", "London", "sw1y 4jh", gb)))
        .isEqualTo(Destination.parse("GB/SW1Y4JH"));
    assertThat(Destination.of(Address.of("Ada", "1", "London", "\u0661\u0662", gb)))
        .isEqualTo(Destination.of(gb));
  }

  private static Address address(String region) {
    return new Address(
        "Ada", List.of("1 Broadway"), "New York", Optional.of(region), Optional.empty(), US);
  }
}
