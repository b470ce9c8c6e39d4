package io.omnicommerce.inmemory;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.Documents;
import io.omnicommerce.storage.Ledger;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.StorageException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** One transaction. It lives under the storage's lock, so it needs none of its own. */
final class InMemorySession implements Session {

  private final InMemoryStorage storage;
  private final CallContext context;
  private final TenantSpace space;
  private final Instant now;
  private boolean ended;

  InMemorySession(InMemoryStorage storage, CallContext context, TenantSpace space) {
    this.storage = storage;
    this.context = context;
    this.space = space;
    this.now = clockReading();
  }

  @Override
  public CallContext context() {
    return context;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Documents documents() {
    return new InMemoryDocuments(this);
  }

  @Override
  public Ledger ledger() {
    return new InMemoryLedger(this);
  }

  @Override
  public CommitResult commit(Decision decision) {
    Objects.requireNonNull(decision, "decision");
    TenantSpace open = open();
    ended = true;
    return new Commit(open, this).run(decision);
  }

  /** The tenant's data, as long as they may be read. */
  TenantSpace open() {
    if (ended) {
      throw StorageException.sessionEnded();
    }
    return space;
  }

  void end() {
    ended = true;
  }

  /** The clock as it stands now: what decides about a hold, also in a long transaction. */
  Instant clockReading() {
    return storage.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  boolean throughCodecs() {
    return storage.throughCodecs();
  }
}
