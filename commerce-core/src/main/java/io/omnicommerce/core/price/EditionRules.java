package io.omnicommerce.core.price;

import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.price.PriceService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How editions follow each other. What has counted stays as it was. */
final class EditionRules {

  /**
   * So long an edition that has ended stays beside the present one, so that a process whose clock
   * is behind still finds what counts by it.
   */
  static final Duration KEPT = Duration.ofDays(1);

  /** The most editions that are yet to begin, of one list or entry. */
  static final int PLANNED_MAX = 100;

  /** The most editions of the past, of one list or entry; earlier ones are forgotten. */
  static final int PAST_MAX = 1_000;

  private EditionRules() {}

  /** The edition that counts at an instant; none before the first. */
  static <E extends Edition<?>> Optional<E> at(List<E> editions, Instant at) {
    E found = null;
    for (E edition : editions) {
      if (!edition.since().isAfter(at) && (found == null || isLater(edition, found))) {
        found = edition;
      }
    }
    return Optional.ofNullable(found);
  }

  private static boolean isLater(Edition<?> edition, Edition<?> other) {
    return edition.since().isAfter(other.since());
  }

  /** The edition that counts at an instant; before the first, that one. */
  static <E extends Edition<?>> Optional<E> atOrFirst(List<E> editions, Instant at) {
    Optional<E> found = at(editions, at);
    return found.isPresent() ? found : editions.stream().min(Comparator.comparing(Edition::since));
  }

  /**
   * These editions with another one, which takes the place of one that begins with it. What is
   * known already needs no edition, unless it is a plan: what is before it may change.
   *
   * @throws InvalidInputException {@code price.past_change} for one that begins before now, unless
   *     it is the first
   */
  static <E extends Edition<?>> List<E> with(List<E> editions, E edition, Instant now) {
    TimeWindow.from(edition.since()); // refuses what no store can hold
    if (!edition.since().isAfter(now) && isKnown(editions, edition)) {
      return editions;
    }
    if (edition.since().isBefore(now) && !editions.isEmpty()) {
      throw pastChange(PriceService.PAST_CHANGE, edition.since(), now);
    }
    List<E> more = new ArrayList<>(editions);
    more.removeIf(other -> other.since().equals(edition.since()));
    more.add(edition);
    more.sort(Comparator.comparing(Edition::since));
    if (more.stream().filter(other -> other.since().isAfter(now)).count() > PLANNED_MAX) {
      throw new LimitExceededException(
          PriceService.LIMIT_EXCEEDED, "plannedMax", PLANNED_MAX, "Plan fewer changes ahead.");
    }
    return more;
  }

  private static <E extends Edition<?>> boolean isKnown(List<E> editions, E edition) {
    return at(editions, edition.since())
        .filter(known -> known.value().equals(edition.value()))
        .isPresent();
  }

  private static InvalidInputException pastChange(ErrorCode code, Instant from, Instant now) {
    return new InvalidInputException(
        code, "from", from.toString(), "may not be before now, which is " + now);
  }

  /** Those that have ended so long ago that only questions about the past look at them. */
  static <E extends Edition<?>> List<E> ended(List<E> editions, Instant now) {
    List<E> ended = new ArrayList<>();
    for (int i = 0; i + 1 < editions.size(); i++) {
      if (!editions.get(i + 1).since().isAfter(now.minus(KEPT))) {
        ended.add(editions.get(i));
      }
    }
    return ended;
  }

  /** Both, without the earliest of too many. */
  static <E extends Edition<?>> List<E> past(List<E> known, List<E> ended) {
    List<E> both = new ArrayList<>(known);
    both.addAll(ended);
    return both.size() <= PAST_MAX ? both : both.subList(both.size() - PAST_MAX, both.size());
  }
}
