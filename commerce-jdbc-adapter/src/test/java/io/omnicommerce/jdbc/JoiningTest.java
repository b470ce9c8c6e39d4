package io.omnicommerce.jdbc;

import static io.omnicommerce.jdbc.Shop.CALL;
import static io.omnicommerce.jdbc.Shop.MUG;
import static io.omnicommerce.jdbc.Shop.PLATE;
import static io.omnicommerce.jdbc.Shop.balance;
import static io.omnicommerce.jdbc.Shop.commit;
import static io.omnicommerce.jdbc.Shop.confirm;
import static io.omnicommerce.jdbc.Shop.hold;
import static io.omnicommerce.jdbc.Shop.receive;
import static io.omnicommerce.jdbc.Shop.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.contract.MutableClock;
import io.omnicommerce.contract.Note;
import io.omnicommerce.contract.NoteTold;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.StorageException;
import io.omnicommerce.storage.Stored;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Inside the host's transaction: B1, and what a refusal leaves behind, which is nothing. */
@Tag("database")
class JoiningTest {

  private static final Note.Item ITEM = new Note.Item("mug", 1, true, Instant.EPOCH);

  private final MutableClock clock = MutableClock.startingAt(Instant.parse("2026-03-01T09:00:00Z"));

  @OnEachDatabase
  void what_the_host_wrote_and_what_was_committed_here_live_or_die_together(TestDatabase database)
      throws SQLException {
    DataSource dataSource = prepared(database);
    Decision order =
        Decision.builder()
            .save(DocumentWrite.create(Note.PROJECTED_TYPE, "order", Note.saying("x")))
            .step(hold("order", take(MUG, 1)))
            .event(NoteTold.written("order", 1))
            .build();

    try (Connection host = dataSource.getConnection()) {
      List<String> before = Shop.rows(host);
      insertHostRow(host, 1);
      assertThat(commit(joining(host), order).isApplied()).isTrue();
      host.rollback();
      assertThat(Shop.rows(host)).isEqualTo(before);
      assertThat(hostRows(host)).isZero();

      insertHostRow(host, 1);
      assertThat(commit(joining(host), order).isApplied()).isTrue();
      host.commit();
    }

    try (Connection other = dataSource.getConnection()) {
      assertThat(hostRows(other)).isEqualTo(1);
      assertThat(balance(joining(other), MUG).held()).isEqualTo(3);
    }
  }

  @OnEachDatabase
  void whatever_is_refused_leaves_the_transaction_usable_and_unchanged(TestDatabase database)
      throws SQLException {
    DataSource dataSource = prepared(database);
    for (Map.Entry<String, Decision> refused : refusals(dataSource).entrySet()) {
      try (Connection host = dataSource.getConnection()) {
        insertHostRow(host, 1);
        List<String> before = Shop.rows(host);

        boolean applied = isApplied(joining(host), refused.getValue());

        assertThat(applied).as(refused.getKey()).isFalse();
        assertThat(Shop.rows(host)).as(refused.getKey()).isEqualTo(before);
        insertHostRow(host, 2);
        assertThat(hostRows(host)).isEqualTo(2);
        host.rollback();
      }
    }
  }

  @Test
  @SuppressWarnings("NullAway")
  void a_supplier_that_gives_no_connection_is_named() {
    Storage storage = JdbcStorage.joining(() -> null);

    assertThatThrownBy(() -> balance(storage, MUG))
        .hasFieldOrPropertyWithValue("code", StorageException.MISCONFIGURED)
        .hasMessageContaining("The supplier gave no connection");
  }

  @OnEachDatabase
  void two_calls_of_one_transaction_see_each_other(TestDatabase database) throws SQLException {
    DataSource dataSource = prepared(database);

    try (Connection host = dataSource.getConnection()) {
      Storage storage = joining(host);
      assertThat(commit(storage, hold("one", take(MUG, 5))).isApplied()).isTrue();
      assertThat(commit(storage, hold("two", take(MUG, 4))))
          .isInstanceOf(CommitResult.Refused.class);
      assertThat(commit(storage, confirm("one")).isApplied()).isTrue();
      assertThat(commit(storage, new LedgerStep.PostAll(BatchId.of("one"))).isApplied()).isTrue();
      host.commit();
    }

    try (Connection other = dataSource.getConnection()) {
      assertThat(balance(joining(other), MUG).posted()).isEqualTo(5);
    }
  }

  // L41
  @OnEachDatabase
  void a_dead_cart_is_expired_in_the_hosts_transaction_and_rolled_back_with_it(
      TestDatabase database) throws SQLException {
    DataSource dataSource = prepared(database);
    clock.advance(Duration.ofHours(1));

    try (Connection host = dataSource.getConnection()) {
      assertThat(commit(joining(host), hold("buyer", take(MUG, 10))).isApplied()).isTrue();
      host.rollback();
      assertThat(balance(joining(host), MUG).held()).isEqualTo(2);
      assertThat(commit(joining(host), hold("buyer", take(MUG, 10))).isApplied()).isTrue();
      host.commit();
      assertThat(balance(joining(host), MUG).held()).isEqualTo(10);
    }
  }

  @Test
  void a_connection_that_commits_by_itself_is_refused() throws SQLException {
    DataSource dataSource = TestDatabase.H2.emptied();

    try (Connection host = dataSource.getConnection()) {
      host.setAutoCommit(true);

      assertThatThrownBy(() -> joining(host).inTransaction(CALL, Session::now))
          .isInstanceOfSatisfying(
              StorageException.class,
              e -> assertThat(e.code()).isEqualTo(StorageException.MISCONFIGURED));
    }
  }

