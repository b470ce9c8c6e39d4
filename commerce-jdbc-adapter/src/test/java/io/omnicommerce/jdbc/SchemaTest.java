package io.omnicommerce.jdbc;

import static io.omnicommerce.jdbc.Shop.MUG;
import static io.omnicommerce.jdbc.Shop.commit;
import static io.omnicommerce.jdbc.Shop.confirm;
import static io.omnicommerce.jdbc.Shop.hold;
import static io.omnicommerce.jdbc.Shop.receive;
import static io.omnicommerce.jdbc.Shop.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Leg;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The three scripts say the same, and hold what people read and what conditional updates trust. */
@Tag("database")
class SchemaTest {

  private static final Pattern TABLE =
      Pattern.compile("CREATE TABLE IF NOT EXISTS (\\w+) \\((.*)\\)[^)]*", Pattern.DOTALL);
  private static final Pattern COLUMN =
      Pattern.compile(
          "^  ([a-z_]+) +(varchar|text|longtext|bigint|smallint|integer|boolean"
              + "|datetime|timestamp)",
          Pattern.MULTILINE);

  @Test
  void all_dialects_have_the_same_columns() {
    TreeSet<String> h2 = columns(Dialect.H2);

    assertThat(h2).contains("ledger_account.breached", "order_line.sku", "payment.amount");
    assertThat(columns(Dialect.POSTGRESQL)).isEqualTo(h2);
    assertThat(columns(Dialect.MARIADB)).isEqualTo(h2);
  }

  // L90
  @Test
  void every_table_begins_its_key_with_the_tenant() {
    for (Dialect dialect : Dialect.values()) {
      for (String statement : JdbcSchema.statements(dialect)) {
        if (statement.startsWith("CREATE TABLE")) {
          assertThat(statement).contains("PRIMARY KEY (tenant_id, ");
          assertThat(statement).doesNotContainPattern("(UNIQUE|PRIMARY KEY) \\((?!tenant_id, )");
        }
      }
    }
  }

  @Test
  void text_in_keys_is_compared_byte_by_byte_on_postgresql() {
    for (String statement : JdbcSchema.statements(Dialect.POSTGRESQL)) {
      if (statement.startsWith("CREATE TABLE")) {
        assertThat(statement).doesNotContainPattern("varchar\\(\\d+\\)(?! +COLLATE \"C\")");
      }
    }
  }

  @OnEachDatabase
  void a_bound_holds_even_against_sql_by_hand(TestDatabase database) {
    JdbcStorage storage = prepared(database);
    assertThat(commit(storage, hold("h", take(MUG, 2))).isApplied()).isTrue();

    for (String wrong :
        List.of(
            "UPDATE ledger_account SET posted = 1",
            "UPDATE ledger_account SET held = -1",
            "UPDATE ledger_account SET floor_at = 9",
            "UPDATE ledger_hold SET open_amount = -1",
            "UPDATE ledger_hold SET open_amount = amount + 1",
            "UPDATE ledger_batch SET state = 'LOST'")) {
      assertThatThrownBy(() -> TestDatabase.execute(database.shared(), List.of(wrong)))
          .as(wrong)
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @OnEachDatabase
  void stock_can_be_read_with_sql(TestDatabase database) throws SQLException {
    JdbcStorage storage = prepared(database);
    AccountId quarantine = AccountId.of("quarantine", "MUG", "LON");
    assertThat(commit(storage, receive("q", quarantine, 3)).isApplied()).isTrue();
    assertThat(commit(storage, hold("soft", take(MUG, 1))).isApplied()).isTrue();
    assertThat(commit(storage, hold("hard", take(MUG, 2))).isApplied()).isTrue();
    assertThat(commit(storage, confirm("hard")).isApplied()).isTrue();

    assertThat(stockLevel(database)).isEqualTo("acme MUG LON 8 2 1 2 0");

    Leg lost = Shop.leg(MUG, AccountId.contra("@shrinkage"), 4).asForced();
    assertThat(commit(storage, Shop.post("count", lost)).isApplied()).isTrue();
    assertThat(stockLevel(database)).isEqualTo("acme MUG LON 4 2 1 -2 1");
  }

  private static String stockLevel(TestDatabase database) throws SQLException {
    try (Connection connection = database.shared().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT tenant_id, sku, location, on_hand, allocated, reserved, available, oversold"
                    + " FROM stock_level")) {
      assertThat(row.next()).isTrue();
      StringBuilder text = new StringBuilder(row.getString(1));
      for (int i = 2; i <= 8; i++) {
        text.append(' ').append(row.getString(i));
      }
      assertThat(row.next()).isFalse();
      return text.toString();
    }
  }

  private static JdbcStorage prepared(TestDatabase database) {
    database.assumeChosen();
    JdbcStorage storage = JdbcStorage.over(database.emptied());
    assertThat(commit(storage, receive("r", MUG, 5)).isApplied()).isTrue();
    return storage;
  }

  private static TreeSet<String> columns(Dialect dialect) {
    TreeSet<String> columns = new TreeSet<>();
    for (String statement : JdbcSchema.statements(dialect)) {
      Matcher table = TABLE.matcher(statement);
      if (table.matches()) {
        Matcher column = COLUMN.matcher(table.group(2));
        while (column.find()) {
          columns.add(table.group(1) + "." + column.group(1));
        }
      }
    }
    return columns;
  }
}
