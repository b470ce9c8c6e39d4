package io.omnicommerce.jdbc;

import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.Leg;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** A held batch as the rows that it becomes. */
record HoldRows(Batch batch, String content, OptionalLong lifeMillis) {

  String id() {
    return batch.id().value();
  }

  /** The lines of several groups. */
  static List<Object[]> lines(List<HoldRows> groups) {
    List<Object[]> rows = new ArrayList<>();
    for (HoldRows group : groups) {
      rows.addAll(group.lines());
    }
    return rows;
  }

  List<Object[]> lines() {
    List<Object[]> rows = new ArrayList<>(batch.legs().size());
    long line = 1;
    for (Leg leg : batch.legs()) {
      Object[] row = {
        id(),
        line++,
        leg.from().toString(),
        leg.to().toString(),
        leg.unit(),
        leg.amount(),
        leg.amount()
      };
      rows.add(row);
    }
    return rows;
  }
}
