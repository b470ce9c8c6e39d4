package io.omnicommerce.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.HoldGroup;
import io.omnicommerce.ledger.HoldState;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.CommitResult.AlreadyApplied;
import io.omnicommerce.storage.CommitResult.Applied;
import io.omnicommerce.storage.CommitResult.ContentDiffers;
import io.omnicommerce.storage.CommitResult.NotHeld;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The life of a batch as a table: what every step answers in every state. L40, ABUSE 61, 62. */
public abstract class LedgerStatesContract extends StorageContract {

  private static final AccountId MUG = stock("MUG");
  private static final AccountId PLATE = stock("PLATE");
  private static final String ID = "order-1";

  /** Where a batch can stand; {@code DUE} is held and past its time, {@code AT_ONCE} never held. */
  enum Standing {
    ABSENT,
    HELD,
    DUE,
    CONFIRMED,
    POSTED,
    VOIDED,
    EXPIRED,
    AT_ONCE
  }

  /** Each step, as it is tried. */
  enum Step {
    CONFIRM,
    EXTEND,
    RELEASE,
    POST_ALL,
    POST_LINE,
    RELEASE_LINE
  }

  // spotless:off
  /** A state with {@code >}: the step leads there. "same": a repeat. Else: not held, but this. */
  private static final String TABLE =
      """
                 CONFIRM     EXTEND     RELEASE    POST_ALL   POST_LINE   RELEASE_LINE
      ABSENT     -           -          -          -          -           -
      HELD       >CONFIRMED  >HELD      >VOIDED    HELD       HELD        HELD
      DUE        EXPIRED     EXPIRED    >VOIDED    EXPIRED    EXPIRED     EXPIRED
      CONFIRMED  same        CONFIRMED  >VOIDED    >POSTED    >CONFIRMED  >CONFIRMED
      POSTED     POSTED      POSTED     POSTED     same       POSTED      POSTED
      VOIDED     VOIDED      VOIDED     same       VOIDED     VOIDED      VOIDED
      EXPIRED    EXPIRED     EXPIRED    EXPIRED    EXPIRED    EXPIRED     EXPIRED
      AT_ONCE    POSTED      POSTED     POSTED     same       POSTED      POSTED
      """;
  // spotless:on

  static Stream<Arguments> table() {
    List<String> rows = TABLE.lines().toList();
    String[] steps = rows.get(0).strip().split(" +");
    return rows.stream()
        .skip(1)
        .map(row -> row.strip().split(" +"))
        .flatMap(row -> cells(row, steps));
  }

  private static Stream<Arguments> cells(String[] row, String[] steps) {
    Standing standing = Standing.valueOf(row[0]);
    return Stream.iterate(0, i -> i < steps.length, i -> i + 1)
        .map(i -> Arguments.of(standing, Step.valueOf(steps[i]), row[i + 1]));
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @MethodSource("table")
  void every_step_in_every_state_answers_as_the_table_says(
      Standing standing, Step step, String expected) {
    bring(standing);
    Optional<HoldGroup> before = found();
    Balance mugs = balance(MUG);

    CommitResult result = commit(stepOf(step));

    if (expected.startsWith(">")) {
      assertThat(result).isInstanceOf(Applied.class);
      assertThat(stateOf(ID)).isEqualTo(HoldState.valueOf(expected.substring(1)));
    } else {
      assertThat(result).isEqualTo(refusal(expected));
      assertThat(found()).isEqualTo(before);
      assertThat(balance(MUG)).isEqualTo(mugs);
    }
  }

  @ParameterizedTest
  @EnumSource(value = Standing.class, mode = EnumSource.Mode.EXCLUDE, names = "ABSENT")
  void a_repeat_of_the_batch_answers_that_it_is_there_although_nothing_is_left(Standing standing) {
    bring(standing);
    applied(post("sold-out", take(MUG, balance(MUG).available())));
    Optional<HoldGroup> before = found();

    CommitResult repeat = commit(standing == Standing.AT_ONCE ? postedAtOnce() : held());

    assertThat(repeat).isEqualTo(new AlreadyApplied(BatchId.of(ID)));
    assertThat(found()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(value = Standing.class, mode = EnumSource.Mode.EXCLUDE, names = "ABSENT")
  void the_id_with_other_content_is_refused_in_every_state(Standing standing) {
    bring(standing);
    Optional<HoldGroup> before = found();

    List<LedgerStep> others =
        List.of(
            hold(ID, take(MUG, 3), take(PLATE, 1)),
            hold(ID, take(MUG, 2)),
            hold(ID, take(PLATE, 1), take(MUG, 2)),
            hold(ID, take(MUG, 2).asForced(), take(PLATE, 1)),
            hold(ID, leg(MUG, RECEIVED, 2), take(PLATE, 1)),
            heldFor(Optional.of(LIFE.plusMillis(1))),
            heldFor(Optional.empty()),
            standing == Standing.AT_ONCE ? held() : postedAtOnce());

    assertThat(others)
        .allSatisfy(
            other -> assertThat(commit(other)).isEqualTo(new ContentDiffers(BatchId.of(ID))));
    assertThat(found()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(
      value = Standing.class,
      names = {"HELD", "CONFIRMED", "VOIDED"})
  void what_is_to_be_left_behind_is_no_content_of_a_batch_that_is_known(Standing standing) {
    bring(standing);

    assertThat(commit(hold(ID, take(MUG, 2).leaving(9), take(PLATE, 1))))
        .isEqualTo(new AlreadyApplied(BatchId.of(ID)));
  }

  private void bring(Standing standing) {
    receive(MUG, 10);
    receive(PLATE, 10);
    if (standing == Standing.AT_ONCE) {
      applied(postedAtOnce());
    } else if (standing != Standing.ABSENT) {
      applied(held());
      bringHeld(standing);
    }
  }

  private void bringHeld(Standing standing) {
    switch (standing) {
      case DUE -> clock.advance(LIFE);
      case CONFIRMED -> applied(confirm(ID));
      case POSTED -> Arrays.asList(confirm(ID), postAll(ID)).forEach(this::applied);
      case VOIDED -> applied(release(ID));
      case EXPIRED -> {
        clock.advance(LIFE);
        assertThat(storage.maintenance().expireDue(10)).isEqualTo(1);
      }
      default -> assertThat(standing).isEqualTo(Standing.HELD);
    }
  }

  private static LedgerStep heldFor(Optional<Duration> life) {
    return new LedgerStep.Hold(batch(ID, take(MUG, 2), take(PLATE, 1)), life);
  }

  private static LedgerStep held() {
    return hold(ID, take(MUG, 2), take(PLATE, 1));
  }

  private static LedgerStep postedAtOnce() {
    return post(ID, take(MUG, 2), take(PLATE, 1));
  }

  private static LedgerStep stepOf(Step step) {
    return switch (step) {
      case CONFIRM -> confirm(ID);
      case EXTEND -> new LedgerStep.Extend(BatchId.of(ID), Duration.ofHours(1));
      case RELEASE -> release(ID);
      case POST_ALL -> postAll(ID);
      case POST_LINE -> postLine(ID, 1, 1);
      case RELEASE_LINE -> releaseLine(ID, 1, 1);
    };
  }

  private static CommitResult refusal(String expected) {
    return switch (expected) {
      case "same" -> new AlreadyApplied(BatchId.of(ID));
      case "-" -> new NotHeld(BatchId.of(ID), Optional.empty());
      default -> new NotHeld(BatchId.of(ID), Optional.of(HoldState.valueOf(expected)));
    };
  }

  private Optional<HoldGroup> found() {
    return ledger().batch(BatchId.of(ID));
  }
}
