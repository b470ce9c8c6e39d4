package io.omnicommerce.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.RefusedException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

class StateMachineProperties {

  private static final ErrorCode CODE = ErrorCode.of("test.illegal_transition");
  private static final int STATES = 6;
  private static final int ACTIONS = 4;

  /** A table as it was written: rows, and the states named terminal. */
  record Written(List<StateMachine.Row<Integer, String>> rows, Set<Integer> terminal) {

    StateMachine.Table<Integer, String> table() {
      StateMachine.Table<Integer, String> table = new StateMachine.Table<>(0);
      rows.forEach(row -> table.row(row.from(), row.on(), row.to()));
      terminal.forEach(table::terminal);
      return table;
    }
  }

  @Property
  void L53_only_declared_steps_happen(@ForAll("sound") Written written) {
    StateMachine<Integer, String> machine = written.table().build();
    Map<Tuple2<Integer, String>, Integer> declared = new HashMap<>();
    written.rows().forEach(row -> declared.put(Tuple.of(row.from(), row.on()), row.to()));

    for (int from = 0; from < STATES; from++) {
      for (String on : actions()) {
        Integer target = declared.get(Tuple.of(from, on));
        if (target == null) {
          assertRefused(machine, from, on, allowed(written, from));
        } else {
          assertThat(machine.fire(from, on, CODE)).isEqualTo(target);
          assertThat(machine.next(from, on)).contains(target);
        }
        assertThat(machine.allowed(from).contains(on)).isEqualTo(target != null);
      }
    }
  }

  @Property
  void L57_nothing_leads_out_of_a_terminal_state(@ForAll("sound") Written written) {
    StateMachine<Integer, String> machine = written.table().build();

    assertThat(machine.terminal()).isEqualTo(written.terminal());
    assertThat(machine.terminal()).allSatisfy(end -> assertThat(machine.allowed(end)).isEmpty());
  }

  @Property
  void a_table_is_built_exactly_if_it_is_sound(@ForAll("any") Written written) {
    if (isSound(written)) {
      assertThat(written.table().build().rows()).isEqualTo(written.rows());
    } else {
      assertThatThrownBy(() -> written.table().build())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageMatching(".*(Two rows|dead end|cannot be reached|a row leads out of it).*");
    }
  }

  @Property
  void a_copy_behaves_the_same(@ForAll("sound") Written written) {
    StateMachine<Integer, String> machine = written.table().build();
    StateMachine<Integer, String> copy = machine.toBuilder().build();

    assertThat(copy.rows()).isEqualTo(machine.rows());
    assertThat(copy.terminal()).isEqualTo(machine.terminal());
    assertThat(copy.initial()).isEqualTo(machine.initial());
    assertThat(copy.states()).isEqualTo(machine.states());
  }

  @Provide
  Arbitrary<Written> any() {
    Arbitrary<Written> anything =
        Combinators.combine(row().list().ofMaxSize(8), state().set().ofMaxSize(3)).as(Written::new);
    return Arbitraries.oneOf(anything, sound());
  }

  /** Arbitrary tables, cut down to what makes them sound. */
  @Provide
  Arbitrary<Written> sound() {
    return row()
        .list()
        .ofMaxSize(16)
        .uniqueElements(row -> Tuple.of(row.from(), row.on()))
        .map(StateMachineProperties::reachablePart);
  }

  private static Written reachablePart(List<StateMachine.Row<Integer, String>> rows) {
    Set<Integer> reachable = reachable(rows);
    List<StateMachine.Row<Integer, String>> kept =
        rows.stream().filter(row -> reachable.contains(row.from())).toList();
    Set<Integer> terminal = new HashSet<>(reachable);
    kept.forEach(row -> terminal.remove(row.from()));
    return new Written(kept, terminal);
  }

  /** The oracle: as many rounds over all rows as there are states. */
  private static Set<Integer> reachable(List<StateMachine.Row<Integer, String>> rows) {
    Set<Integer> reachable = new HashSet<>(Set.of(0));
    for (int round = 0; round < STATES; round++) {
      rows.stream()
          .filter(row -> reachable.contains(row.from()))
          .forEach(row -> reachable.add(row.to()));
    }
    return reachable;
  }

  private static boolean isSound(Written written) {
    Set<Integer> from =
        written.rows().stream().map(StateMachine.Row::from).collect(Collectors.toSet());
    Set<Integer> named = new HashSet<>(written.terminal());
    named.add(0);
    written.rows().forEach(row -> named.addAll(List.of(row.from(), row.to())));
    boolean unique =
        written.rows().stream().map(row -> Tuple.of(row.from(), row.on())).distinct().count()
            == written.rows().size();
    return unique
        && reachable(written.rows()).containsAll(named)
        && named.stream().allMatch(s -> from.contains(s) != written.terminal().contains(s));
  }

  private static Set<String> allowed(Written written, int from) {
    return written.rows().stream()
        .filter(row -> row.from() == from)
        .map(StateMachine.Row::on)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void assertRefused(
      StateMachine<Integer, String> machine, int from, String on, Set<String> allowed) {
    String possible = allowed.isEmpty() ? "nothing" : String.join(", ", allowed);

    assertThat(machine.next(from, on)).isEmpty();
    assertThatThrownBy(() -> machine.fire(from, on, CODE))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> {
              assertThat(e.code()).isEqualTo(CODE);
              assertThat(e.facts().values())
                  .containsEntry("from", Integer.toString(from))
                  .containsEntry("action", on)
                  .containsEntry("allowed", possible);
              assertThat(e).hasMessageContaining(on).hasMessageContaining("possible: " + possible);
            });
  }

  private static List<String> actions() {
    return IntStream.range(0, ACTIONS).mapToObj(i -> "a" + i).toList();
  }

  private static Arbitrary<Integer> state() {
    return Arbitraries.integers().between(0, STATES - 1);
  }

  private static Arbitrary<StateMachine.Row<Integer, String>> row() {
    return Combinators.combine(state(), Arbitraries.of(actions()), state())
        .as(StateMachine.Row::new);
  }
}
