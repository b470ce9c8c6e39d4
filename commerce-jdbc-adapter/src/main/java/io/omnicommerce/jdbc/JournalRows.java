package io.omnicommerce.jdbc;

import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.Leg;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes down what was posted, while the rows of its accounts are locked: so in their order. */
final class JournalRows {

  private final Scope scope;
  private final long at;
  private final List<Object[]> rows = new ArrayList<>();

  JournalRows(Scope scope, Instant at) {
    this.scope = scope;
    this.at = at.toEpochMilli();
  }

  void write(Steps steps, Map<String, List<GroupState.Part>> posted) throws SQLException {
    steps.post().ifPresent(post -> add(post.content()));
    for (Map.Entry<String, List<GroupState.Part>> group : posted.entrySet()) {
      for (GroupState.Part part : group.getValue()) {
        add(group.getKey(), part);
      }
    }
    scope.insert(Table.ENTRY, rows);
  }

  private void add(Batch batch) {
    for (Leg leg : batch.legs()) {
      add(batch.id().value(), leg.from(), leg.to(), leg.amount(), leg.unit());
    }
  }

  private void add(String group, GroupState.Part part) {
    add(group, part.line().from(), part.line().to(), part.amount(), part.line().unit());
  }

  private void add(String batch, AccountId from, AccountId to, long amount, String unit) {
    rows.add(new Object[] {0L, batch, from.toString(), to.toString(), amount, unit, at});
  }
}
