package io.omnicommerce.promotion;

import java.time.Duration;
import java.util.Objects;

/**
 * How many different wrong codes somebody may try, so that codes cannot be guessed. Counted for the
 * caller (a customer, a guest's session, a clerk) and for the cart; whoever has tried so many is
 * refused every code, also a right one, until the oldest of them is longer ago than the window. The
 * same wrong code again is no guess and not counted.
 *
 * <p>A guest may begin a new session: how many of them one may begin is the host's to limit.
 *
 * @param attempts 1 to {@value #ATTEMPTS_MAX}
 * @param window one second to a week
 */
public record AttemptLimit(int attempts, Duration window) {

  /** The most attempts that a limit can allow. */
  public static final int ATTEMPTS_MAX = 1_000;

  /** The longest window. */
  public static final Duration WINDOW_MAX = Duration.ofDays(7);

  /** Ten wrong codes in ten minutes. */
  public static final AttemptLimit STANDARD = new AttemptLimit(10, Duration.ofMinutes(10));

  public AttemptLimit {
    Objects.requireNonNull(window, "window");
    if (attempts < 1 || attempts > ATTEMPTS_MAX) {
      throw Promotion.invalid("attempts", attempts, "must be from 1 to " + ATTEMPTS_MAX);
    }
    if (window.compareTo(Duration.ofSeconds(1)) < 0 || window.compareTo(WINDOW_MAX) > 0) {
      throw Promotion.invalid("window", window, "must be from a second to a week");
    }
  }
}
