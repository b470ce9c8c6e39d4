package io.omnicommerce.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java of README and pages is compiled and run as it stands. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadmeTest {

  private static final PageCode START = PageCode.of("README.md");

  /** What the table of offers takes for granted. */
  private static final String RECIPES =
      """
      import io.omnicommerce.promotion.*; import io.omnicommerce.catalog.*; import java.math.*;
      ItemFilter all = ItemFilter.ALL;
      ItemFilter hats = ItemFilter.categories("hats");
      BigDecimal percent = BigDecimal.TEN;
      Amount ten = Amount.of(Money.of("10.00", gbp));
      """;

  @TempDir Path classes;

  @Test
  void the_start_in_the_readme_compiles_and_places_an_order() throws Exception {
    assertThat(START.run(classes)).startsWith("Thank you, order ");
  }

  @Test
  void an_order_lives_as_its_page_tells() throws Exception {
    String printed = START.then(PageCode.of("docs/order-life.md")).run(classes);

    assertThat(printed.lines().skip(1))
        .containsExactly(
            "Taken: GBP 9.98",
            "Now CLOSED",
            "Given back: GBP 4.99",
            "Due GBP 4.99, of which may be captured GBP 4.99",
            "Imported and CLOSED");
  }

  @Test
  void stock_is_promised_counted_and_moved_as_the_page_of_the_room_tells() throws Exception {
    String printed = START.then(PageCode.of("docs/rooms/inventory.md")).run(classes);

    assertThat(printed.lines().skip(1))
        .containsExactly(
            "On Friday: 22",
            "Left: 2",
            "Counted [MUG-RED], not catalog.unknown_sku",
            "They say 1: ALLOCATED_COUNTS_AS_GONE",
            "STORE-1 EXACT 1",
            "Aside: FOUND");
  }

  @Test
  void events_are_relayed_as_their_page_tells() throws Exception {
    String printed = START.then(PageCode.of("docs/events.md")).run(classes);

    assertThat(printed)
        .containsPattern("order\\.placed \\{.*\"total\":\"GBP 9\\.98\".*}")
        .contains("payment.status_changed {", "fulfillment.requested {");
  }

  @Test
  void the_clock_of_a_test_is_moved_as_the_page_of_the_engine_tells() throws Exception {
    String printed = START.then(PageCode.of("docs/engine.md")).run(classes);

    assertThat(printed.lines().skip(1)).containsExactly("GBP 4.99", "GBP 3.99");
  }

  @Test
  void what_marketing_says_is_a_record_that_compiles() throws Exception {
    List<String> records = PageCode.recordsOf("docs/rooms/promotion.md");
    assertThat(records).hasSizeGreaterThan(15);
    StringBuilder lines = new StringBuilder(RECIPES);
    records.forEach(one -> lines.append("System.out.println(").append(one).append(");\n"));

    assertThat(START.then(new PageCode(lines.toString())).run(classes).lines())
        .hasSize(records.size() + 1);
  }

  @Test
  void an_order_and_the_hosts_own_row_are_written_as_their_page_tells() throws Exception {
    String printed = joined("both").run(classes);

    assertThat(printed.lines()).contains("Heard of cart.opened", "Heard of order.placed", "Placed");
    assertThat(rows("both", "loyalty WHERE points = 15")).isOne();
    assertThat(rows("both", "order_line")).isOne();
  }

  @Test
  void where_the_hosts_row_fails_there_is_no_order_either() {
    PageCode failing = joined("neither").with("VALUES (?, 15)", "VALUES (?, 'many')");

    assertThatThrownBy(() -> failing.run(classes))
        .hasMessageNotContaining("order.placed")
        .hasStackTraceContaining("Data conversion error");

    assertThat(rows("neither", "loyalty")).isZero();
    assertThat(rows("neither", "order_line")).isZero();
  }

  /** The page about the host's transaction, with the shop of the start where it says so. */
  private static PageCode joined(String database) {
    List<PageCode> page = PageCode.blocksOf("docs/your-transaction.md");
    PageCode shop =
        START
            .with("InMemoryStorage.create()", "JdbcStorage.over(dataSource)")
            .until("CheckoutOutcome outcome");
    return page.get(0)
        .with("jdbc:h2:mem:shop", "jdbc:h2:mem:" + database)
        .then(shop)
        .then(page.get(1))
        .then(page.get(2));
  }

  private static int rows(String database, String table) {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:" + database, "sa", "");
        ResultSet rows =
            connection.createStatement().executeQuery("SELECT count(*) FROM " + table)) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
