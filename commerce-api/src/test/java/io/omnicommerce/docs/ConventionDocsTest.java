package io.omnicommerce.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.channel.Convention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Every convention stands in docs/rooms/channel.md with its values, and nothing else does. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConventionDocsTest {

  private static final Path PAGE = Path.of("..", "docs", "rooms", "channel.md");

  /** A row: name, values, what it decides. */
  private static final Pattern ROW =
      Pattern.compile("(?m)^(\\| `\\w+` \\| [^|]+) \\| \\S[^|]+ \\|$");

  @Test
  void the_table_has_a_row_for_each_with_its_values_the_default_first() throws IOException {
    List<String> rows =
        ROW.matcher(Files.readString(PAGE)).results().map(found -> found.group(1)).toList();

    assertThat(rows)
        .containsExactlyElementsOf(Convention.all().stream().map(ConventionDocsTest::row).toList());
  }

  private static <V> String row(Convention<V> convention) {
    Stream<V> others =
        convention.values().stream().filter(value -> !value.equals(convention.standard()));
    return Stream.concat(Stream.of(convention.standard()), others)
        .map(value -> '`' + convention.text(value) + '`')
        .collect(Collectors.joining(", ", "| `" + convention.name() + "` | ", ""));
  }
}
