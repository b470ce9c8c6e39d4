package io.omnicommerce.contract;

import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.HoldState;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.ledger.Opening;
import io.omnicommerce.ledger.Shortfall;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.CommitResult.AlreadyApplied;
import io.omnicommerce.storage.CommitResult.Applied;
import io.omnicommerce.storage.CommitResult.ContentDiffers;
import io.omnicommerce.storage.CommitResult.NotHeld;
import io.omnicommerce.storage.CommitResult.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What a ledger does, as simply as it can be said and as slowly: it keeps facts, computes every sum
 * anew, and tries each decision on a copy of everything. It shares no code with any adapter.
 */
final class ReferenceLedger {

  private final Map<String, Long> floors;
  private final Map<BatchId, Held> batches;
  private final List<Moved> journal;

  /** So much went from here to there. */
  record Moved(AccountId from, AccountId to, long amount) {}

  /** A batch; {@code endsAt} is empty for one without end. */
  record Held(
      List<Leg> legs,
      boolean held,
      Optional<Duration> life,
      HoldState state,
      OptionalLong endsAt,
      List<Long> open,
      boolean anyPosted) {

    boolean isDue(long now) {
      return state == HoldState.HELD && endsAt.isPresent() && endsAt.getAsLong() <= now;
    }

    HoldState stateAt(long now) {
      return isDue(now) ? HoldState.EXPIRED : state;
    }

    Held in(HoldState other) {
      return new Held(legs, held, life, other, endsAt, open, anyPosted);
    }
  }

