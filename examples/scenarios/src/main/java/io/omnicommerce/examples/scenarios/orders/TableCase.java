package io.omnicommerce.examples.scenarios.orders;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnicommerce.examples.scenarios.answers.Answer;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.examples.scenarios.cases.Named;
import io.omnicommerce.examples.scenarios.cases.Outcome;
import io.omnicommerce.examples.scenarios.cases.ScenarioCase.Parts;
import io.omnicommerce.examples.scenarios.cases.Step;
import io.omnicommerce.examples.scenarios.cases.UnsupportedException;
import io.omnicommerce.flow.StateMachine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Steps through a table of states as it stands in the case. */
final class TableCase {

  static final String KEY = "table";

  /** What a step is called by; a row of two states is moved along by the name of the second. */
  private static final Named<String> OPS =
      new Named<>("op", Map.of("transition", "event", "move", "to"));

  private final StateMachine<String, String> machine;
  private final List<Answer> results = new ArrayList<>();
  private String state;
  private boolean allowed;

  private TableCase(StateMachine<String, String> machine, String state) {
    this.machine = machine;
    this.state = state;
  }

  static Outcome play(Parts parts) {
    Fields given = parts.given().ignore(List.of("machine"));
    String state = given.text("state");
    TableCase table = new TableCase(machine(given), state);
    given.allRead();
    parts.when().forEach(table::take);
    return table.outcome();
  }

  private void take(Step step) {
    Optional<String> next = machine.next(state, step.fields().text(OPS.get(step.op())));
    step.fields().allRead();
    allowed = next.isPresent();
    state = next.orElse(state);
    results.add(Answer.of(allowed));
  }

  private Outcome outcome() {
    Map<String, Answer> answers =
        Map.of(
            "allowed",
            Answer.of(allowed),
            "state",
            Answer.of(state),
            "results",
            Answer.list(results));
    return new Named<>("expect key", answers)::get;
  }

  /** A case may begin anywhere, and its table may be a part of a larger one. */
  private static StateMachine<String, String> machine(Fields given) {
    Set<Row> rows = Row.all(given.find(KEY).orElseThrow());
    StateMachine.Table<String, String> table =
        new StateMachine.Table<>(rows.iterator().next().from());
    Set<String> ends = new TreeSet<>();
    rows.forEach(row -> ends.add(row.to()));
    for (Row row : rows) {
      table.row(row.from(), row.on(), row.to()).entry(row.from());
      ends.remove(row.from());
    }
    ends.forEach(table::terminal);
    try {
      return table.build();
    } catch (IllegalArgumentException unsound) {
      throw new UnsupportedException("the table is not sound: " + unsound.getMessage());
    }
  }

  private record Row(String from, String on, String to) {

    static Set<Row> all(JsonNode table) {
      Set<Row> rows = new LinkedHashSet<>();
      table.forEach(row -> rows.add(of(row)));
      if (rows.isEmpty()) {
        throw new UnsupportedException("the table has no rows");
      }
      return rows;
    }

    private static Row of(JsonNode row) {
      if (!row.isArray() || row.size() < 2 || row.size() > 3) {
        throw new UnsupportedException("a row of the table is [from, event, to] or [from, to]");
      }
      String to = row.get(row.size() - 1).asText();
      return new Row(row.get(0).asText(), row.size() == 2 ? to : row.get(1).asText(), to);
    }
  }
}
