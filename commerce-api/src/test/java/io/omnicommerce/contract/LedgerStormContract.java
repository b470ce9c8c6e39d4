package io.omnicommerce.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.Entry;
import io.omnicommerce.ledger.HoldGroup;
import io.omnicommerce.ledger.HoldLine;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Everything at once: callers hold, confirm, post and release whole groups and parts of them,
 * repeat themselves, and sweep, over few accounts. Afterwards nothing may be missing. L36, L37,
 * L40, L42.
 */
@Tag("race")
public abstract class LedgerStormContract extends StorageContract {

  private static final long SEED = 20_260_301;
  private static final long AT_FIRST = 40;
  private static final List<AccountId> ACCOUNTS =
      IntStream.range(0, 16).mapToObj(i -> stock("SKU-" + i)).toList();

  private final Map<String, LedgerStep> made = new ConcurrentHashMap<>();

  /** How many callers race. */
  protected int callers() {
    return Race.scale() > 1 ? 32 : 8;
  }

  /** How many steps each caller takes. */
  protected int steps() {
    return 60 * Race.scale();
  }

  @Test
  void after_a_storm_every_unit_is_accounted_for() {
    ACCOUNTS.forEach(account -> receive(account, AT_FIRST));

    Race.run(callers(), this::storm);

    assertThat(storage.maintenance().audit(List.of())).isEmpty();
    assertThat(unitsInStock() + unitsShipped()).isEqualTo(AT_FIRST * ACCOUNTS.size());
    assertThat(balances().values()).allSatisfy(b -> assertThat(b.available()).isNotNegative());
    assertThatNoBatchWasPostedTwice();
  }

  private int storm(int caller) {
    SplittableRandom random = new SplittableRandom(SEED + caller);
    for (int i = 0; i < steps(); i++) {
      String id = caller + "-" + i;
      if (random.nextInt(20) == 0) {
        clock.advance(Duration.ofSeconds(random.nextInt(120)));
        Race.retrying(() -> storage.maintenance().expireDue(5));
      } else {
        LedgerStep step = step(id, i, random);
        Race.retrying(() -> commit(step));
      }
    }
    return caller;
  }

  private LedgerStep step(String id, int number, SplittableRandom random) {
    String known = anyKnown(number, random);
    int line = 1 + random.nextInt(3);
    return switch (known.isEmpty() ? 0 : random.nextInt(12)) {
      case 0, 1, 2, 3 -> make(id, hold(id, legs(random)));
      case 4 -> make(id, post(id, legs(random)));
      case 5, 6 -> confirm(known);
      case 7 -> postLine(known, line, 1 + random.nextInt(2));
      case 8 -> releaseLine(known, line, 1);
      case 9 -> postAll(known);
      case 10 -> release(known);
      default -> made.get(known);
    };
  }

  private LedgerStep make(String id, LedgerStep step) {
    made.put(id, step);
    return step;
  }

  /** One of the younger batches of any caller, since the older ones have ended. */
  private String anyKnown(int step, SplittableRandom random) {
    String id = random.nextInt(callers()) + "-" + Math.max(0, step - random.nextInt(30));
    return made.containsKey(id) ? id : "";
  }

  /** Always three legs, in any order, some within the stock, some to the outside. */
  private static Leg[] legs(SplittableRandom random) {
    return IntStream.range(0, 3)
        .mapToObj(
            i -> {
              int from = random.nextInt(ACCOUNTS.size());
              int to = (from + 1 + random.nextInt(ACCOUNTS.size() - 1)) % ACCOUNTS.size();
              long amount = 1L + random.nextInt(3);
              return random.nextBoolean()
                  ? take(ACCOUNTS.get(from), amount)
                  : leg(ACCOUNTS.get(from), ACCOUNTS.get(to), amount);
            })
        .toArray(Leg[]::new);
  }

  private Map<AccountId, Balance> balances() {
    return ledger().balances(ACCOUNTS);
  }

  private long unitsInStock() {
    return balances().values().stream().mapToLong(Balance::posted).sum();
  }

  private long unitsShipped() {
    return entries(SHIPPED).stream().mapToLong(Entry::amount).sum();
  }

  private void assertThatNoBatchWasPostedTwice() {
    Set<Entry> all = new HashSet<>();
    ACCOUNTS.forEach(account -> all.addAll(entries(account)));
    Map<BatchId, Long> posted = new HashMap<>();
    all.forEach(entry -> posted.merge(entry.batch(), entry.amount(), Long::sum));
    for (String id : made.keySet()) {
      BatchId batch = BatchId.of(id);
      long most = amountOf(made.get(id));
      assertThat(posted.getOrDefault(batch, 0L)).as(id).isLessThanOrEqualTo(most);
      ledger().batch(batch).ifPresent(group -> assertThat(openIn(group)).isBetween(0L, most));
    }
  }

  private static long openIn(HoldGroup group) {
    return group.lines().stream().mapToLong(HoldLine::open).sum();
  }

  private static long amountOf(LedgerStep step) {
    List<Leg> legs =
        step instanceof LedgerStep.Post post
            ? post.content().legs()
            : ((LedgerStep.Hold) step).content().legs();
    return legs.stream().mapToLong(Leg::amount).sum();
  }

  private List<Entry> entries(AccountId account) {
    List<Entry> all = new ArrayList<>();
    Optional<PageRequest> next = Optional.of(PageRequest.first(1_000));
    while (next.isPresent()) {
      PageRequest request = next.get();
      Page<Entry> page = ledger().entries(account, request);
      all.addAll(page.items());
      next = page.next().map(request::next);
    }
    return all;
  }
}
