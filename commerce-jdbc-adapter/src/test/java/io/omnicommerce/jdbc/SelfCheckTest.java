package io.omnicommerce.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.omnicommerce.contract.Note;
import io.omnicommerce.storage.Codec;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.Projection;
import io.omnicommerce.storage.Projection.Column;
import io.omnicommerce.storage.Projection.ColumnType;
import io.omnicommerce.storage.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What cannot work is refused at the start, with the reason, and not at the first order. ABUSE 131
 */
@Tag("database")
class SelfCheckTest {

  @OnEachDatabase
  void missing_tables_are_named(TestDatabase database) {
    database.assumeChosen();
    try (HikariDataSource empty = database.bare(config -> {})) {
      isMisconfigured(() -> JdbcStorage.over(empty), "ledger_account.id");
    }
  }

  @OnEachDatabase
  void a_missing_column_is_named(TestDatabase database) {
    with(
        database,
        "ALTER TABLE ledger_batch DROP COLUMN posted_any",
        dataSource ->
            isMisconfigured(() -> JdbcStorage.over(dataSource), "ledger_batch.posted_any"));
  }

  @Test
  void a_collation_in_which_two_ids_are_one_is_refused_on_postgresql() {
    with(
        TestDatabase.POSTGRESQL,
        "ALTER TABLE document_key ALTER COLUMN key_value TYPE varchar(255) COLLATE \"en-x-icu\"",
        dataSource ->
            isMisconfigured(() -> JdbcStorage.over(dataSource), "document_key.key_value"));
  }

  @Test
  void a_collation_in_which_two_ids_are_one_is_refused_on_mariadb() {
    with(
        TestDatabase.MARIADB,
        "ALTER TABLE document_unique CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci",
        dataSource -> isMisconfigured(() -> JdbcStorage.over(dataSource), "utf8mb4_general_ci"));
  }

  /** The last two keep ids apart, but for those in letters that they lack, or order them anew. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENGLISH",
        "GERMAN STRENGTH PRIMARY",
        "\"CHARSET_ISO-8859-1\"",
        "\"CHARSET_UTF-8\""
      })
  void a_collation_in_which_two_ids_may_be_one_is_refused_on_h2(String collation)
      throws SQLException {
    TestDatabase.H2.assumeChosen();
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:collation");
    try (Connection open = database.getConnection();
        Statement statement = open.createStatement()) {
      statement.execute("SET COLLATION " + collation);
      JdbcSchema.create(database);

      isMisconfigured(() -> JdbcStorage.over(database), "ledger_account.tenant_id compares");
      isMisconfigured(() -> JdbcStorage.over(database), collation.replace("\"", ""));
    }
  }

  @Test
  void another_storage_engine_is_refused_on_mariadb() {
    with(
        TestDatabase.MARIADB,
        "ALTER TABLE outbox ENGINE = MyISAM",
        dataSource -> isMisconfigured(() -> JdbcStorage.over(dataSource), "InnoDB"));
  }

  @Test
  void a_mode_that_cuts_off_long_values_is_refused_on_mariadb() {
    withUrl("sessionVariables=sql_mode='ANSI'", "sql_mode");
  }

  @Test
  void a_driver_that_does_not_count_each_statement_of_a_batch_is_refused() {
    withUrl("useBulkStmts=true", "useBulkStmts");
  }

  @Test
  void a_driver_that_counts_only_rows_that_differ_is_refused() {
    withUrl("useAffectedRows=true", "useAffectedRows");
  }

  /** PostgreSQL's driver may rewrite batches of inserts, which then have no counts of their own. */
  @Test
  void a_driver_that_rewrites_inserts_is_served() {
    TestDatabase.POSTGRESQL.assumeChosen();
    try (HikariDataSource pool =
        TestDatabase.POSTGRESQL.bare(
            config -> config.setJdbcUrl(config.getJdbcUrl() + "&reWriteBatchedInserts=true"))) {
      JdbcSchema.create(pool);
      JdbcStorage storage = JdbcStorage.over(pool);

      var first = Shop.commit(storage, Shop.receive("r", Shop.MUG, 3));
      var again = Shop.commit(storage, Shop.receive("r", Shop.MUG, 3));

      assertThat(first.isApplied()).isTrue();
      assertThat(again.isApplied()).isFalse();
      assertThat(storage.maintenance().audit(List.of())).isEmpty();
    }
  }

