package io.omnicommerce.jdbc;

import static io.omnicommerce.jdbc.Shop.MUG;
import static io.omnicommerce.jdbc.Shop.balance;
import static io.omnicommerce.jdbc.Shop.commit;
import static io.omnicommerce.jdbc.Shop.hold;
import static io.omnicommerce.jdbc.Shop.receive;
import static io.omnicommerce.jdbc.Shop.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.storage.StorageException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the database's errors become. No SQL gets into a message, and nothing is half written. */
class FaultsTest {

  private final HikariDataSource pool = TestDatabase.H2.emptied();
  private final Recorder recorder = new Recorder(pool);
  private final AtomicInteger calls = new AtomicInteger();
  private JdbcStorage storage;

  @BeforeEach
  void five_mugs() {
    storage = JdbcStorage.over(recorder.dataSource());
    assertThat(commit(storage, receive("r", MUG, 5)).isApplied()).isTrue();
  }

  static Stream<Arguments> errors() {
    return Stream.of(
        Arguments.of("40001", 0, StorageException.CONFLICT, true, 5),
        Arguments.of("40P01", 0, StorageException.CONFLICT, true, 5),
        Arguments.of("55P03", 0, StorageException.CONFLICT, true, 5),
        Arguments.of("HY000", 1205, StorageException.CONFLICT, true, 5),
        Arguments.of("HY000", 1020, StorageException.CONFLICT, true, 5),
        Arguments.of("HYT00", 50200, StorageException.CONFLICT, true, 5),
        Arguments.of("90131", 90131, StorageException.CONFLICT, true, 5),
        Arguments.of("08006", 0, StorageException.UNAVAILABLE, true, 1),
        Arguments.of("53100", 0, StorageException.UNAVAILABLE, true, 1),
        Arguments.of("53200", 0, StorageException.UNAVAILABLE, true, 1),
        Arguments.of("HY000", 1021, StorageException.UNAVAILABLE, true, 1),
        Arguments.of(null, 0, StorageException.UNAVAILABLE, true, 1),
        Arguments.of("23514", 0, StorageException.UNAVAILABLE, false, 1),
        Arguments.of("22003", 0, StorageException.UNAVAILABLE, false, 1),
        Arguments.of("42P01", 0, StorageException.UNAVAILABLE, false, 1));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void an_error_of_a_statement_is_told_and_retried_only_if_that_can_help(
      String sqlState, int number, ErrorCode code, boolean retryable, int tries) {
    recorder.fault(
        method -> {
          if (method.equals("executeBatch") || method.equals("executeUpdate")) {
            calls.incrementAndGet();
            throw new SQLException("UPDATE secret SET x = 1", sqlState, number);
          }
        });

    assertThatThrownBy(() -> commit(storage, hold("h", take(MUG, 1))))
        .isInstanceOfSatisfying(
            StorageException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.isRetryable()).isEqualTo(retryable);
              assertThat(e.getMessage() + e.facts()).doesNotContain("secret");
              if (code.equals(StorageException.UNAVAILABLE) && sqlState != null) {
                assertThat(e).hasMessageContaining(sqlState);
              }
            });
    assertThat(calls).hasValue(tries);
    nothingWasHeld();
  }

  @Test
  void a_conflict_that_ends_is_not_told() {
    recorder.fault(
        method -> {
          if (method.startsWith("execute") && calls.incrementAndGet() < 4) {
            throw new SQLException("deadlock", "40001");
          }
        });

    assertThat(commit(storage, hold("h", take(MUG, 1))).isApplied()).isTrue();

    assertThat(balance(storage, MUG).held()).isEqualTo(1);
  }

  @Test
  void a_commit_without_an_answer_may_have_happened_and_the_repeat_tells() {
    recorder.fault(
        method -> {
          if (method.equals("commit")) {
            try (var connection = pool.getConnection()) {
              connection.isValid(1);
            }
            throw new SQLException("connection reset", "08006");
          }
        });

    assertThatThrownBy(() -> commit(storage, hold("h", take(MUG, 1))))
        .isInstanceOfSatisfying(
            StorageException.class,
            e -> {
              assertThat(e.code()).isEqualTo(StorageException.OUTCOME_UNKNOWN);
              assertThat(e.isRetryable()).isTrue();
            });
    recorder.fault(method -> {});

    assertThat(commit(storage, hold("h", take(MUG, 1))).isApplied()).isTrue();
  }

  @Test
  void a_conflict_at_the_commit_is_retried() {
    recorder.fault(
        method -> {
          if (method.equals("commit") && calls.incrementAndGet() < 3) {
            throw new SQLException("serialization failure", "40001");
          }
        });

    assertThat(commit(storage, hold("h", take(MUG, 1))).isApplied()).isTrue();

    assertThat(balance(storage, MUG).held()).isEqualTo(1);
  }

  @Test
  void connections_are_given_back_whatever_happens() {
    recorder.fault(
        method -> {
          if (method.equals("rollback") || method.equals("executeUpdate")) {
            throw new SQLException("gone", "08006");
          }
        });

    for (int i = 0; i < 50; i++) {
      assertThatThrownBy(() -> commit(storage, hold("h", take(MUG, 1))))
          .isInstanceOf(StorageException.class);
    }

    assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
  }

  @Test
  void an_interrupted_caller_does_not_wait_for_another_try_and_stays_interrupted() {
    recorder.fault(
        method -> {
          if (method.startsWith("execute")) {
            throw new SQLException("deadlock", "40001");
          }
        });
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> commit(storage, hold("h", take(MUG, 1))))
        .isInstanceOf(StorageException.class);

    assertThat(Thread.interrupted()).isTrue();
  }

  private void nothingWasHeld() {
    recorder.fault(method -> {});
    assertThat(balance(storage, MUG).held()).isZero();
    assertThat(commit(storage, hold("h", take(MUG, 1))).isApplied()).isTrue();
  }
}