  ReferenceLedger() {
    this(new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
  }

  private ReferenceLedger(
      Map<String, Long> floors, Map<BatchId, Held> batches, List<Moved> journal) {
    this.floors = new TreeMap<>(floors);
    this.batches = new TreeMap<>(batches);
    this.journal = new ArrayList<>(journal);
  }

  CommitResult commit(List<LedgerStep> steps, long now) {
    CommitResult first = tryOnCopy(steps, now);
    if (!(first instanceof Refused refused) || !isShort(refused, steps, now)) {
      return first;
    }
    List<BatchId> due =
        dueByAge(now).stream()
            .filter(id -> refused.shortfalls().stream().anyMatch(s -> takesFrom(id, s.account())))
            .toList();
    due.forEach(this::expire);
    return due.isEmpty() ? first : tryOnCopy(steps, now);
  }

  int sweep(int limit, long now) {
    List<BatchId> due = dueByAge(now).stream().limit(limit).toList();
    due.forEach(this::expire);
    return due.size();
  }

  long posted(AccountId account) {
    return journal.stream()
        .mapToLong(
            moved ->
                (moved.to().equals(account) ? moved.amount() : 0)
                    - (moved.from().equals(account) ? moved.amount() : 0))
        .sum();
  }

  long held(AccountId account) {
    long held = 0;
    for (Held batch : batches.values()) {
      for (int i = 0; i < batch.open().size(); i++) {
        held += batch.legs().get(i).from().equals(account) ? batch.open().get(i) : 0;
      }
    }
    return held;
  }

  Optional<Long> floor(AccountId account) {
    return Optional.ofNullable(floors.get(account.toString()));
  }

  Map<BatchId, Held> batches() {
    return batches;
  }

  private long left(AccountId account) {
    return posted(account) - held(account);
  }

  private CommitResult tryOnCopy(List<LedgerStep> steps, long now) {
    ReferenceLedger copy = new ReferenceLedger(floors, batches, journal);
    CommitResult result = copy.applyAll(steps, now, this);
    if (result.isApplied()) {
      floors.putAll(copy.floors);
      batches.putAll(copy.batches);
      journal.clear();
      journal.addAll(copy.journal);
    }
    return result;
  }

  private CommitResult applyAll(List<LedgerStep> steps, long now, ReferenceLedger before) {
    for (LedgerStep step : inOrder(steps)) {
      Optional<CommitResult> end = apply(step, now);
      if (end.isPresent()) {
        return end.get();
      }
    }
    List<Shortfall> shortfalls = shortfalls(steps, before);
    return shortfalls.isEmpty()
        ? new Applied(List.of(), Optional.empty())
        : new Refused(shortfalls);
  }

  /** New batches first, then groups by id, floors whenever. */
  private static List<LedgerStep> inOrder(List<LedgerStep> steps) {
    return steps.stream()
        .sorted(
            Comparator.comparing((LedgerStep step) -> content(step).isEmpty())
                .thenComparing(step -> step.batch().map(BatchId::value).orElse("~")))
        .toList();
  }

  static Optional<Batch> content(LedgerStep step) {
    if (step instanceof LedgerStep.Post post) {
      return Optional.of(post.content());
    }
    return step instanceof LedgerStep.Hold hold ? Optional.of(hold.content()) : Optional.empty();
  }

  /** Every account that has less than before, and less than it must have. */
  private List<Shortfall> shortfalls(List<LedgerStep> steps, ReferenceLedger before) {
    List<Shortfall> shortfalls = new ArrayList<>();
    for (AccountId account : LedgerPrograms.ACCOUNTS) {
      long wanted = before.left(account) - left(account);
      long bound = Math.max(floors.getOrDefault(account.toString(), 0L), leave(steps, account));
      if (wanted > 0 && !isForced(steps, account) && left(account) < bound) {
        shortfalls.add(new Shortfall(account, wanted, Math.max(0, before.left(account) - bound)));
      }
    }
    return shortfalls;
  }

  private static long leave(List<LedgerStep> steps, AccountId account) {
    return legsFrom(steps, account).stream()
        .filter(leg -> leg.leave().isPresent())
        .mapToLong(leg -> leg.leave().getAsLong())
        .max()
        .orElse(Long.MIN_VALUE);
  }

  private static boolean isForced(List<LedgerStep> steps, AccountId account) {
    return legsFrom(steps, account).stream().anyMatch(Leg::forced);
  }

  private static List<Leg> legsFrom(List<LedgerStep> steps, AccountId account) {
    return steps.stream()
        .flatMap(step -> content(step).stream())
        .flatMap(batch -> batch.legs().stream())
        .filter(leg -> leg.from().equals(account))
        .toList();
  }

  private Optional<CommitResult> apply(LedgerStep step, long now) {
    if (step instanceof LedgerStep.SetFloor floor) {
      floors.put(floor.account().toString(), floor.floorAt());
      return Optional.empty();
    }
    if (content(step).isPresent()) {
      return make(step, content(step).get(), now);
    }
    BatchId id = step.batch().orElseThrow();
    Held group = batches.get(id);
    return group == null
        ? Optional.of(new NotHeld(id, Optional.empty()))
        : new ReferenceGroup(id, group, now, batches, journal, this::open).apply(step);
  }

  /** What is to be left behind is no content. */
  private static List<Leg> moves(List<Leg> legs) {
    return legs.stream().map(leg -> leg.leaving(Long.MIN_VALUE)).toList();
  }

  private Optional<CommitResult> make(LedgerStep step, Batch batch, long now) {
    boolean holds = step instanceof LedgerStep.Hold;
    Held known = batches.get(batch.id());
    if (known != null) {
      boolean same =
          moves(known.legs()).equals(moves(batch.legs()))
              && known.held() == holds
              && known.life().equals(lifeOf(step));
      return Optional.of(same ? new AlreadyApplied(batch.id()) : new ContentDiffers(batch.id()));
    }
    for (Leg leg : batch.legs()) {
      open(leg.from(), batch.openings());
      if (!holds) {
        open(leg.to(), batch.openings());
        journal.add(new Moved(leg.from(), leg.to(), leg.amount()));
      }
    }
    batches.put(batch.id(), holds ? held(batch, (LedgerStep.Hold) step, now) : postedAtOnce(batch));
    return Optional.empty();
  }

  private static Optional<Duration> lifeOf(LedgerStep step) {
    return step instanceof LedgerStep.Hold hold ? hold.life() : Optional.empty();
  }

  private static Held held(Batch batch, LedgerStep.Hold hold, long now) {
    OptionalLong end =
        hold.life().isPresent()
            ? OptionalLong.of(now + hold.life().get().toMillis())
            : OptionalLong.empty();
    Long[] open = batch.legs().stream().map(Leg::amount).toArray(Long[]::new);
    return new Held(
        batch.legs(), true, hold.life(), HoldState.HELD, end, Arrays.asList(open), false);
  }

  private static Held postedAtOnce(Batch batch) {
    return new Held(
        batch.legs(),
        false,
        Optional.empty(),
        HoldState.POSTED,
        OptionalLong.empty(),
        List.of(),
        true);
  }

  private void open(AccountId account) {
    open(account, List.of());
  }

  private void open(AccountId account, List<Opening> openings) {
    if (!account.isContra()) {
      long floor = 0;
      for (Opening opening : openings) {
        floor = opening.account().equals(account) ? opening.floorAt() : floor;
      }
      floors.putIfAbsent(account.toString(), floor);
    }
  }

  /** A refusal is for want of stock unless a line had less open than was asked of it. */
  private boolean isShort(Refused refused, List<LedgerStep> steps, long now) {
    ReferenceLedger copy = new ReferenceLedger(floors, batches, journal);
    for (LedgerStep step : inOrder(steps)) {
      if (copy.apply(step, now).isPresent()) {
        return false;
      }
    }
    return !refused.shortfalls().isEmpty();
  }

  private List<BatchId> dueByAge(long now) {
    return batches.entrySet().stream()
        .filter(entry -> entry.getValue().isDue(now))
        .sorted(
            Comparator.comparing(
                    (Map.Entry<BatchId, Held> entry) -> entry.getValue().endsAt().orElseThrow())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }

  private boolean takesFrom(BatchId id, AccountId account) {
    return batches.get(id).legs().stream().anyMatch(leg -> leg.from().equals(account));
  }

  private void expire(BatchId id) {
    Held group = batches.get(id);
    batches.put(
        id,
        new Held(
            group.legs(),
            true,
            group.life(),
            HoldState.EXPIRED,
            group.endsAt(),
            List.of(0L, 0L),
            false));
  }
}
