package io.omnicommerce.jdbc;

import java.time.InstantSource;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The one clock that decides when a hold ends: the database's own, so that machines whose clocks
 * differ cannot disagree, or an injected one, bound as a parameter wherever a text asks.
 */
final class StorageClock {

  private final @Nullable InstantSource injected;

  private StorageClock(@Nullable InstantSource injected) {
    this.injected = injected;
  }

  static StorageClock database() {
    return new StorageClock(null);
  }

  static StorageClock injected(InstantSource source) {
    return new StorageClock(source);
  }

  boolean isDatabase() {
    return injected == null;
  }

  /** The milliseconds to bind, or nothing if the text asks the database. */
  OptionalLong bound() {
    return injected == null
        ? OptionalLong.empty()
        : OptionalLong.of(injected.instant().toEpochMilli());
  }
}
