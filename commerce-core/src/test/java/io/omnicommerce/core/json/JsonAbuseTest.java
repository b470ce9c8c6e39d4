package io.omnicommerce.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.catalog.UnitOfMeasure;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Text;
import io.omnicommerce.common.Version;
import io.omnicommerce.customer.Customer;
import io.omnicommerce.storage.Codec;
import io.omnicommerce.tax.TaxRate;
import io.omnicommerce.tax.TaxZone;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that nobody wrote with these codecs; the numbers are those of the abuse list. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JsonAbuseTest {

  private static final Codec<CatalogEntry> ENTRIES = Json.codec(CatalogEntry.class);
  private static final Codec<Customer> CUSTOMERS = Json.codec(Customer.class);
  private static final Codec<TaxZone> ZONES = Json.codec(TaxZone.class);
  private static final Codec<Conventions> CONVENTIONS = Json.codec(Conventions.class);
  private static final Codec<UnitOfMeasure> UNITS = Json.codec(UnitOfMeasure.class);

  private static final String CONVENTION =
      "{\"rounding\":\"half_up\",\"merge\":\"sum\",\"over_quantity\":\"reject\"}";

  @Test
  void what_is_abused_below_is_good_as_it_is() {
    assertThat(CONVENTIONS.decode(CONVENTION)).isEqualTo(Conventions.STANDARD);
    assertThat(UNITS.decode("{\"code\":\"kg\",\"decimals\":3}"))
        .isEqualTo(new UnitOfMeasure("kg", 3));
    assertThat(ZONES.decode(zone("7.5")).rates().get(0).percent()).isEqualTo("7.5");
    assertThat(ENTRIES.decode(entry("{\"a\":\"b\"}")).attributes()).containsEntry("a", "b");
  }

  @Test
  void abuse_127_a_hundred_thousand_levels() {
    assertRefused(UNITS, "[".repeat(100_000));
    assertRefused(UNITS, "{\"code\":".repeat(100_000));
  }

  @Test
  void abuse_127_a_number_of_a_million_digits() {
    assertRefused(ZONES, zone("1".repeat(1_000_000)));
    assertRefused(ZONES, zone("0." + "1".repeat(1_000_000)));
    assertRefused(ZONES, zone("1e1000000000"));
    assertRefused(ZONES, zone("1e-1000000000"));
    assertRefused(UNITS, "{\"code\":\"kg\",\"decimals\":" + "1".repeat(1_000_000) + "}");
  }

  @Test
  void abuse_127_a_text_of_two_million_letters() {
    assertRefused(UNITS, "{\"code\":\"" + "a".repeat(2_000_000) + "\",\"decimals\":3}");
  }

  @Test
  void abuse_127_a_hundred_thousand_names() {
    String names =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "\"n" + i + "\":\"v\"")
            .collect(Collectors.joining(",", "{", "}"));

    assertRefused(ENTRIES, entry(names));
    assertRefused(UNITS, names);
  }

  @Test
  void abuse_127_a_name_twice_also_where_any_name_may_stand() {
    assertRefused(ENTRIES, entry("{\"a\":\"b\",\"a\":\"c\"}"));
    assertRefused(CONVENTIONS, CONVENTION.replace("{", "{\"rounding\":\"UP\","));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NaN",
        "Infinity",
        "-Infinity",
        "+1",
        "01",
        "1.",
        ".5",
        "0x10",
        "1_000",
        "\"7.5\"",
        "null",
        "true",
        "[7.5]",
        "{}"
      })
  void abuse_127_what_is_no_number(String number) {
    assertRefused(ZONES, zone(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.0", "3.9", "3e0", "\"3\"", "null", "true", "99999999999"})
  void abuse_127_what_is_no_whole_number(String number) {
    assertRefused(UNITS, "{\"code\":\"kg\",\"decimals\":" + number + "}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "1e0", "\"1\"", "-1", "null", "{}", "99999999999999999999"})
  void abuse_127_what_is_no_version(String number) {
    String text = CUSTOMERS.encode(Customer.of(CustomerId.of("ada"), "Ada"));

    assertThat(CUSTOMERS.decode(text.replace("\"version\":0", "\"version\":7")).version())
        .isEqualTo(Version.of(7));
    assertRefused(CUSTOMERS, text.replace("\"version\":0", "\"version\":" + number));
  }

  @Test
  void abuse_127_a_number_or_nothing_where_a_text_belongs() {
    assertRefused(UNITS, "{\"code\":5,\"decimals\":3}");
    assertRefused(UNITS, "{\"code\":null,\"decimals\":3}");
    assertRefused(UNITS, "{\"decimals\":3}");
    assertRefused(UNITS, "{\"code\":\"kg\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/* hello */", "// hello\n", "# hello\n", "\uFEFF", "\u00A0", "'", "{}", "\u0000"})
  void abuse_127_comments_marks_and_other_things_before_the_text(String before) {
    assertRefused(CONVENTIONS, before + CONVENTION);
  }

  @Test
  void abuse_128_an_enum_by_its_number_or_in_another_case() {
    assertRefused(CONVENTIONS, CONVENTION.replace("\"half_up\"", "0"));
    assertRefused(CONVENTIONS, CONVENTION.replace("half_up", "0"));
    assertRefused(CONVENTIONS, CONVENTION.replace("half_up", "half up"));
    assertRefused(CONVENTIONS, CONVENTION.replace("half_up", ""));
  }

  @Test
  void abuse_128_a_tenant_in_the_body() {
    assertRefused(CONVENTIONS, CONVENTION.replace("{", "{\"tenantId\":\"globex\","));
  }

  @Test
  void what_a_constructor_refuses_is_refused_with_its_place_and_reason() {
    assertThatThrownBy(() -> ZONES.decode(zone("101")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("json/rates/0/percent must have the form that was written: percent")
        .extracting(thrown -> ((InvalidInputException) thrown).field())
        .isEqualTo("json/rates/0/percent");
  }

  @Test
  void every_fault_is_told_with_its_place() {
    assertPlace(ZONES, zone("\"7.5\""), "/rates/0/percent");
    assertPlace(ZONES, zone("7.5,\"percents\":1"), "/rates/0/percents");
    assertPlace(ZONES, zone("7.5,\"percent\":1"), "/rates/0/percent");
    assertPlace(ZONES, zone("7.5]"), "/rates/0/percent");
    assertPlace(UNITS, "{\"code\":\"kg\"}", "/decimals");
    assertPlace(ENTRIES, entry("{\"a/b\":\"c\",\"d\":[]}"), "/attributes/d");
    assertPlace(CONVENTIONS, CONVENTION + "]", "");
  }

  private static String zone(String percent) {
    TaxZone zone = new TaxZone("uk", List.of(TaxRate.added("VAT", "standard", "99.1234")));
    String text = ZONES.encode(zone);
    assertThat(text).contains("99.1234");
    return text.replace("99.1234", percent);
  }

  private static String entry(String attributes) {
    String text = ENTRIES.encode(CatalogEntry.of(Sku.of("MUG"), "Mug"));
    assertThat(text).contains("\"attributes\":{}");
    return text.replace("\"attributes\":{}", "\"attributes\":" + attributes);
  }

  private static void assertPlace(Codec<?> codec, String text, String place) {
    assertThatThrownBy(() -> codec.decode(text), Text.shown(text))
        .isInstanceOf(InvalidInputException.class)
        .extracting(thrown -> ((InvalidInputException) thrown).field())
        .isEqualTo("json" + place);
  }

  private static void assertRefused(Codec<?> codec, String text) {
    assertThatThrownBy(() -> codec.decode(text), Text.shown(text))
        .isInstanceOf(InvalidInputException.class)
        .satisfies(thrown -> assertThat(thrown.getMessage()).hasSizeLessThan(300))
        .extracting(thrown -> ((CommerceException) thrown).code())
        .isEqualTo(Json.INVALID);
  }
}