  @OnEachDatabase
  void a_connection_that_only_reads_is_refused(TestDatabase database) {
    database.assumeChosen();
    try (HikariDataSource pool = database.fresh()) {
      HikariDataSource readOnly = new HikariDataSource(copy(pool));
      try (readOnly) {
        // H2 takes the wish for a hint and says nothing of it afterwards.
        if (database != TestDatabase.H2) {
          isMisconfigured(() -> JdbcStorage.over(readOnly), "read-only");
        }
      }
    }
  }

  @OnEachDatabase
  void the_script_can_be_run_again(TestDatabase database) {
    database.assumeChosen();
    try (HikariDataSource pool = database.fresh()) {
      Shop.commit(JdbcStorage.over(pool), Shop.receive("r", Shop.MUG, 3));

      JdbcSchema.create(pool);

      assertThat(Shop.balance(JdbcStorage.over(pool), Shop.MUG).posted()).isEqualTo(3);
    }
  }

  @OnEachDatabase
  void a_projection_without_its_table_or_column_is_named(TestDatabase database) {
    database.assumeChosen();
    HikariDataSource dataSource = database.emptied();

    JdbcSchema.check(dataSource, List.of(Note.TYPE, Note.PROJECTED_TYPE));

    isMisconfigured(
        () -> JdbcSchema.check(dataSource, List.of(type("nowhere", "name", ColumnType.TEXT))),
        "nowhere.tenant_id");
    isMisconfigured(
        () ->
            JdbcSchema.check(
                dataSource, List.of(type("contract_note_item", "price", ColumnType.LONG))),
        "contract_note_item.price");
    isMisconfigured(
        () ->
            JdbcSchema.check(
                dataSource, List.of(type("contract_note_item", "amount", ColumnType.TEXT))),
        "contract_note_item.amount");
  }

  @Test
  void a_name_that_is_no_word_never_gets_into_a_statement() {
    Projection<String> bad =
        new Projection<>("note; DROP TABLE outbox", List.of(), text -> List.of());

    assertThatThrownBy(() -> new ProjectionTable(bad)).isInstanceOf(IllegalArgumentException.class);
  }

  private static com.zaxxer.hikari.HikariConfig copy(HikariDataSource pool) {
    com.zaxxer.hikari.HikariConfig config = new com.zaxxer.hikari.HikariConfig();
    config.setJdbcUrl(pool.getJdbcUrl());
    config.setUsername(pool.getUsername());
    config.setReadOnly(true);
    config.setMinimumIdle(0);
    return config;
  }

  private static DocumentType<String> type(String table, String column, ColumnType type) {
    Codec<String> asItIs =
        new Codec<>() {
          @Override
          public String encode(String value) {
            return value;
          }

          @Override
          public String decode(String text) {
            return text;
          }
        };
    return DocumentType.of("text", asItIs)
        .projectedTo(new Projection<>(table, List.of(new Column(column, type)), x -> List.of()));
  }

  private static void withUrl(String parameter, String word) {
    TestDatabase.MARIADB.assumeChosen();
    try (HikariDataSource pool =
        TestDatabase.MARIADB.bare(
            config -> config.setJdbcUrl(config.getJdbcUrl() + "?" + parameter))) {
      JdbcSchema.create(pool);
      isMisconfigured(() -> JdbcStorage.over(pool), word);
    }
  }

  private static void with(TestDatabase database, String ddl, Consumer<HikariDataSource> check) {
    database.assumeChosen();
    try (HikariDataSource pool = database.fresh()) {
      TestDatabase.execute(pool, List.of(ddl));
      check.accept(pool);
    }
  }

  private static void isMisconfigured(ThrowingCallable start, String word) {
    assertThatThrownBy(start)
        .isInstanceOfSatisfying(
            StorageException.class,
            e -> {
              assertThat(e.code()).isEqualTo(StorageException.MISCONFIGURED);
              assertThat(e).hasMessageContaining(word);
            });
  }
}
