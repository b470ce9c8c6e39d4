package io.omnicommerce.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.RefusedException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StateMachineTest {

  private static final ErrorCode CODE = ErrorCode.of("order.illegal_transition");

  enum Status {
    PLACED,
    ON_HOLD,
    CONFIRMED,
    CANCELLED
  }

  enum Action {
    HOLD,
    RELEASE,
    CONFIRM,
    CANCEL
  }

  // spotless:off
  private static final StateMachine<Status, Action> ORDER =
      new StateMachine.Table<Status, Action>(Status.PLACED)
          //   from              on              to
          .row(Status.PLACED,    Action.HOLD,    Status.ON_HOLD)
          .row(Status.ON_HOLD,   Action.RELEASE, Status.PLACED)
          .row(Status.PLACED,    Action.CONFIRM, Status.CONFIRMED)
          .row(Status.PLACED,    Action.CANCEL,  Status.CANCELLED)
          .row(Status.CONFIRMED, Action.CANCEL,  Status.CANCELLED)
          .terminal(Status.CANCELLED)
          .build();
  // spotless:on

  @Test
  void a_step_with_a_row_leads_where_the_row_says() {
    assertThat(ORDER.fire(Status.PLACED, Action.HOLD, CODE)).isEqualTo(Status.ON_HOLD);
    assertThat(ORDER.next(Status.ON_HOLD, Action.RELEASE)).contains(Status.PLACED);
  }

  @Test
  void what_comes_in_from_elsewhere_may_begin_in_an_entry() {
    StateMachine.Table<Status, Action> table =
        new StateMachine.Table<Status, Action>(Status.PLACED)
            .row(Status.PLACED, Action.CANCEL, Status.CANCELLED)
            .row(Status.CONFIRMED, Action.CANCEL, Status.CANCELLED)
            .terminal(Status.CANCELLED);

    assertThatThrownBy(table::build).hasMessageContaining("CONFIRMED cannot be reached");
    StateMachine<Status, Action> machine = table.entry(Status.CONFIRMED).build();
    assertThat(machine.entries()).containsExactly(Status.CONFIRMED);
    assertThat(machine.states()).contains(Status.CONFIRMED);
    assertThat(machine.toBuilder().build().entries()).containsExactly(Status.CONFIRMED);
  }

  @Test
  void a_step_without_a_row_is_refused_and_says_what_is_allowed() {
    assertThatThrownBy(() -> ORDER.fire(Status.PLACED, Action.RELEASE, CODE))
        .isInstanceOf(RefusedException.class)
        .hasMessage(
            "RELEASE is not possible in the state PLACED; possible: CANCEL, CONFIRM, HOLD.");
    assertThatThrownBy(() -> ORDER.fire(Status.CANCELLED, Action.CONFIRM, CODE))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> {
              assertThat(e.code()).isEqualTo(CODE);
              assertThat(e.facts().get("allowed")).contains("nothing");
              assertThat(e.isRetryable()).isFalse();
            });
  }

  @Test
  void a_dead_end_is_refused_by_name() {
    assertRefused(
        new StateMachine.Table<String, String>("open").row("open", "close", "closed"),
        "The state closed is a dead end; name it terminal if everything ends there");
  }

  @Test
  void a_state_that_cannot_be_reached_is_refused_by_name() {
    assertRefused(
        new StateMachine.Table<String, String>("open")
            .row("open", "close", "closed")
            .row("lost", "find", "open")
            .terminal("closed"),
        "The state lost cannot be reached from open");
  }

  @Test
  void two_rows_for_one_step_are_refused_even_if_they_lead_to_the_same() {
    assertRefused(
        new StateMachine.Table<String, String>("open")
            .row("open", "close", "closed")
            .row("open", "close", "closed")
            .terminal("closed"),
        "Two rows for one step: open on close to closed and to closed");
  }

  @Test
  void a_terminal_state_with_a_way_out_is_refused_by_name() {
    assertRefused(
        new StateMachine.Table<String, String>("open")
            .row("open", "close", "closed")
            .row("closed", "open", "open")
            .terminal("closed"),
        "The state closed is terminal, yet a row leads out of it");
  }

  @Test
  void a_terminal_state_that_nothing_leads_to_is_refused_by_name() {
    assertRefused(
        new StateMachine.Table<String, String>("open")
            .row("open", "close", "closed")
            .terminal("closed")
            .terminal("archived"),
        "The terminal state archived cannot be reached from open");
  }

  @Test
  void a_table_of_one_terminal_state_is_sound() {
    StateMachine<String, String> machine =
        new StateMachine.Table<String, String>("done").terminal("done").build();

    assertThat(machine.states()).containsExactly("done");
    assertThat(machine.allowed("done")).isEmpty();
  }

  @Test
  void a_host_adds_a_step_without_changing_the_standard() {
    StateMachine<Status, Action> varied =
        ORDER.toBuilder().row(Status.ON_HOLD, Action.CANCEL, Status.CANCELLED).build();

    assertThat(varied.next(Status.ON_HOLD, Action.CANCEL)).contains(Status.CANCELLED);
    assertThat(ORDER.next(Status.ON_HOLD, Action.CANCEL)).isEmpty();
  }

  @Test
  void a_host_takes_a_step_away_and_what_is_missing_then_is_refused() {
    StateMachine<Status, Action> varied =
        ORDER.toBuilder()
            .without(Status.PLACED, Action.CANCEL)
            .without(Status.PLACED, Action.RELEASE)
            .build();

    assertThat(varied.next(Status.PLACED, Action.CANCEL)).isEmpty();
    assertThat(varied.rows()).hasSize(ORDER.rows().size() - 1);
    assertRefused(
        ORDER.toBuilder().without(Status.ON_HOLD, Action.RELEASE),
        "The state ON_HOLD is a dead end; name it terminal if everything ends there");
  }

  @Test
  void states_and_rows_stand_in_the_order_in_which_they_were_written() {
    assertThat(ORDER.states())
        .containsExactly(Status.PLACED, Status.ON_HOLD, Status.CONFIRMED, Status.CANCELLED);
    assertThat(ORDER.rows().get(2))
        .isEqualTo(new StateMachine.Row<>(Status.PLACED, Action.CONFIRM, Status.CONFIRMED));
    assertThat(ORDER.initial()).isEqualTo(Status.PLACED);
  }

  @Test
  void what_a_machine_shows_cannot_change_it() {
    ORDER.states().clear();

    assertThat(ORDER.states()).hasSize(4);
    assertThatThrownBy(() -> ORDER.rows().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> ORDER.terminal().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> ORDER.allowed(Status.PLACED).clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static void assertRefused(StateMachine.Table<?, ?> table, String message) {
    assertThatThrownBy(table::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
