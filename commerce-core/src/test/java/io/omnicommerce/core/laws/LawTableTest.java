package io.omnicommerce.core.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** docs/laws.md says which test proves which law: that is kept true here. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LawTableTest {

  private static final Path TABLE = Path.of("..", "docs", "laws.md");

  /** What goes wrong elsewhere with prices and promotions. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "F6", "F7", "F10", "F13", "F20", "F23", "P2", "P3", "P4", "P5", "P10", "P12", "P13",
          "P18", "P22", "P26");

  /** What goes wrong elsewhere with stock. */
  private static final Set<String> WITH_STOCK =
      Set.of("F3", "F5", "F8", "F9", "F21", "P1", "P14", "P15", "P16", "P17");

  /** What the library has nothing yet for which the law could be broken by. */
  private static final Set<String> NOT_YET = Set.of();

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([LMFP]\\d+) \\| (\\S[^|]*) \\| (\\S[^|]*) \\|$");

  private static final Pattern TEST = Pattern.compile("`(\\w+)\\.(\\w+)`");

  @Test
  void every_law_of_money_pricing_and_coupons_has_a_row() throws IOException {
    assertThat(rows().keySet())
        .containsAll(List.of("L53", "L54", "L55", "L56", "L57", "L58", "L59", "L60", "L61"));
    assertThat(rows().keySet()).containsAll(numbered("L", 46)).containsAll(numbered("M", 10));
    assertThat(rows().keySet()).containsAll(ELSEWHERE).containsAll(WITH_STOCK);
  }

  @Test
  void every_row_names_a_test_but_those_that_have_nothing_to_test() throws IOException {
    rows()
        .forEach(
            (law, tests) -> assertThat(tests.isEmpty()).as(law).isEqualTo(NOT_YET.contains(law)));
  }

  @Test
  void every_test_that_is_named_is_there() throws IOException {
    Map<String, String> sources = sources();

    rows()
        .forEach(
            (law, tests) ->
                assertThat(tests)
                    .as(law)
                    .allSatisfy(
                        test ->
                            assertThat(sources.getOrDefault(test.group(1), ""))
                                .as("%s.%s", test.group(1), test.group(2))
                                .containsPattern(" void " + test.group(2) + "\\(")));
  }

  private static List<String> numbered(String letter, int last) {
    return IntStream.rangeClosed(1, last).mapToObj(n -> letter + n).toList();
  }

  /** The tests by law; a law may have a row only once. */
  private static Map<String, List<MatchResult>> rows() throws IOException {
    Map<String, List<MatchResult>> rows = new TreeMap<>();
    for (MatchResult row : ROW.matcher(Files.readString(TABLE)).results().toList()) {
      List<MatchResult> tests = new ArrayList<>(TEST.matcher(row.group(3)).results().toList());
      assertThat(rows.put(row.group(1), tests)).as("a second row of " + row.group(1)).isNull();
    }
    return rows;
  }

  /** The sources of the tests of all modules by the simple names of their classes. */
  private static Map<String, String> sources() throws IOException {
    Map<String, String> sources = new HashMap<>();
    for (String module : List.of("commerce-api", "commerce-core", "examples/laws")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "test", "java"))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .forEach(file -> sources.merge(name(file), read(file), String::concat));
      }
    }
    return sources;
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
