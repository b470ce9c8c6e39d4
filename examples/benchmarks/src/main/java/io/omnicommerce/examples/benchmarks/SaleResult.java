package io.omnicommerce.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * How many buyers got one, how many came too late, and what else was said to anybody, which should
 * be nothing.
 */
record SaleResult(int placed, int soldOut, List<String> others) {

  static final SaleResult NONE = new SaleResult(0, 0, List.of());

  SaleResult {
    others = List.copyOf(others);
  }

  SaleResult plus(SaleResult more) {
    List<String> all = new ArrayList<>(others);
    all.addAll(more.others);
    return new SaleResult(placed + more.placed, soldOut + more.soldOut, all);
  }

  /** What a JVM says of itself, a line each. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(List.of("placed " + placed, "sold-out " + soldOut));
    others.forEach(other -> lines.add(other.replace('\n', ' ')));
    return lines;
  }

  static SaleResult parse(List<String> lines) {
    return new SaleResult(
        Integer.parseInt(lines.get(0).substring("placed ".length())),
        Integer.parseInt(lines.get(1).substring("sold-out ".length())),
        lines.subList(2, lines.size()));
  }
}
