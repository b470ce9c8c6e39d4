package io.omnicommerce.examples.quickstart;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** The shop's clock, which stands at the time of the document that is replayed. */
final class ReplayClock implements InstantSource {

  static final ZoneId ZONE = ZoneId.of("Europe/London");

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

  void set(LocalDateTime time) {
    now.set(time.atZone(ZONE).toInstant());
  }

  LocalDateTime local() {
    return LocalDateTime.ofInstant(now.get(), ZONE);
  }

  @Override
  public Instant instant() {
    return now.get();
  }
}
