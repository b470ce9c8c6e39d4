package io.omnicommerce.jdbc;

import io.omnicommerce.common.Reference;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.common.Version;
import io.omnicommerce.storage.Outbox;
import io.omnicommerce.storage.OutboxRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The relay's side of the outbox. */
final class JdbcOutbox implements Outbox {

  // All that waits of the aggregates whose events are first in line: seq only spreads the page
  // fairly, what was told is known by the mark, and an older version may have been told later.
  private static final String UNPUBLISHED =
      """
      SELECT o.id, o.tenant_id, o.kind, o.aggregate_id, o.version, o.type, o.occurred_at, o.actor,
             o.channel, o.payload, o.seq
        FROM outbox o
        JOIN (SELECT DISTINCT tenant_id, kind, aggregate_id
                FROM (SELECT tenant_id, kind, aggregate_id FROM outbox
                       WHERE published = 0 ORDER BY seq LIMIT ?) f) a
          ON a.tenant_id = o.tenant_id AND a.kind = o.kind AND a.aggregate_id = o.aggregate_id
       WHERE o.published = 0
       ORDER BY o.seq""";
  private static final String MARK =
      "UPDATE outbox SET published = 1 WHERE id = ? AND published = 0";
  private static final String PUBLISHED =
      "SELECT tenant_id, id FROM outbox WHERE published = 1 ORDER BY seq LIMIT ?";
  private static final String DELETE =
      "DELETE FROM outbox WHERE tenant_id = ? AND id = ? AND published = 1";

  private final OwnTransactions transactions;

  /** A tenant's aggregate. */
  private record Aggregate(TenantId tenant, Reference reference) {}

  /** An event that may go. */
  private record Published(String tenant, String id) {}

  JdbcOutbox(OwnTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public List<OutboxRecord> unpublished(int limit) {
    List<OutboxRecord> read =
        transactions.repeating(
            link -> link.list(UNPUBLISHED, p -> p.number(limit), JdbcOutbox::read));
    Map<Aggregate, List<OutboxRecord>> byAggregate = new LinkedHashMap<>();
    for (OutboxRecord event : read) {
      byAggregate
          .computeIfAbsent(
              new Aggregate(event.tenant(), event.aggregate()), any -> new ArrayList<>(1))
          .add(event);
    }
    return byAggregate.values().stream()
        .flatMap(events -> events.stream().sorted(Comparator.comparing(OutboxRecord::version)))
        .limit(limit)
        .toList();
  }

  @Override
  public void markPublished(Collection<String> ids) {
    List<String> sorted = ids.stream().distinct().sorted().toList();
    transactions.repeating(
        link -> {
          link.batch(MARK, sorted, Params::text);
          link.commit();
          return sorted;
        });
  }

  @Override
  public int prune(int limit) {
    return transactions.repeating(
        link -> {
          List<Published> gone =
              link.list(
                  PUBLISHED,
                  p -> p.number(limit),
                  row -> new Published(row.getString(1), row.getString(2)));
          int pruned = 0;
          for (int count :
              link.batch(DELETE, gone, (p, event) -> p.text(event.tenant()).text(event.id()))) {
            pruned += count;
          }
          link.commit();
          return pruned;
        });
  }

  private static OutboxRecord read(ResultSet row) throws SQLException {
    return new OutboxRecord(
        row.getString(1),
        TenantId.of(row.getString(2)),
        Reference.of(row.getString(3), row.getString(4)),
        Version.of(row.getLong(5)),
        row.getString(6),
        Instant.ofEpochMilli(row.getLong(7)),
        row.getString(8),
        row.getString(9),
        row.getString(10));
  }
}