  @Test
  void a_supplier_that_throws_is_a_store_that_cannot_be_reached() {
    IllegalStateException thrown = new IllegalStateException("pool is closed");
    Storage storage =
        JdbcStorage.joining(
            () -> {
              throw thrown;
            });

    assertThatThrownBy(() -> storage.inTransaction(CALL, Session::now))
        .hasFieldOrPropertyWithValue("code", StorageException.UNAVAILABLE)
        .hasCause(thrown);
  }

  @Test
  void maintenance_needs_connections_of_its_own() {
    JdbcStorage storage = JdbcStorage.joining(() -> null);

    assertThatThrownBy(storage::maintenance)
        .isInstanceOfSatisfying(
            StorageException.class,
            e -> assertThat(e.code()).isEqualTo(StorageException.MISCONFIGURED));
  }

  /** One of each kind of refusal, each after as much as possible was written. */
  private Map<String, Decision> refusals(DataSource dataSource) {
    Storage own = JdbcStorage.over(dataSource).clock(clock);
    Stored<Note> listed = find(own);
    Map<String, Decision> refusals = new LinkedHashMap<>();
    refusals.put(
        "short", everything(listed).step(hold("new", take(MUG, 1), take(PLATE, 6))).build());
    refusals.put(
        "short where the later account applies",
        everything(listed).step(hold("new", take(MUG, 9), take(PLATE, 1))).build());
    refusals.put("known id", everything(listed).step(hold("held", take(MUG, 2))).build());
    refusals.put("other content", everything(listed).step(hold("held", take(MUG, 3))).build());
    refusals.put("no such group", everything(listed).step(confirm("none")).build());
    refusals.put("already confirmed", everything(listed).step(confirm("confirmed")).build());
    refusals.put(
        "more than is open",
        everything(listed)
            .step(new LedgerStep.PostLine(BatchId.of("confirmed"), 1, 1))
            .step(new LedgerStep.ReleaseLine(BatchId.of("confirmed"), 1, 2))
            .step(hold("new", take(MUG, 1)))
            .build());
    refusals.put(
        "stale document",
        everything(listed)
            .step(hold("new", take(MUG, 1)))
            .save(DocumentWrite.create(Note.TYPE, "taken", Note.saying("x")))
            .build());
    refusals.put(
        "taken key",
        everything(listed)
            .step(hold("new", take(MUG, 1)))
            .save(DocumentWrite.create(Note.TYPE, "other", Note.saying("x").withCodes("C-1")))
            .build());
    refusals.put(
        "event told before",
        everything(listed)
            .step(hold("new", take(MUG, 1)))
            .step(confirm("held"))
            .event(NoteTold.written("told", 1))
            .build());
    return refusals;
  }

  private static Decision.Builder everything(Stored<Note> listed) {
    return Decision.builder()
        .save(DocumentWrite.create(Note.TYPE, "new", Note.saying("x").withCodes("C-2", "C-3")))
        .save(
            DocumentWrite.update(
                Note.PROJECTED_TYPE, listed, Note.saying("changed").withItems(ITEM, ITEM)))
        .step(new LedgerStep.Release(BatchId.of("released")))
        .step(new LedgerStep.SetFloor(MUG, "each", 1))
        .step(new LedgerStep.SetFloor(Shop.stock("NEW"), "each", 3))
        .event(NoteTold.written("new", 1));
  }

  private static boolean isApplied(Storage storage, Decision decision) {
    try {
      return commit(storage, decision).isApplied();
    } catch (StorageException refused) {
      assertThat(refused.code()).isIn(StorageException.CONFLICT, StorageException.KEY_TAKEN);
      return false;
    }
  }

  private static Stored<Note> find(Storage storage) {
    return storage.inTransaction(
        CALL, session -> session.documents().find(Note.PROJECTED_TYPE, "list").orElseThrow());
  }

  /** 10 mugs of which 2 are held and 1 is confirmed, 5 plates, documents and an event. */
  private DataSource prepared(TestDatabase database) {
    database.assumeChosen();
    DataSource dataSource = database.emptied();
    TestDatabase.execute(
        dataSource,
        List.of("DROP TABLE IF EXISTS host_row", "CREATE TABLE host_row (id integer PRIMARY KEY)"));
    Storage own = JdbcStorage.over(dataSource).clock(clock);
    assertThat(commit(own, receive("r1", MUG, 10)).isApplied()).isTrue();
    assertThat(commit(own, receive("r2", PLATE, 5)).isApplied()).isTrue();
    assertThat(commit(own, hold("held", take(MUG, 2))).isApplied()).isTrue();
    assertThat(commit(own, hold("released", take(PLATE, 1))).isApplied()).isTrue();
    assertThat(commit(own, hold("confirmed", take(PLATE, 2))).isApplied()).isTrue();
    assertThat(commit(own, confirm("confirmed")).isApplied()).isTrue();
    assertThat(
            commit(
                    own,
                    Decision.builder()
                        .save(
                            DocumentWrite.create(
                                Note.TYPE, "taken", Note.saying("x").withCodes("C-1")))
                        .save(
                            DocumentWrite.create(
                                Note.PROJECTED_TYPE, "list", Note.saying("x").withItems(ITEM)))
                        .event(NoteTold.written("told", 1))
                        .build())
                .isApplied())
        .isTrue();
    return dataSource;
  }

  private Storage joining(Connection host) {
    return JdbcStorage.joining(() -> host).clock(clock);
  }

  private static void insertHostRow(Connection host, int id) throws SQLException {
    try (Statement statement = host.createStatement()) {
      statement.execute("INSERT INTO host_row VALUES (" + id + ")");
    }
  }

  private static int hostRows(Connection host) throws SQLException {
    try (Statement statement = host.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM host_row")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
