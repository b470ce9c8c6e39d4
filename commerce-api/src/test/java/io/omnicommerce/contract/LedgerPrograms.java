package io.omnicommerce.contract;

import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Random programs for a ledger, the same for the same seed. Few accounts, few ids and small
 * amounts, so that shortages, repeats and ends that come too late are common.
 */
public final class LedgerPrograms {

  /** The bounded accounts that programs name. */
  static final List<AccountId> ACCOUNTS =
      Stream.of("A", "B", "C", "D").map(sku -> AccountId.of("stock", sku, "LON")).toList();

  private static final AccountId OUTSIDE = AccountId.contra("@outside");
  private static final String EACH = "each";
  private static final int IDS = 20;

  private final SplittableRandom random;

  private LedgerPrograms(long seed) {
    random = new SplittableRandom(seed);
  }

  /** What a program does at a time. */
  sealed interface Action {

    /** One decision. */
    record Commit(List<LedgerStep> steps) implements Action {}

    /** Time passes. */
    record Wait(Duration time) implements Action {}

    /** The sweeper comes. */
    record Sweep(int limit) implements Action {}
  }

  /** The program of a seed. */
  static List<Action> program(long seed, int length) {
    LedgerPrograms maker = new LedgerPrograms(seed);
    return Stream.generate(maker::action).limit(length).toList();
  }

  private Action action() {
    return switch (random.nextInt(12)) {
      case 0 -> new Action.Wait(Duration.ofMillis(random.nextInt(4_000)));
      case 1 -> new Action.Sweep(1 + random.nextInt(3));
      default -> new Action.Commit(steps());
    };
  }

  private List<LedgerStep> steps() {
    List<LedgerStep> steps = new ArrayList<>();
    if (random.nextInt(5) < 3) {
      steps.add(made());
    }
    int others = steps.isEmpty() ? 1 + random.nextInt(3) : random.nextInt(2) * random.nextInt(3);
    for (int i = 0; i < others; i++) {
      steps.add(random.nextInt(8) == 0 ? floor() : onGroup());
    }
    return steps;
  }

  private LedgerStep made() {
    if (random.nextInt(3) == 0) {
      return new LedgerStep.Post(batch());
    }
    Batch batch = batch();
    return new LedgerStep.Hold(batch, life(batch.id()));
  }

  /** As content, a life follows from the id more often than not. */
  private Optional<Duration> life(BatchId id) {
    SplittableRandom of =
        random.nextInt(4) == 0 ? random : new SplittableRandom(id.hashCode() * 104_729L);
    return of.nextInt(5) == 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(1 + of.nextInt(8_000)));
  }

  /** Content follows from the id more often than not, so that repeats are repeats. */
  private Batch batch() {
    int number = random.nextInt(IDS);
    SplittableRandom of =
        random.nextInt(4) == 0 ? random : new SplittableRandom(number * 7_919L + 1);
    Batch batch = Batch.of(BatchId.of("batch-" + number), leg(of), leg(of));
    return of.nextInt(4) == 0
        ? batch.opening(ACCOUNTS.get(of.nextInt(ACCOUNTS.size())), of.nextInt(7) - 4)
        : batch;
  }

  private static Leg leg(SplittableRandom of) {
    AccountId inside = ACCOUNTS.get(of.nextInt(ACCOUNTS.size()));
    AccountId other = ACCOUNTS.get(of.nextInt(ACCOUNTS.size()));
    AccountId from = of.nextInt(3) == 0 ? OUTSIDE : inside;
    AccountId to = from.isContra() || !other.equals(from) ? other : OUTSIDE;
    Leg leg = Leg.of(from, to, 1 + of.nextInt(4), EACH);
    Leg leaving = of.nextInt(5) == 0 ? leg.leaving(of.nextInt(6) - 3) : leg;
    return of.nextInt(8) == 0 ? leaving.asForced() : leaving;
  }

  private LedgerStep floor() {
    AccountId account = ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
    return new LedgerStep.SetFloor(account, EACH, random.nextInt(8) - 4);
  }

  private LedgerStep onGroup() {
    BatchId id = BatchId.of("batch-" + random.nextInt(IDS));
    int line = 1 + random.nextInt(2);
    long amount = 1L + random.nextInt(3);
    return switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> new LedgerStep.Confirm(id);
      case 4 -> new LedgerStep.Extend(id, Duration.ofMillis(1 + random.nextInt(8_000)));
      case 5 -> new LedgerStep.Release(id);
      case 6 -> new LedgerStep.PostAll(id);
      case 7, 8, 9 -> new LedgerStep.PostLine(id, line, amount);
      default -> new LedgerStep.ReleaseLine(id, line, amount);
    };
  }
}
