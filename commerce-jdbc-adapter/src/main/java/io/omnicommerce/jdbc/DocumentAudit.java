package io.omnicommerce.jdbc;

import io.omnicommerce.common.TenantId;
import io.omnicommerce.jdbc.DocumentRows.Row;
import io.omnicommerce.storage.AuditFinding;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.Projection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Derives lookup keys and projected rows again, page by page, and compares. */
final class DocumentAudit {

  private static final int PAGE = 256;
  private static final String TENANTS = "SELECT DISTINCT tenant_id FROM ";
  private static final String PAGE_OF =
      "SELECT id, version, body FROM document"
          + " WHERE tenant_id = ? AND type = ? AND id > ? ORDER BY id LIMIT ?";

  private final Link link;
  private final List<AuditFinding> findings = new ArrayList<>();

  DocumentAudit(Link link) {
    this.link = link;
  }

  <T> List<AuditFinding> run(DocumentType<T> type) throws SQLException {
    for (String tenant : tenants(type)) {
      Scope scope = new Scope(link, TenantId.of(tenant), Undo.byRollback());
      Set<String> documents = new TreeSet<>();
      String after = "";
      List<Row> page;
      do {
        page = page(scope, type, after);
        compare(scope, type, page);
        page.forEach(row -> documents.add(row.id()));
        after = page.isEmpty() ? after : page.get(page.size() - 1).id();
      } while (page.size() == PAGE);
      findOrphans(scope, type, documents);
    }
    return findings;
  }

  private Set<String> tenants(DocumentType<?> type) throws SQLException {
    Set<String> tenants = new TreeSet<>();
    for (String table : List.of("document", "document_key", "document_unique")) {
      tenants.addAll(
          link.list(
              TENANTS + table + " WHERE type = ?",
              p -> p.text(type.name()),
              row -> row.getString(1)));
    }
    for (Projection<?> projection : type.projections()) {
      String table = new ProjectionTable(projection).name();
      tenants.addAll(link.list(TENANTS + table, p -> {}, row -> row.getString(1)));
    }
    return tenants;
  }

  private static List<Row> page(Scope scope, DocumentType<?> type, String after)
      throws SQLException {
    return scope
        .link()
        .list(
            PAGE_OF,
            p -> p.text(scope.tenant()).text(type.name()).text(after).number(PAGE),
            row -> new Row(type.name(), row.getString(1), row.getLong(2), row.getString(3)));
  }

  private <T> void compare(Scope scope, DocumentType<T> type, List<Row> page) throws SQLException {
    if (page.isEmpty()) {
      return;
    }
    Map<String, T> documents = new TreeMap<>();
    page.forEach(row -> documents.put(row.id(), type.codec().decode(row.body())));
    if (!type.keys().isEmpty()) {
      compareKeys(scope, type, documents);
    }
    for (Projection<T> projection : type.projections()) {
      compareRows(scope, projection, documents);
    }
    documents.forEach((document, value) -> check(scope, type, document, value));
  }

  private <T> void check(Scope scope, DocumentType<T> type, String document, T value) {
    String subject = type.name() + " " + document;
    type.checks().stream()
        .flatMap(check -> check.apply(value).stream())
        .forEach(
            fault ->
                findings.add(
                    new AuditFinding("CONTENT", scope.tenantId(), subject, "whole", fault)));
  }

  private <T> void compareKeys(Scope scope, DocumentType<T> type, Map<String, T> documents)
      throws SQLException {
    Map<String, Set<KeyRows.Row>> kept =
        new KeyRows(scope)
            .read(type.name(), documents.keySet()).stream()
                .collect(Collectors.groupingBy(KeyRows.Row::document, Collectors.toSet()));
    for (Map.Entry<String, T> document : documents.entrySet()) {
      Set<KeyRows.Row> derived =
          Set.copyOf(KeyRows.of(type, document.getKey(), document.getValue()));
      Set<KeyRows.Row> found = kept.getOrDefault(document.getKey(), Set.of());
      if (!derived.equals(found)) {
        find("KEYS", scope, type.name() + " " + document.getKey(), derived.size(), found.size());
      }
    }
  }

  private <T> void compareRows(Scope scope, Projection<T> projection, Map<String, T> documents)
      throws SQLException {
    ProjectionTable table = new ProjectionTable(projection);
    Map<String, List<ProjectionTable.Row>> kept = rows(scope, table, documents.keySet());
    for (Map.Entry<String, T> document : documents.entrySet()) {
      List<ProjectionTable.Row> derived =
          table.rows(projection, document.getKey(), document.getValue());
      List<ProjectionTable.Row> found = kept.getOrDefault(document.getKey(), List.of());
      if (!derived.equals(found)) {
        find(
            "PROJECTION",
            scope,
            table.name() + " " + document.getKey(),
            derived.size(),
            found.size());
      }
    }
  }

  private static Map<String, List<ProjectionTable.Row>> rows(
      Scope scope, ProjectionTable table, Set<String> documents) throws SQLException {
    return scope
        .listOf(
            table.select(),
            "document_id",
            p -> p.text(scope.tenant()),
            documents,
            row -> table.read(row, scope.link().engine()))
        .stream()
        .collect(Collectors.groupingBy(ProjectionTable.Row::document));
  }

  /** Rows whose document is not there. */
  private void findOrphans(Scope scope, DocumentType<?> type, Set<String> documents)
      throws SQLException {
    for (String table : List.of("document_key", "document_unique")) {
      orphans(
          scope,
          "KEYS",
          type.name(),
          scope
              .link()
              .list(
                  "SELECT document_id FROM " + table + " WHERE tenant_id = ? AND type = ?",
                  p -> p.text(scope.tenant()).text(type.name()),
                  row -> row.getString(1)),
          documents);
    }
    for (Projection<?> projection : type.projections()) {
      String table = new ProjectionTable(projection).name();
      orphans(
          scope,
          "PROJECTION",
          table,
          scope
              .link()
              .list(
                  "SELECT document_id FROM " + table + " WHERE tenant_id = ?",
                  p -> p.text(scope.tenant()),
                  row -> row.getString(1)),
          documents);
    }
  }

  private void orphans(
      Scope scope, String audit, String what, List<String> rows, Set<String> documents) {
    rows.stream()
        .filter(id -> !documents.contains(id))
        .collect(Collectors.groupingBy(id -> id, TreeMap::new, Collectors.counting()))
        .forEach((id, count) -> find(audit, scope, what + " " + id, 0, count.intValue()));
  }

  /** Values stay out of a finding: a key may be somebody's email. */
  private void find(String audit, Scope scope, String subject, int expected, int actual) {
    findings.add(
        new AuditFinding(
            audit,
            scope.tenantId(),
            subject,
            expected + " as derived",
            actual + (expected == actual ? " others" : " as kept")));
  }
}
