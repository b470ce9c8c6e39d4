package io.omnicommerce.examples.scenarios;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What is asked for.
 *
 * @param json where the results go as JSON
 * @param only the area that alone is looked at
 * @param promotions a document of promotions that every shop has
 * @param sources files and folders
 */
record CommandLine(
    Optional<Path> json,
    Optional<String> only,
    Optional<Path> promotions,
    List<Path> sources,
    boolean help) {

  // spotless:off
  static final List<String> HELP = List.of(
      "Runs examples written as data through Omnicommerce and compares what comes out.",
      "",
      "  java -jar scenario-runner.jar [--json OUT.json] [--only AREA] [--promotions RULES.json] FILE|FOLDER...",
      "",
      "  --json OUT.json          writes every result there as well",
      "  --only AREA              looks at the cases of one area alone",
      "  --promotions RULES.json  imports these promotions into the shop of every case first",
      "  --help                   prints this",
      "",
      "Ends with 0 if no case failed, 1 if one did, 2 if it cannot be done as asked.",
      "The form of the files: docs/scenarios.md.");
  // spotless:on

  CommandLine {
    sources = List.copyOf(sources);
  }

  static CommandLine parse(String... args) throws MisuseException {
    CommandLine line =
        new CommandLine(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), false);
    Deque<String> left = new ArrayDeque<>(Arrays.asList(args));
    while (!left.isEmpty()) {
      line = line.with(left.removeFirst(), left);
    }
    if (line.sources.isEmpty() && !line.help) {
      throw new MisuseException("No file or folder was named");
    }
    return line;
  }

  private CommandLine with(String word, Deque<String> left) throws MisuseException {
    return switch (word) {
      case "--json" ->
          new CommandLine(Optional.of(Path.of(value(word, left))), only, promotions, sources, help);
      case "--only" ->
          new CommandLine(json, Optional.of(area(value(word, left))), promotions, sources, help);
      case "--promotions" ->
          new CommandLine(json, only, Optional.of(Path.of(value(word, left))), sources, help);
      case "--help" -> new CommandLine(json, only, promotions, sources, true);
      default -> with(word);
    };
  }

  private CommandLine with(String source) throws MisuseException {
    if (source.isBlank() || source.startsWith("-")) {
      throw new MisuseException("There is no option " + source);
    }
    List<Path> more = new ArrayList<>(sources);
    more.add(Path.of(source));
    return new CommandLine(json, only, promotions, more, help);
  }

  private static String value(String option, Deque<String> left) throws MisuseException {
    if (left.isEmpty()) {
      throw new MisuseException(option + " must be followed by its value");
    }
    return left.removeFirst();
  }

  private static String area(String name) throws MisuseException {
    if (!Areas.NAMES.contains(name)) {
      throw new MisuseException("There is no area " + name + ", only " + Areas.NAMES);
    }
    return name;
  }
}
