package io.omnicommerce.examples.scenarios.cases;

import java.time.Instant;
import java.time.InstantSource;

/** The library's clock, which stands where a case puts it. */
public final class SceneClock implements InstantSource {

  /** The time of cases that name none. */
  public static final Instant STANDARD = Instant.parse("2024-06-15T12:00:00Z");

  private volatile Instant now = STANDARD;

  public void set(Instant to) {
    now = to;
  }

  @Override
  public Instant instant() {
    return now;
  }
}
