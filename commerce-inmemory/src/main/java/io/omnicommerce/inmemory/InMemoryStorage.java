package io.omnicommerce.inmemory;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.storage.Maintenance;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.StorageException;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Keeps everything in this process's memory. Thread-safe: transactions run one after the other.
 *
 * <p>A decision is there for all when {@link io.omnicommerce.storage.Session#commit} returns.
 * Nothing survives the process.
 */
public final class InMemoryStorage implements Storage {

  private static final int ATTEMPTS_MAX = 3;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<TenantId, TenantSpace> spaces = new TreeMap<>();
  private final InMemoryOutbox outbox = new InMemoryOutbox(this);
  private final InstantSource clock;
  private final boolean throughCodecs;

  private InMemoryStorage(Builder builder) {
    clock = builder.clock;
    throughCodecs = builder.throughCodecs;
  }

  /** An empty storage with the system's clock. */
  public static InMemoryStorage create() {
    return builder().build();
  }

  public static Builder builder() {
    return new Builder();
  }

  @Override
  public <R> R inTransaction(CallContext context, Work<R> work) {
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(work, "work");
    return locked(() -> repeating(context, work));
  }

  @Override
  public boolean joinsHostTransaction() {
    return false;
  }

  @Override
  public Maintenance maintenance() {
    return new InMemoryMaintenance(this, outbox);
  }

  /**
   * The rows that projections keep in a table, ordered by document and line, as people would read
   * them with SQL.
   */
  public List<ProjectedRow> rows(TenantId tenant, String table) {
    return locked(() -> space(tenant).documents().rows(table));
  }

  /** Runs work alone. */
  <R> R locked(Supplier<R> work) {
    if (lock.isHeldByCurrentThread()) {
      throw StorageException.nested();
    }
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Every tenant's data, in the order of their names; only under the lock. */
  Collection<TenantSpace> spaces() {
    return new ArrayList<>(spaces.values());
  }

  InstantSource clock() {
    return clock;
  }

  boolean throughCodecs() {
    return throughCodecs;
  }

  private TenantSpace space(TenantId tenant) {
    TenantSpace space = spaces.get(tenant);
    if (space == null) {
      space = new TenantSpace(tenant, outbox);
      spaces.put(tenant, space);
    }
    return space;
  }

  private <R> R repeating(CallContext context, Work<R> work) {
    for (int attempt = 1; ; attempt++) {
      InMemorySession session = new InMemorySession(this, context, space(context.tenant()));
      try {
        return work.run(session);
      } catch (StorageException failed) {
        // Nobody else can be at work under the lock: a conflict that comes again is the caller's.
        if (attempt == ATTEMPTS_MAX || !failed.code().equals(StorageException.CONFLICT)) {
          throw failed;
        }
      } finally {
        session.end();
      }
    }
  }

  /** How a storage in memory is set up; every part has a default. */
  public static final class Builder {
    private InstantSource clock = Clock.systemUTC();
    private boolean throughCodecs;

    private Builder() {}

    /** The clock of transactions and of holds; the system's by default. */
    public Builder clock(InstantSource source) {
      clock = Objects.requireNonNull(source, "source");
      return this;
    }

    /**
     * Whether documents and events are written and read by their codecs when they are saved, as a
     * database would do: slower, and nothing a codec loses survives. False by default.
     */
    public Builder throughCodecs(boolean on) {
      throughCodecs = on;
      return this;
    }

    public InMemoryStorage build() {
      return new InMemoryStorage(this);
    }
  }
}
