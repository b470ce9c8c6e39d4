package io.omnicommerce.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VerdictsTest {

  private static final RowOutcome SOLD = RowOutcome.of(OutcomeKind.ORDER_LINE);

  // Equal in everything: they must still be told apart.
  private final Row first = Rows.of(1, "536365", "85123A", 6, "2.55");
  private final Row second = Rows.of(1, "536365", "85123A", 6, "2.55");
  private final Verdicts verdicts = new Verdicts(Rows.document(first, second));
  private final Outcomes outcomes = new Outcomes();

  @Test
  void every_row_is_counted_once_with_its_value() {
    verdicts.give(first, SOLD);
    verdicts.give(second, SOLD);

    outcomes.add(verdicts);

    assertThat(outcomes.rows()).isEqualTo(2);
    assertThat(outcomes.value()).isEqualByComparingTo("30.60");
  }

  @Test
  void a_row_without_an_outcome_is_not_let_through() {
    verdicts.give(first, SOLD);

    assertThatThrownBy(() -> outcomes.add(verdicts)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_row_gets_no_second_outcome() {
    verdicts.give(first, SOLD);

    assertThatThrownBy(() -> verdicts.give(first, SOLD)).isInstanceOf(IllegalStateException.class);
  }
}
