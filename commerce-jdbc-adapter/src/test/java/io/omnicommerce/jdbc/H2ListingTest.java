package io.omnicommerce.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class H2ListingTest {

  private static final Pattern SCANS = Pattern.compile("scanCount: (\\d+)");

  private final JdbcDataSource database = new JdbcDataSource();

  @Test
  void a_list_of_ids_is_looked_up_and_not_searched_for_in_all_that_a_tenant_has() throws Exception {
    database.setURL("jdbc:h2:mem:listing");
    String text = "SELECT id FROM document%w WHERE tenant_id = ? AND type = ? AND %s";

    try (Connection connection = database.getConnection()) {
      JdbcSchema.create(database);
      fill(connection);

      assertThat(scans(connection, new H2Engine().listing(text, "id", 2))).isLessThan(20);
      // The plain condition shows that the measure can tell.
      String plain = text.replace("%w", "").replace("%s", "id = ANY (?)");
      assertThat(scans(connection, plain)).isGreaterThan(1_000);
    }
  }

  private static void fill(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO document (tenant_id, type, id, version, body)"
              + " SELECT 'acme', 'cart', 'cart-' || x, 1, '{}' FROM SYSTEM_RANGE(1, 2000)");
    }
  }

  private static int scans(Connection connection, String text) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("EXPLAIN ANALYZE " + text)) {
      Params params = new Params(statement, StorageClock.injected(() -> java.time.Instant.EPOCH));
      params.text("acme").text("cart");
      new H2Engine().bindList(params, List.of("cart-7", "cart-1999"));
      try (ResultSet plan = statement.executeQuery()) {
        plan.next();
        return sum(plan.getString(1));
      }
    }
  }

  private static int sum(String plan) {
    int sum = 0;
    for (Matcher scan = SCANS.matcher(plan); scan.find(); ) {
      sum += Integer.parseInt(scan.group(1));
    }
    return sum;
  }
}
