package io.omnicommerce.examples.scenarios;

import io.omnicommerce.examples.scenarios.CaseResult.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How many of each kind there are. */
final class Tally {

  private Tally() {}

  /** By area in the order of their names. */
  static Map<String, String> byArea(List<CaseResult> results) {
    Map<String, List<CaseResult>> areas =
        results.stream()
            .collect(Collectors.groupingBy(CaseResult::area, TreeMap::new, Collectors.toList()));
    Map<String, String> counts = new TreeMap<>();
    areas.forEach((area, ofArea) -> counts.put(area, of(ofArea)));
    return counts;
  }

  static String of(List<CaseResult> results) {
    Map<Kind, Long> counts =
        results.stream()
            .map(CaseResult::result)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return counts.getOrDefault(Kind.PASSED, 0L)
        + " passed, "
        + counts.getOrDefault(Kind.FAILED, 0L)
        + " failed, "
        + counts.getOrDefault(Kind.UNSUPPORTED, 0L)
        + " unsupported";
  }
}
