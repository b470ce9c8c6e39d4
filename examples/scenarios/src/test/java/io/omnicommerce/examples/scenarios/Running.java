package io.omnicommerce.examples.scenarios;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the runner ended with and printed. */
record Running(int status, List<String> lines) {

  static final Path OWN_CASES = Path.of("src", "test", "resources", "scenarios");

  static Running of(Object... args) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    String[] words = List.of(args).stream().map(Object::toString).toArray(String[]::new);
    int status = ScenarioRunner.run(out, words);
    return new Running(status, bytes.toString(StandardCharsets.UTF_8).lines().toList());
  }

  /** A file of one case: an area, and what the case holds beside its id. */
  static Path file(Path folder, String area, String body) throws IOException {
    String text =
        "{\"schema\": 1, \"area\": \"%s\", \"count\": 1, \"cases\": [{\"id\": \"C-1\", %s}]}";
    return Files.writeString(folder.resolve("cases.json"), text.formatted(area, body));
  }

  /** What is printed of a single case. */
  static Running ofCase(Path folder, String area, String body) throws IOException {
    return of(file(folder, area, body));
  }

  String last() {
    return lines.get(lines.size() - 1);
  }
}
