package io.omnicommerce.jdbc;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.storage.EventEnvelope;
import io.omnicommerce.storage.NewEvent;
import io.omnicommerce.storage.StorageException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Appends a decision's events to the outbox. */
final class EventRows {

  private static final int TYPE_LENGTH_MAX = 128;
  private static final String DELETE = "DELETE FROM outbox WHERE tenant_id = ? AND id = ?";

  private final Scope scope;
  private final List<EventEnvelope> envelopes = new ArrayList<>();
  private final List<Object[]> rows = new ArrayList<>();

  EventRows(Scope scope) {
    this.scope = scope;
  }

  /** The events of one decision as they will be told. */
  List<EventEnvelope> add(CallContext context, List<NewEvent> events, Instant at) {
    List<EventEnvelope> added = new ArrayList<>(events.size());
    for (NewEvent event : events) {
      EventEnvelope envelope = envelope(context, event, at);
      added.add(envelope);
      rows.add(row(envelope, event));
    }
    envelopes.addAll(added);
    return added;
  }

  /** Appends all that were added. */
  void write() throws SQLException {
    if (!scope.undo().isNeeded()) {
      if (!scope.insertNew(Table.OUTBOX, rows)) {
        throw conflict(envelopes);
      }
      return;
    }
    for (Object[] row : rows) {
      if (!scope.insertNew(Table.OUTBOX, List.<Object[]>of(row))) {
        throw conflict(envelopes);
      }
      scope
          .undo()
          .add(
              () -> scope.link().update(DELETE, p -> p.text(scope.tenant()).text((String) row[0])));
    }
  }

  private static EventEnvelope envelope(CallContext context, NewEvent event, Instant at) {
    String type = event.event().type();
    if (type.length() > TYPE_LENGTH_MAX) {
      throw InvalidInputException.tooLong("event type", type, TYPE_LENGTH_MAX);
    }
    return new EventEnvelope(
        id(context, event),
        context.tenant(),
        event.aggregate(),
        event.version(),
        at,
        context.actor().label(),
        context.channel(),
        event.event());
  }

  private static Object[] row(EventEnvelope envelope, NewEvent event) {
    return new Object[] {
      envelope.id(),
      envelope.aggregate().kind(),
      envelope.aggregate().id(),
      envelope.version().value(),
      envelope.event().type(),
      envelope.at().toEpochMilli(),
      envelope.actor(),
      envelope.channel().value(),
      event.codec().encode(event.event()),
      0L
    };
  }

  /** Made from what there can be one event of, so that no two events share it and none changes. */
  private static String id(CallContext context, NewEvent event) {
    String name =
        String.join(
            "\n",
            context.tenant().value(),
            event.aggregate().kind(),
            event.version().toString(),
            event.event().type(),
            event.aggregate().id());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 20);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static StorageException conflict(List<EventEnvelope> events) {
    return StorageException.conflict(events.get(0).aggregate().toString());
  }
}
