package io.omnicommerce.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.ledger.spi.Netting;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LedgerWordsTest {

  private static final AccountId STOCK = AccountId.of("stock", "MUG-RED", "LON");
  private static final AccountId OUT = AccountId.contra("@shipped");
  private static final Leg LEG = Leg.of(STOCK, OUT, 1, "each");

  @Test
  void an_account_is_written_as_people_read_it() {
    assertThat(STOCK).hasToString("stock/MUG-RED/LON");
    assertThat(AccountId.of("coupon", "SAVE/10%")).hasToString("coupon/SAVE%2F10%25");
    assertThat(OUT).hasToString("@shipped").matches(AccountId::isContra);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"stock", "", "stock/", "stock//LON", "a/b/c/d", "stock/a%2f", "stock/a/", "@a/b"})
  void what_is_no_account_is_refused(String text) {
    assertThatThrownBy(() -> AccountId.parse(text)).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void the_outside_world_has_no_item_and_no_floor() {
    assertThatThrownBy(() -> new AccountId("@received", "MUG", ""))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new LedgerStep.SetFloor(OUT, "each", 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("has no floor");
  }

  @Test
  void a_leg_goes_somewhere_and_moves_something() {
    assertThatThrownBy(() -> Leg.of(STOCK, STOCK, 1, "each")).satisfies(code("ledger.invalid_leg"));
    assertThatThrownBy(() -> Leg.of(STOCK, OUT, 0, "each")).satisfies(code("ledger.invalid_leg"));
    assertThatThrownBy(() -> Leg.of(STOCK, OUT, Long.MIN_VALUE, "each"))
        .satisfies(code("ledger.invalid_leg"));
  }

  @Test
  void a_leg_says_what_it_leaves_behind_and_whether_it_is_a_fact() {
    Leg leg = LEG.leaving(-5).asForced();

    assertThat(leg.leave()).isEqualTo(OptionalLong.of(-5));
    assertThat(leg.forced()).isTrue();
    assertThat(LEG.forced()).isFalse();
  }

  @Test
  void a_batch_holds_at_least_one_leg_and_at_most_so_many() {
    List<Leg> most = Collections.nCopies(Batch.LEGS_MAX, LEG);
    List<Leg> more = Collections.nCopies(Batch.LEGS_MAX + 1, LEG);

    assertThat(Batch.of(BatchId.of("b"), most).legs()).hasSize(Batch.LEGS_MAX);
    assertThatThrownBy(() -> Batch.of(BatchId.of("b"))).satisfies(code("ledger.invalid_leg"));
    assertThatThrownBy(() -> Batch.of(BatchId.of("b"), more))
        .isInstanceOfSatisfying(
            LimitExceededException.class, e -> assertThat(e.max()).isEqualTo(Batch.LEGS_MAX));
  }

  @Test
  void a_batch_opens_at_most_so_many_accounts() {
    List<Opening> more = Collections.nCopies(2 * Batch.LEGS_MAX + 1, new Opening(STOCK, 0));

    assertThatThrownBy(() -> new Batch(BatchId.of("b"), List.of(LEG), more))
        .satisfies(code("ledger.limit_exceeded"));
  }

  @Test
  void abuse_58_a_hold_lives_at_least_a_millisecond_and_at_most_a_year() {
    Batch batch = Batch.of(BatchId.of("b"), LEG);

    for (Duration life :
        List.of(
            Duration.ZERO,
            Duration.ofNanos(1),
            Duration.ofMillis(-1),
            Duration.ofDays(366).plusNanos(1),
            Duration.ofSeconds(1_000_000_000),
            Duration.ofSeconds(Long.MAX_VALUE),
            Duration.ofSeconds(Long.MIN_VALUE))) {
      assertThatThrownBy(() -> new LedgerStep.Hold(batch, Optional.of(life)))
          .satisfies(code("ledger.invalid_life"));
      assertThatThrownBy(() -> new LedgerStep.Extend(batch.id(), life))
          .satisfies(code("ledger.invalid_life"));
    }
    assertThat(new LedgerStep.Hold(batch, Optional.of(Duration.ofMillis(1))).batch())
        .contains(batch.id());
    assertThat(new LedgerStep.Hold(batch, Optional.empty()).life()).isEmpty();
  }

  @Test
  void a_part_names_a_line_and_an_amount() {
    BatchId id = BatchId.of("b");

    assertThatThrownBy(() -> new LedgerStep.PostLine(id, 0, 1))
        .satisfies(code("ledger.invalid_leg"));
    assertThatThrownBy(() -> new LedgerStep.PostLine(id, 1, 0))
        .satisfies(code("ledger.invalid_leg"));
    assertThatThrownBy(() -> new LedgerStep.ReleaseLine(id, 1, -1))
        .satisfies(code("ledger.invalid_leg"));
  }

  @ParameterizedTest
  @CsvSource({
    "10, 3, 2, 5",
    "0, 0, -5, 5",
    "-4, 0, 0, -4",
    "0, 0, -9223372036854775808, 9223372036854775807",
    "9223372036854775807, 0, -9223372036854775808, 9223372036854775807",
    "-9223372036854775808, 1, 0, -9223372036854775808",
    "-9223372036854775807, 2, -9223372036854775807, -2"
  })
  void what_may_be_taken_never_wraps_around(long posted, long held, long floor, long available) {
    Balance balance = new Balance(STOCK, "each", posted, held, floor, false);

    assertThat(balance.available()).isEqualTo(available);
  }

  @Test
  void an_account_counts_one_unit() {
    Netting netting = new Netting();
    Batch mixed = Batch.of(BatchId.of("b"), LEG, Leg.of(STOCK, OUT, 1, "0.001 kg"));

    assertThatThrownBy(() -> netting.post(mixed)).satisfies(code("ledger.unit_mismatch"));
  }

  @Test
  void a_floor_is_kept_for_accounts_that_the_batch_names() {
    Netting netting = new Netting();
    Batch batch =
        Batch.of(BatchId.of("b"), LEG).opening(STOCK, -7).opening(AccountId.of("a", "b"), 1);

    netting.hold(batch);

    assertThat(netting.changes())
        .singleElement()
        .satisfies(c -> assertThat(c.opensAt()).isEqualTo(-7));
  }

  private static Consumer<Throwable> code(String code) {
    return thrown ->
        assertThat(thrown)
            .isInstanceOfSatisfying(
                CommerceException.class, e -> assertThat(e.code()).hasToString(code));
  }
}
