package com.example.storage;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.storage.Maintenance;
import io.omnicommerce.storage.Storage;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** Keeps everything in another storage, and counts its transactions. */
public final class CountingStorage implements Storage {

  private final Storage kept;
  private final LongAdder asked = new LongAdder();
  private final LongAdder failed = new LongAdder();

  public CountingStorage(Storage kept) {
    this.kept = Objects.requireNonNull(kept, "kept");
  }

  @Override
  public <R> R inTransaction(CallContext context, Work<R> work) {
    asked.increment();
    boolean done = false;
    try {
      R result = kept.inTransaction(context, work);
      done = true;
      return result;
    } finally {
      if (!done) {
        failed.increment();
      }
    }
  }

  @Override
  public boolean joinsHostTransaction() {
    return kept.joinsHostTransaction();
  }

  @Override
  public Maintenance maintenance() {
    return kept.maintenance();
  }

  /** How many transactions were asked for; one that the storage repeats by itself counts once. */
  public long asked() {
    return asked.sum();
  }

  /** How many of them ended with an exception. */
  public long failed() {
    return failed.sum();
  }
}
