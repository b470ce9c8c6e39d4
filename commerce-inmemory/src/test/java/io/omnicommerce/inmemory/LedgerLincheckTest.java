package io.omnicommerce.inmemory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.storage.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two threads at once, thousands of times: for whatever they are answered there must be an order of
 * their calls that answers the same. Lincheck makes up the calls and looks for the order.
 */
@Tag("race")
class LedgerLincheckTest {

  // L38, L40, L42
  @Test
  void calls_that_overlap_answer_as_one_after_the_other() {
    options().check(Shelf.class);
  }

  /** The control: were it not found here, the other would prove nothing. */
  @Test
  void who_reads_what_is_left_and_takes_it_later_is_found_out() {
    assertThatThrownBy(() -> options().check(Careless.class))
        .isInstanceOf(LincheckAssertionError.class);
  }

  private static StressOptions options() {
    return new StressOptions()
        .iterations(8)
        .invocationsPerIteration(400)
        .threads(2)
        .actorsPerThread(2)
        .actorsBefore(0)
        .actorsAfter(1)
        .minimizeFailedScenario(false);
  }

  /** Three mugs and three plates. */
  @Param(name = "id", gen = IntGen.class, conf = "1:3")
  @Param(name = "amount", gen = IntGen.class, conf = "2:3")
  public static class Shelf {

    private static final AccountId MUG = AccountId.of("stock", "MUG", "LON");
    private static final AccountId PLATE = AccountId.of("stock", "PLATE", "LON");
    private static final AccountId RECEIVED = AccountId.contra("@received");
    private static final AccountId SHIPPED = AccountId.contra("@shipped");
    private static final CallContext CALL =
        CallContext.of(TenantId.of("acme"), ChannelId.of("web"), Actor.system("test"));

    private final InMemoryStorage storage =
        InMemoryStorage.builder().clock(() -> Instant.EPOCH).build();

    /** Receives them. */
    public Shelf() {
      commit(
          new LedgerStep.Post(
              Batch.of(BatchId.of("first"), leg(RECEIVED, MUG, 3), leg(RECEIVED, PLATE, 3))));
    }

    /** Holds some mugs. */
    @Operation
    public String hold(@Param(name = "id") int id, @Param(name = "amount") int amount) {
      return commit(hold(id, List.of(leg(MUG, SHIPPED, amount))));
    }

    /** Holds as many of both. */
    @Operation
    public String holdBoth(@Param(name = "id") int id, @Param(name = "amount") int amount) {
      return commit(hold(id, List.of(leg(PLATE, SHIPPED, amount), leg(MUG, SHIPPED, amount))));
    }

    /** Gives a group back. */
    @Operation
    public String release(@Param(name = "id") int id) {
      return commit(new LedgerStep.Release(BatchId.of("g" + id)));
    }

    /** What is left of mugs. */
    @Operation
    public long left() {
      return storage
          .inTransaction(CALL, session -> session.ledger().balances(List.of(MUG)))
          .values()
          .iterator()
          .next()
          .available();
    }

    final String commit(LedgerStep step) {
      return storage.inTransaction(CALL, session -> session.commit(Decision.of(step))).toString();
    }

    static LedgerStep hold(int id, List<Leg> legs) {
      return new LedgerStep.Hold(Batch.of(BatchId.of("g" + id), legs), Optional.empty());
    }

    static Leg leg(AccountId from, AccountId to, long amount) {
      return Leg.of(from, to, amount, "each");
    }
  }

  /** Decides by what it has read before, and then takes it as a fact. */
  public static class Careless extends Shelf {

    /** Receives them. */
    public Careless() {}

    @Override
    @Operation
    public String hold(@Param(name = "id") int id, @Param(name = "amount") int amount) {
      return left() < amount
          ? "sold out"
          : commit(hold(id, List.of(leg(Shelf.MUG, Shelf.SHIPPED, amount).asForced())));
    }
  }
}
