package io.omnicommerce.jdbc;

import static io.omnicommerce.jdbc.Shop.CALL;
import static io.omnicommerce.jdbc.Shop.MUG;
import static io.omnicommerce.jdbc.Shop.balance;
import static io.omnicommerce.jdbc.Shop.commit;
import static io.omnicommerce.jdbc.Shop.confirm;
import static io.omnicommerce.jdbc.Shop.hold;
import static io.omnicommerce.jdbc.Shop.receive;
import static io.omnicommerce.jdbc.Shop.take;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.contract.Note;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.LedgerStep.PostAll;
import io.omnicommerce.ledger.LedgerStep.PostLine;
import io.omnicommerce.ledger.Shortfall;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.CommitResult.Refused;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.StorageException;
import io.omnicommerce.storage.Stored;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;

/**
 * A host that isolates more strictly than READ COMMITTED: its snapshot is older than what others
 * have committed since. Every answer must be right, or a conflict after which the host repeats.
 */
@Tag("database")
class StrictIsolationTest {

  private static final List<Integer> LEVELS =
      List.of(
          Connection.TRANSACTION_READ_COMMITTED,
          Connection.TRANSACTION_REPEATABLE_READ,
          Connection.TRANSACTION_SERIALIZABLE);

  @OnEachDatabase
  void what_others_have_taken_since_cannot_be_taken_again(TestDatabase database)
      throws SQLException {
    for (int level : LEVELS) {
      JdbcStorage own = prepared(database);

      CommitResult result =
          afterOthers(
              database,
              level,
              () -> commit(own, hold("others", take(MUG, 3))),
              host -> commit(host, hold("mine", take(MUG, 4))));

      assertThat(result).isEqualTo(new Refused(List.of(new Shortfall(MUG, 4, 2))));
      check(own, 3);
    }
  }

  @OnEachDatabase
  void what_is_left_can_be_taken(TestDatabase database) throws SQLException {
    for (int level : LEVELS) {
      JdbcStorage own = prepared(database);

      CommitResult result =
          afterOthers(
              database,
              level,
              () -> commit(own, hold("others", take(MUG, 3))),
              host -> commit(host, hold("mine", take(MUG, 2))));

      assertThat(result.isApplied()).isTrue();
      check(own, 5);
    }
  }

  @OnEachDatabase
  void a_group_that_is_younger_than_the_snapshot_is_posted_with_its_lines(TestDatabase database)
      throws SQLException {
    for (int level : LEVELS) {
      JdbcStorage own = prepared(database);

      CommitResult result =
          afterOthers(
              database,
              level,
              () -> {
                commit(own, hold("group", take(MUG, 3)));
                return commit(own, confirm("group"));
              },
              host -> commit(host, new PostAll(BatchId.of("group"))));

      // In a snapshot that is older there is no such group, which is consistent.
      if (result.isApplied()) {
        assertThat(balance(own, MUG).posted()).isEqualTo(2);
      } else {
        assertThat(result)
            .isEqualTo(new CommitResult.NotHeld(BatchId.of("group"), Optional.empty()));
        assertThat(level).isGreaterThan(Connection.TRANSACTION_READ_COMMITTED);
        assertThat(database).isNotEqualTo(TestDatabase.MARIADB);
      }
      assertThat(own.maintenance().audit(List.of())).isEmpty();
    }
  }

  @OnEachDatabase
  void what_others_have_posted_since_is_not_posted_again(TestDatabase database)
      throws SQLException {
    for (int level : LEVELS) {
      JdbcStorage own = prepared(database);
      commit(own, hold("group", take(MUG, 3)));
      commit(own, confirm("group"));

      CommitResult result =
          afterOthers(
              database,
              level,
              () -> commit(own, new PostLine(BatchId.of("group"), 1, 2)),
              host -> commit(host, new PostAll(BatchId.of("group"))));

      assertThat(result.isApplied()).isTrue();
      assertThat(balance(own, MUG).posted()).isEqualTo(2);
      assertThat(own.maintenance().audit(List.of())).isEmpty();
    }
  }

  @OnEachDatabase
  void a_floor_and_a_document_that_others_have_changed_since_are_not_mixed_up(TestDatabase database)
      throws SQLException {
    for (int level : LEVELS) {
      JdbcStorage own = prepared(database);
      Stored<Note> read =
          own.inTransaction(CALL, s -> s.documents().find(Note.TYPE, "n").orElseThrow());
      Decision mine =
          Decision.builder()
              .save(DocumentWrite.update(Note.TYPE, read, Note.saying("mine")))
              .step(new LedgerStep.SetFloor(MUG, "each", 1))
              .step(hold("mine", take(MUG, 5)))
              .build();

      Object answer =
          afterOthers(
              database,
              level,
              () -> commit(own, new LedgerStep.SetFloor(MUG, "each", 2)),
              host -> commit(host, mine));

      assertThat(answer).isInstanceOf(Refused.class);
      assertThat(balance(own, MUG).floorAt()).isEqualTo(2);
      Stored<Note> after =
          own.inTransaction(CALL, s -> s.documents().find(Note.TYPE, "n").orElseThrow());
      assertThat(after).isEqualTo(read);
      check(own, 0);
    }
  }

  /** The host takes its snapshot, others commit, then the host acts; a conflict it repeats. */
  private static CommitResult afterOthers(
      TestDatabase database,
      int level,
      java.util.function.Supplier<CommitResult> others,
      Function<JdbcStorage, CommitResult> mine)
      throws SQLException {
    DataSource dataSource = database.shared();
    boolean[] done = {false};
    for (int attempt = 1; ; attempt++) {
      try (Connection host = dataSource.getConnection()) {
        host.setTransactionIsolation(level);
        JdbcStorage joining = JdbcStorage.joining(() -> host);
        balance(joining, Shop.PLATE);
        if (!done[0]) {
          assertThat(others.get().isApplied()).isTrue();
          done[0] = true;
        }
        try {
          CommitResult result = mine.apply(joining);
          host.commit();
          return result;
        } catch (StorageException conflict) {
          assertThat(conflict.code()).isEqualTo(StorageException.CONFLICT);
          assertThat(conflict.isRetryable()).isTrue();
          assertThat(attempt).isEqualTo(1);
          host.rollback();
        }
      }
    }
  }

  private static JdbcStorage prepared(TestDatabase database) {
    database.assumeChosen();
    JdbcStorage own = JdbcStorage.over(database.emptied()).with(Lanes.always());
    assertThat(commit(own, receive("r", MUG, 5)).isApplied()).isTrue();
    Decision note =
        Decision.builder().save(DocumentWrite.create(Note.TYPE, "n", Note.saying("x"))).build();
    assertThat(commit(own, note).isApplied()).isTrue();
    return own;
  }

  private static void check(JdbcStorage own, long held) {
    assertThat(balance(own, MUG).held()).isEqualTo(held);
    assertThat(own.maintenance().audit(List.of(Note.TYPE))).isEmpty();
  }
}
