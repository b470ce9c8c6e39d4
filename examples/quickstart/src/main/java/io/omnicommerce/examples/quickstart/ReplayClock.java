package io.omnicommerce.examples.quickstart;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The shop's clock, which stands at the time of the document that is replayed. */
final class ReplayClock implements InstantSource {

  static final ZoneId ZONE = ZoneId.of("Europe/London");

  private volatile Instant now = Instant.EPOCH;

  void set(LocalDateTime time) {
    now = time.atZone(ZONE).toInstant();
  }

  LocalDateTime local() {
    return LocalDateTime.ofInstant(now, ZONE);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
