package io.omnicommerce.jdbc;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A table's columns beside the tenant, as rows are inserted. */
record Table(String name, List<Column> columns) {

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
    return ALL.stream().map(Table::name).toList();
  }

  /** A column whose name ends with a hash sign is a number. */
  private static Table of(String name, String... columns) {
    return new Table(
        name,
        java.util.Arrays.stream(columns)
            .map(column -> new Column(column.replace("#", ""), column.endsWith("#")))
            .toList());
  }

  /** The statement's head, up to the values. */
  String insertInto() {
    return "INSERT INTO " + head();
  }

  String insertIgnoreInto() {
    return "INSERT IGNORE INTO " + head();
  }

  /** One row of parameters. */
  String parameters() {
    return Collections.nCopies(columns.size() + 1, "?").stream()
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** Inserts one row. */
  String insert() {
    return insertInto() + " VALUES " + parameters();
  }

  private String head() {
    return name
        + columns.stream()
            .map(Column::name)
            .collect(Collectors.joining(", ", " (tenant_id, ", ")"));
  }

  /** Binds one row. */
  static void bind(Params params, String tenant, Object[] row) throws java.sql.SQLException {
    params.text(tenant);
    for (Object value : row) {
      params.object(value);
    }
  }
}
