package io.omnicommerce.jdbc;

import io.omnicommerce.common.TenantId;
import io.omnicommerce.jdbc.Rows.Bind;
import io.omnicommerce.jdbc.Rows.Read;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** One transaction, bound to one tenant, and how its writes are taken back. */
record Scope(Link link, TenantId tenantId, Undo undo) {

  String tenant() {
    return tenantId.value();
  }

  /**
   * What to add to a question about rows that are, or are about to be, locked by this transaction:
   * the host's may be isolated more strictly than ours, and see them as they were.
   */
  String current() {
    return undo.isNeeded() ? link.engine().current() : "";
  }

  /** Inserts the rows that are not there; whether all were inserted. */
  boolean insertNew(Table table, List<Object[]> rows) throws SQLException {
    return rows.isEmpty() || link.engine().insertNew(link, table, tenant(), rows);
  }

  /** Inserts rows that nobody else can have inserted. */
  void insert(Table table, List<Object[]> rows) throws SQLException {
    link.batch(table.insert(), rows, (p, row) -> Table.bind(p, tenant(), row));
  }

  /**
   * Asks for the rows whose column is one of these values, after what is bound first.
   *
   * @param text the statement, as {@link Engine#listing} completes it
   */
  <R> List<R> listOf(String text, String column, Bind bind, Collection<String> values, Read<R> read)
      throws SQLException {
    List<R> found = new ArrayList<>();
    for (List<String> part : parts(values)) {
      found.addAll(
          link.list(
              link.engine().listing(text, column, part.size()),
              p -> {
                bind.to(p);
                link.engine().bindList(p, part);
              },
              read));
    }
    return found;
  }

  private List<List<String>> parts(Collection<String> values) {
    List<String> distinct = List.copyOf(new LinkedHashSet<>(values));
    int max = link.engine().listMax();
    List<List<String>> parts = new ArrayList<>();
    for (int from = 0; from < distinct.size(); from += max) {
      parts.add(distinct.subList(from, Math.min(distinct.size(), from + max)));
    }
    return parts;
  }
}
