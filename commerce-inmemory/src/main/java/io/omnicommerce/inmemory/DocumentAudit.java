package io.omnicommerce.inmemory;

import io.omnicommerce.common.TenantId;
import io.omnicommerce.storage.AuditFinding;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.LookupKey;
import io.omnicommerce.storage.Projection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Derives a tenant's lookup keys and projected rows again, and compares. */
final class DocumentAudit {

  private final TenantId tenant;
  private final DocumentStore store;
  private final List<AuditFinding> findings;

  DocumentAudit(TenantId tenant, DocumentStore store, List<AuditFinding> findings) {
    this.tenant = tenant;
    this.store = store;
    this.findings = findings;
  }

  void run(List<DocumentType<?>> types) {
    types.forEach(this::run);
  }

  private <T> void run(DocumentType<T> type) {
    DocumentTable table = store.table(type.name());
    type.keys().forEach(key -> compareKeys(type, key, table));
    type.projections().forEach(projection -> compareRows(type, projection, table));
    table.rows.forEach((document, row) -> check(type, document, row.as(type)));
  }

  private <T> void check(DocumentType<T> type, String document, T value) {
    String subject = type.name() + " " + document;
    type.checks().stream()
        .flatMap(check -> check.apply(value).stream())
        .forEach(
            fault -> findings.add(new AuditFinding("CONTENT", tenant, subject, "whole", fault)));
  }

  private <T> void compareKeys(DocumentType<T> type, LookupKey<T> key, DocumentTable table) {
    Map<String, Set<String>> expected = new TreeMap<>();
    for (Map.Entry<String, DocumentTable.Row> row : table.rows.entrySet()) {
      Set<String> values = DocumentWrites.values(key, row.getValue().as(type));
      if (!values.isEmpty()) {
        expected.put(row.getKey(), values);
      }
    }
    Map<String, Set<String>> actual = new TreeMap<>();
    for (KeyIndex.Key found : table.index(key.name()).all()) {
      actual.computeIfAbsent(found.document(), any -> new TreeSet<>()).add(found.value());
    }
    String subject = type.name() + "." + key.name() + " ";
    for (String document : union(expected.keySet(), actual.keySet())) {
      compare(
          "KEYS",
          subject + document,
          expected.getOrDefault(document, Set.of()).size(),
          actual.getOrDefault(document, Set.of()).size(),
          expected.getOrDefault(document, Set.of()).equals(actual.get(document)));
    }
  }

  private <T> void compareRows(
      DocumentType<T> type, Projection<T> projection, DocumentTable table) {
    Collection<String> derived = store.projectedDocuments(projection.table());
    for (String document : union(table.rows.keySet(), derived)) {
      DocumentTable.Row row = table.rows.get(document);
      List<ProjectedRow> expected =
          row == null ? List.of() : DocumentWrites.rows(projection, document, row.as(type));
      List<ProjectedRow> actual = store.rows(projection.table(), document);
      compare(
          "PROJECTION",
          projection.table() + " " + document,
          expected.size(),
          actual.size(),
          expected.equals(actual));
    }
  }

  /** Values stay out of a finding: a key may be somebody's email. */
  private void compare(String audit, String subject, int expected, int actual, boolean same) {
    if (!same) {
      findings.add(
          new AuditFinding(audit, tenant, subject, expected + " as derived", actual + " as kept"));
    }
  }

  private static List<String> union(Collection<String> some, Collection<String> others) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(others);
    return new ArrayList<>(all);
  }
}
