package io.omnicommerce.examples.scenarios.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {

  @Test
  void a_number_may_stand_as_a_text() throws Exception {
    Fields fields = fields("{\"a\": \"1.50\", \"b\": 1.5}");

    assertThat(fields.decimal("a")).isEqualByComparingTo(new BigDecimal("1.5"));
    assertThat(fields.decimal("b")).isEqualByComparingTo(new BigDecimal("1.5"));
  }

  @Test
  void null_is_as_good_as_missing() throws Exception {
    assertThat(fields("{\"a\": null}").findText("a")).isEmpty();
  }

  @Test
  void what_was_not_read_is_named_with_its_path() throws Exception {
    Fields fields = fields("{\"a\": 1, \"b\": 2, \"c\": 3}");
    fields.decimal("b");

    assertThatThrownBy(fields::allRead)
        .isInstanceOf(UnsupportedException.class)
        .hasMessage("given.a, given.c is not known");
  }

  @Test
  void notes_for_people_count_as_read() throws Exception {
    Fields fields = fields("{\"note\": \"for people\"}").ignore(java.util.List.of("note"));

    fields.allRead();

    assertThat(fields.names()).containsExactly("note");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "missing | given.missing is missing",
        "list    | given.list must be a number",
        "word    | given.word must be a number",
        "long    | given.long has more than 100 digits"
      })
  void a_number_that_is_none_is_unsupported(String name, String message) throws Exception {
    Fields fields = fields("{\"list\": [], \"word\": \"many\", \"long\": \"1E1000000000\"}");

    assertThatThrownBy(() -> fields.decimal(name))
        .isInstanceOf(UnsupportedException.class)
        .hasMessage(message);
  }

  @Test
  void a_whole_number_has_no_rest() throws Exception {
    Fields fields = fields("{\"a\": 2, \"b\": \"2.5\"}");

    assertThat(fields.whole("a")).isEqualTo(2);
    assertThatThrownBy(() -> fields.whole("b")).hasMessage("given.b must be a whole number");
  }

  @Test
  void times_flags_and_lists_have_their_form() throws Exception {
    Fields fields = fields("{\"a\": \"noon\", \"b\": \"yes\", \"c\": \"x\", \"d\": 7}");

    assertThatThrownBy(() -> fields.instant("a")).hasMessageContaining("given.a must be a time");
    assertThatThrownBy(() -> fields.flagOr("b", true)).hasMessageContaining("true or false");
    assertThatThrownBy(() -> fields.texts("c")).hasMessage("given.c must be a list");
    assertThatThrownBy(() -> fields.object("d")).hasMessage("given.d must be an object");
    assertThatThrownBy(() -> fields.text("d")).hasMessage("given.d must be a text");
  }

  private static Fields fields(String json) throws Exception {
    return Fields.of("given", JsonMapper.builder().build().readTree(json));
  }
}
