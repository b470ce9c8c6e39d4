package io.omnicommerce.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.contract.LedgerPrograms.Action;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.HoldGroup;
import io.omnicommerce.ledger.HoldLine;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.CommitResult.Applied;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random programs, compared step by step with a ledger that is too simple to be wrong. What passes
 * here on two adapters behaves the same on both. L36–L42, L44, M11.
 */
public abstract class LedgerProgramsContract extends StorageContract {

  private static final int LENGTH = 100;

  /** The seeds: few in an everyday build, many where somebody asks for more. */
  static LongStream seeds() {
    return LongStream.range(0, 25L * Race.scale());
  }

  @ParameterizedTest(name = "program {0}")
  @MethodSource("seeds")
  void a_program_ends_as_the_reference_says(long seed) {
    ReferenceLedger reference = new ReferenceLedger();
    int place = 0;

    for (Action action : LedgerPrograms.program(seed, LENGTH)) {
      place++;
      if (action instanceof Action.Wait wait) {
        clock.advance(wait.time());
      } else if (action instanceof Action.Sweep sweep) {
        assertThat(storage.maintenance().expireDue(sweep.limit()))
            .as("%s of program %s, step %s", action, seed, place)
            .isEqualTo(reference.sweep(sweep.limit(), now()));
      } else if (action instanceof Action.Commit commit) {
        CommitResult expected = reference.commit(commit.steps(), now());
        assertThat(withoutExpiry(commit(decision(commit.steps().toArray(LedgerStep[]::new)))))
            .as("%s of program %s, step %s", action, seed, place)
            .isEqualTo(expected);
      }
    }

    assertSameAccounts(reference);
    assertSameBatches(reference);
  }

  private void assertSameAccounts(ReferenceLedger reference) {
    Map<AccountId, Balance> balances = ledger().balances(LedgerPrograms.ACCOUNTS);
    for (AccountId account : LedgerPrograms.ACCOUNTS) {
      assertThat(Optional.ofNullable(balances.get(account)))
          .isEqualTo(reference.floor(account).map(floor -> balance(reference, account, floor)));
    }
  }

  private static Balance balance(ReferenceLedger reference, AccountId account, long floor) {
    long posted = reference.posted(account);
    long held = reference.held(account);
    return new Balance(account, EACH, posted, held, floor, posted - held < floor);
  }

  private void assertSameBatches(ReferenceLedger reference) {
    reference.batches().forEach((id, batch) -> assertSame(id, batch));
  }

  private void assertSame(BatchId id, ReferenceLedger.Held expected) {
    HoldGroup group = ledger().batch(id).orElseThrow();
    List<Long> open = group.lines().stream().map(HoldLine::open).toList();

    assertThat(group.state()).as("%s", id).isEqualTo(expected.state());
    assertThat(open).as("%s", id).isEqualTo(expected.open());
    if (!group.state().isEnded() && group.expiresAt().isPresent()) {
      assertThat(group.expiresAt()).isEqualTo(instant(expected.endsAt()));
    }
  }

  private static Optional<Instant> instant(OptionalLong millis) {
    return millis.isPresent()
        ? Optional.of(Instant.ofEpochMilli(millis.getAsLong()))
        : Optional.empty();
  }

  private static CommitResult withoutExpiry(CommitResult result) {
    return result instanceof Applied ? new Applied(List.of(), Optional.empty()) : result;
  }

  private long now() {
    return clock.instant().toEpochMilli();
  }
}
