package io.omnicommerce.examples.quickstart;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What became of all rows: counts and sums, no rows. */
final class Outcomes {

  private final Map<OutcomeKind, Tally> kinds = new EnumMap<>(OutcomeKind.class);
  private final Map<String, Tally> refusals = new TreeMap<>();

  void add(Verdicts verdicts) {
    verdicts.close((row, outcome) -> count(outcome, row.value()));
  }

  /** A row that could not be read has no value. */
  void add(BadRow row) {
    count(new RowOutcome(OutcomeKind.BAD, row.code(), row.reason()), BigDecimal.ZERO);
  }

  private void count(RowOutcome outcome, BigDecimal value) {
    kinds.merge(
        outcome.kind(), Tally.NONE.plus(value, ""), (old, one) -> old.plus(one.value(), ""));
    if (!outcome.code().isEmpty()) {
      refusals.merge(
          outcome.code(),
          Tally.NONE.plus(value, outcome.reason()),
          (old, one) -> old.plus(one.value(), one.example()));
    }
  }

  Tally of(OutcomeKind kind) {
    return kinds.getOrDefault(kind, Tally.NONE);
  }

  /** By code, in alphabetical order. */
  Map<String, Tally> refusals() {
    return refusals;
  }

  long rows() {
    return kinds.values().stream().mapToLong(Tally::rows).sum();
  }

  BigDecimal value() {
    return kinds.values().stream().map(Tally::value).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
