package io.omnicommerce.jdbc;

import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Projection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows that projections derive; those of a document are replaced when it is saved. */
final class ProjectionRows {

  private final Scope scope;
  private final Map<String, Writes> tables = new LinkedHashMap<>();

  /** What is written to one table. */
  private record Writes(
      ProjectionTable table, List<String> replaced, List<ProjectionTable.Row> rows) {}

  ProjectionRows(Scope scope) {
    this.scope = scope;
  }

  void write(List<DocumentWrite<?>> writes) throws SQLException {
    for (DocumentWrite<?> write : writes) {
      add(write);
    }
    for (Writes table : tables.values()) {
      scope
          .link()
          .batch(
              table.table().delete(),
              table.replaced(),
              (p, document) -> p.text(scope.tenant()).text(document));
      scope
          .link()
          .batch(
              table.table().insert(),
              table.rows(),
              (p, row) -> table.table().bind(p, scope.link().engine(), scope.tenant(), row));
    }
  }

  private <T> void add(DocumentWrite<T> write) {
    for (Projection<T> projection : write.type().projections()) {
      Writes table =
          tables.computeIfAbsent(
              projection.table(),
              any ->
                  new Writes(
                      new ProjectionTable(projection), new ArrayList<>(), new ArrayList<>()));
      if (!DocumentRows.isNew(write)) {
        table.replaced().add(write.id());
      }
      table.rows().addAll(table.table().rows(projection, write.id(), write.value()));
    }
  }
}
