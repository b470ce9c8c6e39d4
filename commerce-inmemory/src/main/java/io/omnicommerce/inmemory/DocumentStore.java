package io.omnicommerce.inmemory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** One tenant's documents, by type, with what is derived from them. */
final class DocumentStore {

  private final Map<String, DocumentTable> tables = new TreeMap<>();
  private final Map<String, Map<String, List<ProjectedRow>>> projections = new TreeMap<>();

  DocumentTable table(String type) {
    return tables.computeIfAbsent(type, any -> new DocumentTable());
  }

  List<ProjectedRow> rows(String table) {
    List<ProjectedRow> rows = new ArrayList<>();
    projected(table).values().forEach(rows::addAll);
    return rows;
  }

  List<ProjectedRow> rows(String table, String document) {
    return projected(table).getOrDefault(document, List.of());
  }

  /** The ids of the documents that have rows in a table. */
  List<String> projectedDocuments(String table) {
    return List.copyOf(projected(table).keySet());
  }

  void replaceRows(String table, String document, List<ProjectedRow> rows, Undo undo) {
    Map<String, List<ProjectedRow>> projected = projected(table);
    List<ProjectedRow> before = rows(table, document);
    put(projected, document, rows);
    undo.add(() -> put(projected, document, before));
  }

  private static void put(
      Map<String, List<ProjectedRow>> projected, String document, List<ProjectedRow> rows) {
    if (rows.isEmpty()) {
      projected.remove(document);
    } else {
      projected.put(document, rows);
    }
  }

  private Map<String, List<ProjectedRow>> projected(String table) {
    Objects.requireNonNull(table, "table");
    return projections.computeIfAbsent(table, any -> new TreeMap<>());
  }
}
