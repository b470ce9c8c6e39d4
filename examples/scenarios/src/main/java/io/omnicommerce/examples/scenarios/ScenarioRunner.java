package io.omnicommerce.examples.scenarios;

import io.omnicommerce.examples.scenarios.CaseResult.Kind;
import io.omnicommerce.examples.scenarios.cases.ScenarioCase;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs examples written as data through the library. See docs/scenarios.md. */
public final class ScenarioRunner {

  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private ScenarioRunner() {}

  /** Runs the cases that the arguments name and prints those that are not met. */
  public static void main(String[] args) {
    int status = run(System.out, args);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** Everything but the end of the process: 0 if no case failed, 1 if one did, 2 if misused. */
  static int run(PrintStream out, String... args) {
    try {
      CommandLine line = CommandLine.parse(args);
      if (line.help()) {
        CommandLine.HELP.forEach(out::println);
        return 0;
      }
      return run(out, line);
    } catch (MisuseException misuse) {
      out.println(misuse.getMessage() + ". See --help.");
      return MISUSED;
    }
  }

  private static int run(PrintStream out, CommandLine line) throws MisuseException {
    List<CaseResult> results = new ArrayList<>();
    Optional<String> rules = HostPromotions.read(line.promotions());
    for (ScenarioCase scenario : CaseFiles.read(line.sources(), line.json())) {
      if (line.only().map(scenario.area()::equals).orElse(true)) {
        results.add(Judge.judge(scenario.withRules(rules)));
      }
    }
    print(out, results);
    if (line.json().isPresent()) {
      JsonReport.write(line.json().get(), results);
    }
    return results.stream().anyMatch(one -> one.result() == Kind.FAILED) ? FAILED : 0;
  }

  private static void print(PrintStream out, List<CaseResult> results) {
    for (CaseResult result : results) {
      result
          .reason()
          .ifPresent(why -> out.println(result.id() + "  " + result.result().word() + "  " + why));
    }
    Tally.byArea(results).forEach((area, counts) -> out.println(area + ": " + counts));
    out.println("total: " + Tally.of(results));
  }
}
