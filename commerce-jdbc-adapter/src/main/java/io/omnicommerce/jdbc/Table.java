package io.omnicommerce.jdbc;

import java.util.ArrayList;
import java.util.List;

/**
 * A table's columns beside the tenant, as rows are inserted.
 *
 * @param insertInto a statement's head, up to the values
 * @param insert the statement that inserts one row
 */
record Table(String name, List<Column> columns, String insertInto, String insert) {

  /** A column, and whether it is a number or text. */
  record Column(String name, boolean isNumber) {}

  // spotless:off
  static final Table ACCOUNT = of("ledger_account", "id", "book", "item", "holder", "unit", "posted#", "held#", "floor_at#", "breached#");
  static final Table BATCH   = of("ledger_batch", "id", "content", "state", "steps#", "posted_any#");
  static final Table HOLD    = of("ledger_hold", "batch_id", "line#", "from_account", "to_account", "unit", "amount#", "open_amount#");
  static final Table ENTRY   = of("ledger_entry", "side#", "batch_id", "from_account", "to_account", "amount#", "unit", "recorded_at#");
  static final Table DOCUMENT = of("document", "type", "id", "version#", "body");
  static final Table KEY     = of("document_key", "type", "key_name", "key_value", "document_id");
  static final Table UNIQUE  = of("document_unique", "type", "key_name", "key_value", "document_id");
  static final Table OUTBOX  = of("outbox", "id", "kind", "aggregate_id", "version#", "type", "occurred_at#", "actor", "channel", "payload", "published#");
  // spotless:on

  static final List<Table> ALL =
      List.of(ACCOUNT, BATCH, HOLD, ENTRY, DOCUMENT, KEY, UNIQUE, OUTBOX);

  /** The names of all tables. */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Table table : ALL) {
      names.add(table.name());
    }
    return names;
  }

  /** A column whose name ends with a hash sign is a number. */
  private static Table of(String name, String... declared) {
    List<Column> columns = new ArrayList<>();
    for (String column : declared) {
      columns.add(new Column(column.replace("#", ""), column.endsWith("#")));
    }
    String insertInto = "INSERT INTO " + head(name, columns);
    return new Table(name, columns, insertInto, insertInto + " VALUES " + parameters(columns));
  }

  String insertIgnoreInto() {
    return "INSERT IGNORE INTO " + head(name, columns);
  }

  /** One row of parameters. */
  String parameters() {
    return parameters(columns);
  }

  private static String parameters(List<Column> columns) {
    return "(?" + ", ?".repeat(columns.size()) + ")";
  }

  private static String head(String name, List<Column> columns) {
    StringBuilder head = new StringBuilder(name).append(" (tenant_id");
    for (Column column : columns) {
      head.append(", ").append(column.name());
    }
    return head.append(')').toString();
  }

  /** Binds one row. */
  static void bind(Params params, String tenant, Object[] row) throws java.sql.SQLException {
    params.text(tenant);
    for (Object value : row) {
      params.object(value);
    }
  }
}
