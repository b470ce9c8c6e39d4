package io.omnicommerce.inmemory;

import io.omnicommerce.storage.AuditFinding;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.Maintenance;
import io.omnicommerce.storage.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Work across tenants. */
final class InMemoryMaintenance implements Maintenance {

  private final InMemoryStorage storage;
  private final InMemoryOutbox outbox;

  InMemoryMaintenance(InMemoryStorage storage, InMemoryOutbox outbox) {
    this.storage = storage;
    this.outbox = outbox;
  }

  @Override
  public int expireDue(int limit) {
    List<Due> due = storage.locked(() -> due(storage.clock().instant(), limit));
    int expired = 0;
    for (Due one : due) {
      expired += storage.locked(() -> expire(one)) ? 1 : 0;
    }
    return expired;
  }

  @Override
  public Outbox outbox() {
    return outbox;
  }

  @Override
  public List<AuditFinding> audit(List<DocumentType<?>> types) {
    List<DocumentType<?>> compared = List.copyOf(types);
    return storage.locked(
        () -> {
          List<AuditFinding> findings = new ArrayList<>();
          for (TenantSpace space : storage.spaces()) {
            new LedgerAudit(space.tenant(), space.books(), findings).run();
            new DocumentAudit(space.tenant(), space.documents(), findings).run(compared);
          }
          return findings;
        });
  }

  @Override
  public int archiveEntries(Instant before) {
    Objects.requireNonNull(before, "before");
    return storage.locked(
        () ->
            storage.spaces().stream()
                .mapToInt(space -> new Archive(space.books(), before).run())
                .sum());
  }

  /** A group of some tenant that was due when it was looked at. */
  private record Due(LedgerBooks books, Group group) {}

  private List<Due> due(Instant now, int limit) {
    return storage.spaces().stream()
        .flatMap(space -> space.books().due(now).stream().map(g -> new Due(space.books(), g)))
        .sorted(Comparator.comparing(Due::group, LedgerBooks.BY_EXPIRY))
        .limit(limit)
        .toList();
  }

  private boolean expire(Due one) {
    boolean still = one.group().isDue(storage.clock().millis());
    if (still) {
      one.books().expire(one.group());
    }
    return still;
  }
}
