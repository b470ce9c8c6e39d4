package io.omnicommerce.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.ledger.Shortfall;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InMemoryStorageTest {

  private static final AccountId STOCK = AccountId.of("stock", "MUG", "LON");
  private static final CallContext CALL =
      CallContext.of(TenantId.of("acme"), ChannelId.of("web"), Actor.system("test"));

  private final InMemoryStorage storage = InMemoryStorage.create();

  @Test
  void what_is_received_can_be_held_but_no_more() {
    commit(
        new LedgerStep.Post(
            Batch.of(
                BatchId.of("receive"), Leg.of(AccountId.contra("@received"), STOCK, 10, "each"))));

    CommitResult first = commit(hold("one", 8));
    CommitResult second = commit(hold("two", 3));

    assertThat(first.isApplied()).isTrue();
    assertThat(second).isEqualTo(new CommitResult.Refused(List.of(new Shortfall(STOCK, 3, 2))));
    assertThat(storage.maintenance().audit(List.of())).isEmpty();
  }

  private static LedgerStep hold(String id, long amount) {
    Leg leg = Leg.of(STOCK, AccountId.contra("@shipped"), amount, "each");
    return new LedgerStep.Hold(Batch.of(BatchId.of(id), leg), Optional.of(Duration.ofMinutes(15)));
  }

  private CommitResult commit(LedgerStep step) {
    return storage.inTransaction(CALL, session -> session.commit(Decision.of(step)));
  }
}
