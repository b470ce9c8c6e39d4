package io.omnicommerce.flow;

import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.RefusedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A checked table of permitted steps. Immutable and thread-safe.
 *
 * @param <S> the states
 * @param <A> the actions
 */
public final class StateMachine<S, A> {

  /** One permitted step. */
  public record Row<S, A>(S from, A on, S to) {
    public Row {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(on, "on");
      Objects.requireNonNull(to, "to");
    }
  }

  private final S initial;
  private final Set<S> entries;
  private final Set<S> terminal;
  private final List<Row<S, A>> rows;
  private final Map<S, Map<A, S>> steps = new HashMap<>();

  private StateMachine(S initial, Set<S> entries, Set<S> terminal, List<Row<S, A>> rows) {
    this.initial = initial;
    this.entries = Set.copyOf(entries);
    this.terminal = Set.copyOf(terminal);
    this.rows = List.copyOf(rows);
    for (Row<S, A> row : rows) {
      S other =
          steps
              .computeIfAbsent(row.from(), from -> new HashMap<>())
              .putIfAbsent(row.on(), row.to());
      if (other != null) {
        throw new IllegalArgumentException(
            "Two rows for one step: "
                + row.from()
                + " on "
                + row.on()
                + " to "
                + other
                + " and to "
                + row.to());
      }
    }
    check();
  }

  /** The state in which everything begins that begins here. */
  public S initial() {
    return initial;
  }

  /** Other states in which something may come in from elsewhere: an imported order. */
  public Set<S> entries() {
    return entries;
  }

  /** The states in which everything ends. */
  public Set<S> terminal() {
    return terminal;
  }

  /** The permitted steps, in the order in which they were written. */
  public List<Row<S, A>> rows() {
    return rows;
  }

  /** All states of the table. */
  public Set<S> states() {
    Set<S> states = new LinkedHashSet<>();
    states.add(initial);
    states.addAll(entries);
    rows.forEach(
        row -> {
          states.add(row.from());
          states.add(row.to());
        });
    return states;
  }

  /** Where an action leads, or empty if it is not permitted. */
  public Optional<S> next(S from, A on) {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(on, "on");
    return Optional.ofNullable(steps.getOrDefault(from, Map.of()).get(on));
  }

  /** The actions permitted in a state. */
  public Set<A> allowed(S from) {
    Objects.requireNonNull(from, "from");
    return Set.copyOf(steps.getOrDefault(from, Map.of()).keySet());
  }

  /**
   * Where an action leads.
   *
   * @param code the reason to give when it is not permitted, such as {@code
   *     order.illegal_transition}
   * @throws RefusedException naming state, action and what is allowed instead
   */
  public S fire(S from, A on, ErrorCode code) {
    Objects.requireNonNull(code, "code");
    return next(from, on)
        .orElseThrow(
            () ->
                new RefusedException(
                    code,
                    on
                        + " is not possible in the state "
                        + from
                        + "; possible: "
                        + sorted(allowed(from))
                        + ".",
                    Facts.of("from", from, "action", on).with("allowed", sorted(allowed(from)))));
  }

  /** A table that begins as this one, to be varied by a host. */
  public Table<S, A> toBuilder() {
    Table<S, A> table = new Table<>(initial);
    entries.forEach(table::entry);
    terminal.forEach(table::terminal);
    rows.forEach(row -> table.row(row.from(), row.on(), row.to()));
    return table;
  }

  private static String sorted(Set<?> actions) {
    return actions.isEmpty()
        ? "nothing"
        : String.join(", ", actions.stream().map(Object::toString).sorted().toList());
  }

  private void check() {
    Set<S> reachable = reachable();
    for (S state : states()) {
      if (!reachable.contains(state)) {
        throw new IllegalArgumentException(
            "The state " + state + " cannot be reached from " + initial);
      }
      boolean ends = !steps.containsKey(state);
      if (ends && !terminal.contains(state)) {
        throw new IllegalArgumentException(
            "The state " + state + " is a dead end; name it terminal if everything ends there");
      }
      if (!ends && terminal.contains(state)) {
        throw new IllegalArgumentException(
            "The state " + state + " is terminal, yet a row leads out of it");
      }
    }
    for (S state : terminal) {
      if (!reachable.contains(state)) {
        throw new IllegalArgumentException(
            "The terminal state " + state + " cannot be reached from " + initial);
      }
    }
  }

  private Set<S> reachable() {
    Set<S> seen = new HashSet<>(entries);
    seen.add(initial);
    Deque<S> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (S next : steps.getOrDefault(open.pop(), Map.of()).values()) {
        if (seen.add(next)) {
          open.push(next);
        }
      }
    }
    return seen;
  }

  /** A table being written; checked when it is built. */
  public static final class Table<S, A> {
    private final S initial;
    private final Set<S> entries = new LinkedHashSet<>();
    private final Set<S> terminal = new LinkedHashSet<>();
    private final List<Row<S, A>> rows = new ArrayList<>();

    /** A table without steps. */
    public Table(S initial) {
      this.initial = Objects.requireNonNull(initial, "initial");
    }

    /** Permits a step. */
    public Table<S, A> row(S from, A on, S to) {
      rows.add(new Row<>(from, on, to));
      return this;
    }

    /** Takes back the permission of a step; nothing happens if there is none. */
    public Table<S, A> without(S from, A on) {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(on, "on");
      rows.removeIf(row -> row.from().equals(from) && row.on().equals(on));
      return this;
    }

    /** Names another state in which something may come in from elsewhere. */
    public Table<S, A> entry(S state) {
      entries.add(Objects.requireNonNull(state, "state"));
      return this;
    }

    /** Names a state in which everything ends. */
    public Table<S, A> terminal(S state) {
      terminal.add(Objects.requireNonNull(state, "state"));
      return this;
    }

    /**
     * The table as a machine, if it is sound: every state can be reached, and ends only where it
     * says so.
     *
     * @throws IllegalArgumentException naming the dead end, the unreachable state, or the step with
     *     two rows
     */
    public StateMachine<S, A> build() {
      return new StateMachine<>(initial, entries, terminal, rows);
    }
  }
}
