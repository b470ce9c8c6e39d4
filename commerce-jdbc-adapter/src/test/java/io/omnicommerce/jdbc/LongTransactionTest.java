package io.omnicommerce.jdbc;

import static io.omnicommerce.jdbc.Shop.CALL;
import static io.omnicommerce.jdbc.Shop.MUG;
import static io.omnicommerce.jdbc.Shop.commit;
import static io.omnicommerce.jdbc.Shop.confirm;
import static io.omnicommerce.jdbc.Shop.hold;
import static io.omnicommerce.jdbc.Shop.receive;
import static io.omnicommerce.jdbc.Shop.take;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.HoldState;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.CommitResult.NotHeld;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;

/** With the clock that each database has by default: it moves on inside a transaction. L41 */
@Tag("database")
class LongTransactionTest {

  private static final Duration SHORT = Duration.ofMillis(300);

  @OnEachDatabase
  void a_hold_that_ends_while_a_transaction_is_open_cannot_be_confirmed_in_it(TestDatabase database)
      throws SQLException, InterruptedException {
    JdbcStorage own = prepared(database);

    try (Connection host = database.shared().getConnection()) {
      JdbcStorage joining = JdbcStorage.joining(() -> host);
      Shop.balance(joining, MUG);
      assertThat(commit(own, hold("h", SHORT, take(MUG, 1))).isApplied()).isTrue();
      Thread.sleep(SHORT.toMillis() + 50);

      CommitResult late = commit(joining, confirm("h"));

      assertThat(late).isEqualTo(new NotHeld(BatchId.of("h"), Optional.of(HoldState.EXPIRED)));
      host.rollback();
    }
  }

  @OnEachDatabase
  void a_hold_lives_from_its_own_statement_not_from_the_begin_of_the_transaction(
      TestDatabase database) throws SQLException, InterruptedException {
    JdbcStorage own = prepared(database);

    try (Connection host = database.shared().getConnection()) {
      JdbcStorage joining = JdbcStorage.joining(() -> host);
      Shop.balance(joining, MUG);
      Thread.sleep(SHORT.toMillis() + 50);
      assertThat(commit(joining, hold("h", SHORT.multipliedBy(4), take(MUG, 1))).isApplied())
          .isTrue();
      host.commit();
    }

    assertThat(commit(own, confirm("h")).isApplied()).isTrue();
  }

  @OnEachDatabase
  void a_buyer_in_a_long_transaction_gets_what_died_meanwhile(TestDatabase database)
      throws SQLException, InterruptedException {
    JdbcStorage own = prepared(database);
    assertThat(commit(own, hold("dead", SHORT, take(MUG, 1))).isApplied()).isTrue();

    try (Connection host = database.shared().getConnection()) {
      JdbcStorage joining = JdbcStorage.joining(() -> host);
      Shop.balance(joining, MUG);
      Thread.sleep(SHORT.toMillis() + 50);

      assertThat(commit(joining, hold("buyer", take(MUG, 1))).isApplied()).isTrue();
      host.commit();
    }

    assertThat(own.maintenance().expireDue(10)).isZero();
  }

  /** 2026 or later, and not some hours off: the database's time zone plays no part. */
  @OnEachDatabase
  void the_time_of_a_call_is_the_time_of_the_world(TestDatabase database) {
    JdbcStorage own = prepared(database);
    Instant before = Instant.now();

    Instant now = own.inTransaction(CALL, session -> session.now());

    assertThat(Duration.between(before, now).abs()).isLessThan(Duration.ofSeconds(10));
  }

  private static JdbcStorage prepared(TestDatabase database) {
    database.assumeChosen();
    JdbcStorage own = JdbcStorage.over(database.emptied());
    assertThat(commit(own, receive("r", MUG, 1)).isApplied()).isTrue();
    return own;
  }
}
