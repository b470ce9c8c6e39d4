package io.omnicommerce.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.contract.ExportedTypes;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ErrorCodesTest {

  private static final Path TABLE = Path.of("..", "docs", "errors.md");

  /** A row: the code, what it means, what to do. */
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([^`]+)` \\| (\\S[^|]*) \\| (\\S[^|]*) \\|$");

  @Test
  void every_code_has_one_constant_in_the_room_it_belongs_to() throws Exception {
    Map<String, List<String>> constants = constants();

    assertThat(constants).hasSizeGreaterThan(50);
    assertThat(constants)
        .allSatisfy(
            (code, names) ->
                assertThat(names).as("the one constant that defines %s", code).hasSize(1));
  }

  @Test
  void every_code_is_dotted_lower_case() throws Exception {
    assertThat(constants().keySet())
        .allMatch(code -> code.matches("[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*"));
  }

  @Test
  void the_table_lists_every_code() throws Exception {
    Map<String, List<String>> missing = constants();
    missing.keySet().removeAll(documented());

    assertThat(missing)
        .as("add a row `| code | meaning | what to do |` to docs/errors.md for each of these")
        .isEmpty();
  }

  @Test
  void the_table_lists_no_code_that_is_not_there_and_none_twice() throws Exception {
    assertThat(documented())
        .as("remove from docs/errors.md what no public ErrorCode constant of the api defines")
        .doesNotHaveDuplicates()
        .isSubsetOf(constants().keySet());
  }

  @Test
  void every_row_says_what_it_means_and_what_to_do() throws IOException {
    long rows = Files.readString(TABLE).lines().filter(line -> line.startsWith("| `")).count();

    assertThat(documented()).hasSize(Math.toIntExact(rows));
  }

  private static List<String> documented() throws IOException {
    return ROW.matcher(Files.readString(TABLE)).results().map(ErrorCodesTest::code).toList();
  }

  private static String code(MatchResult row) {
    return row.group(1);
  }

  /** Every public constant of the api by its code. */
  private static Map<String, List<String>> constants() throws IllegalAccessException {
    Map<String, List<String>> constants = new TreeMap<>();
    for (Class<?> type : ExportedTypes.ofModuleOf(ErrorCode.class)) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getType() == ErrorCode.class
            && Modifier.isStatic(field.getModifiers())
            && Modifier.isPublic(field.getModifiers())) {
          String code = ((ErrorCode) field.get(null)).value();
          constants
              .computeIfAbsent(code, any -> new ArrayList<>())
              .add(type.getSimpleName() + '.' + field.getName());
        }
      }
    }
    return constants;
  }
}
