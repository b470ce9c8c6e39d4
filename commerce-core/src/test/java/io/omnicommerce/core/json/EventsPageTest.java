package io.omnicommerce.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.omnicommerce.common.DomainEvent;
import io.omnicommerce.contract.ExportedTypes;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of events tells every event that there is, as it is. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventsPageTest {

  private static final Path PAGE = Path.of("..", "docs", "events.md");

  /** A row: type, aggregate, record with its fields, when. */
  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^(\\| `[a-z_]+\\.[a-z_]+` \\| )`[a-z_]+` \\| (`\\w+`: [^|]+ \\| )\\S.+ \\|$");

  static List<Class<? extends DomainEvent>> events() {
    return ExportedTypes.ofModuleOf(DomainEvent.class).stream()
        .filter(type -> type.isRecord() && DomainEvent.class.isAssignableFrom(type))
        .<Class<? extends DomainEvent>>map(type -> type.asSubclass(DomainEvent.class))
        .toList();
  }

  @Test
  void the_table_has_a_row_for_each_event_with_its_fields_and_no_other_in_the_order_of_types()
      throws IOException {
    Map<String, String> rows = new TreeMap<>();
    for (Class<? extends DomainEvent> event : events()) {
      rows.put(sample(event).type(), row(event));
    }

    assertThat(rows).hasSizeGreaterThan(20);
    assertThat(documented()).as("docs/events.md").containsExactlyElementsOf(rows.values());
  }

  @ParameterizedTest
  @MethodSource("events")
  void the_written_form_has_the_fields_of_the_table_and_the_name_of_the_record(
      Class<? extends DomainEvent> event) throws IOException {
    Map<String, String> payload = parts(Json.events().encode(sample(event)));

    assertThat(payload).containsEntry("is", event.getSimpleName());
    List<String> expected = new ArrayList<>(fields(event));
    expected.add("is");
    assertThat(expected).containsAll(payload.keySet());
    expected.removeAll(payload.keySet());
    assertThat(expected)
        .as("fields that are left out, since they may be empty")
        .isSubsetOf("tracking");
  }

  /** The fields of an object, with the text of those that are no object or array. */
  private static Map<String, String> parts(String json) throws IOException {
    Map<String, String> parts = new TreeMap<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      parser.nextToken();
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        parts.put(name, parser.getText());
        parser.skipChildren();
      }
    }
    return parts;
  }

  private static <T extends DomainEvent> T sample(Class<T> event) {
    return new Samples(event.getName().hashCode(), false).of(event);
  }

  private static String row(Class<? extends DomainEvent> event) {
    return "| `"
        + sample(event).type()
        + "` | `"
        + event.getSimpleName()
        + "`: "
        + String.join(", ", fields(event))
        + " | ";
  }

  private static List<String> fields(Class<?> event) {
    return Arrays.stream(event.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  private static List<String> documented() throws IOException {
    List<String> lines =
        Files.readString(PAGE).lines().filter(line -> line.matches("\\| `\\w+\\.\\w+`.*")).toList();
    List<String> rows =
        ROW.matcher(String.join("\n", lines)).results().map(EventsPageTest::told).toList();
    assertThat(rows).as("rows of the form of the others").hasSameSizeAs(lines);
    return rows;
  }

  private static String told(MatchResult row) {
    return row.group(1) + row.group(2);
  }
}
