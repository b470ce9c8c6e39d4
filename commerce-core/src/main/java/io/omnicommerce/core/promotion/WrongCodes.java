package io.omnicommerce.core.promotion;

import io.omnicommerce.promotion.AttemptLimit;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The wrong codes that somebody has tried, or that were tried for a cart.
 *
 * @param tried when each was tried first, by the fingerprint of the code
 */
public record WrongCodes(SortedMap<String, Instant> tried) {

  static final WrongCodes NONE = new WrongCodes(Collections.emptySortedMap());

  public WrongCodes {
    tried = Collections.unmodifiableSortedMap(new TreeMap<>(tried));
  }

  /** Without those that are too long ago to count. */
  WrongCodes since(Instant begin) {
    TreeMap<String, Instant> left = new TreeMap<>(tried);
    left.values().removeIf(at -> !at.isAfter(begin));
    return new WrongCodes(left);
  }

  WrongCodes and(String code, Instant now) {
    TreeMap<String, Instant> more = new TreeMap<>(tried);
    more.putIfAbsent(code, now);
    return new WrongCodes(more);
  }

  /** From when on another code may be tried; empty if one may be tried now. */
  Optional<Instant> blockedUntil(AttemptLimit limit) {
    return tried.values().stream()
        .sorted(Comparator.reverseOrder())
        .skip(limit.attempts() - 1L)
        .findFirst()
        .map(at -> at.plus(limit.window()));
  }
}
