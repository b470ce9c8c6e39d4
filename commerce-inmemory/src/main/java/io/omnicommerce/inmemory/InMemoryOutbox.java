package io.omnicommerce.inmemory;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.DomainEvent;
import io.omnicommerce.common.Reference;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.common.Version;
import io.omnicommerce.storage.EventEnvelope;
import io.omnicommerce.storage.NewEvent;
import io.omnicommerce.storage.Outbox;
import io.omnicommerce.storage.OutboxRecord;
import io.omnicommerce.storage.StorageException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/** The events of all tenants: a backlog for each aggregate, and those that wait to be pruned. */
final class InMemoryOutbox implements Outbox {

  private final InMemoryStorage storage;
  private final Map<String, OutboxRow> unpublished = new HashMap<>();
  private final Map<Aggregate, List<OutboxRow>> backlogs = new LinkedHashMap<>();
  private final Queue<OutboxRow> published = new ArrayDeque<>();
  private final Set<Once> known = new HashSet<>();
  private long lastNumber;

  /** A tenant's aggregate. */
  private record Aggregate(TenantId tenant, Reference reference) {}

  /** What there can be one event of. */
  private record Once(Aggregate aggregate, Version version, String type) {}

  InMemoryOutbox(InMemoryStorage storage) {
    this.storage = storage;
  }

  @Override
  public List<OutboxRecord> unpublished(int limit) {
    return storage.locked(
        () ->
            backlogs.values().stream()
                .flatMap(List::stream)
                .limit(limit)
                .map(OutboxRow::written)
                .toList());
  }

  @Override
  public void markPublished(Collection<String> ids) {
    storage.locked(
        () -> {
          ids.forEach(this::markPublished);
          return ids;
        });
  }

  @Override
  public int prune(int limit) {
    return storage.locked(() -> pruneAlone(limit));
  }

  /** Appends a decision's events; only under the lock. */
  List<EventEnvelope> append(InMemorySession session, List<NewEvent> events, Undo undo) {
    List<EventEnvelope> appended = new ArrayList<>(events.size());
    for (NewEvent event : events) {
      OutboxRow row = row(session, event);
      append(row, undo);
      appended.add(row.envelope());
    }
    return appended;
  }

  private void append(OutboxRow row, Undo undo) {
    Once once = once(row);
    if (!known.add(once)) {
      throw StorageException.conflict(row.envelope().aggregate().toString());
    }
    lastNumber++;
    unpublished.put(row.id(), row);
    insert(backlogs.computeIfAbsent(once.aggregate(), any -> new ArrayList<>(1)), row);
    undo.add(
        () -> {
          known.remove(once);
          lastNumber--;
          removeFromBacklog(row);
        });
  }

  /** In the order of versions, also where they are told in another one. */
  private static void insert(List<OutboxRow> backlog, OutboxRow row) {
    int place = backlog.size();
    while (place > 0 && backlog.get(place - 1).version().compareTo(row.version()) > 0) {
      place--;
    }
    backlog.add(place, row);
  }

  private OutboxRow row(InMemorySession session, NewEvent event) {
    CallContext context = session.context();
    DomainEvent told =
        session.throughCodecs()
            ? event.codec().decode(event.codec().encode(event.event()))
            : event.event();
    return new OutboxRow(
        new EventEnvelope(
            nextId(),
            context.tenant(),
            event.aggregate(),
            event.version(),
            session.now(),
            context.actor().label(),
            context.channel(),
            told),
        event.codec());
  }

  private String nextId() {
    String number = Long.toString(lastNumber + 1);
    return "e-" + "0".repeat(Math.max(0, 10 - number.length())) + number;
  }

  private void markPublished(String id) {
    OutboxRow row = unpublished.get(id);
    if (row != null) {
      removeFromBacklog(row);
      published.add(row);
    }
  }

  private void removeFromBacklog(OutboxRow row) {
    unpublished.remove(row.id());
    Aggregate aggregate = once(row).aggregate();
    List<OutboxRow> backlog = backlogs.get(aggregate);
    if (backlog != null && backlog.remove(row) && backlog.isEmpty()) {
      backlogs.remove(aggregate);
    }
  }

  private int pruneAlone(int limit) {
    int pruned = 0;
    while (pruned < limit && !published.isEmpty()) {
      known.remove(once(published.remove()));
      pruned++;
    }
    return pruned;
  }

  private static Once once(OutboxRow row) {
    EventEnvelope envelope = row.envelope();
    return new Once(
        new Aggregate(envelope.tenant(), envelope.aggregate()),
        envelope.version(),
        envelope.event().type());
  }
}
