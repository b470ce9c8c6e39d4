package io.omnicommerce.core.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.core.price.PriceFacts.Candidate;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceAnswer;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceRow;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which list, and which row of it, gives a price. */
final class PriceRules {

  /** Most conditions first, then the highest priority; the id last, so that the order is total. */
  static final Comparator<Candidate> PREFERENCE =
      Comparator.comparing(Candidate::list, PriceRules::byRank)
          .thenComparing(candidate -> candidate.list().id());

  private static final Comparator<PriceRow> ROWS =
      Comparator.comparing(PriceRow::from)
          .thenComparing(row -> !row.window().equals(TimeWindow.ALWAYS))
          .thenComparing(row -> row.window().from().orElse(TimeWindow.EARLIEST))
          .thenComparing(row -> row.window().until().orElse(TimeWindow.LATEST), reversed())
          .thenComparing(PriceRow::price, reversed());

  private PriceRules() {}

  /** The lists that count for somebody, somewhere, at a time. */
  static List<PriceList> applying(Collection<PriceList> lists, PriceQuestion question) {
    return lists.stream().filter(list -> applies(list, question)).toList();
  }

  private static boolean applies(PriceList list, PriceQuestion question) {
    return list.currency().equals(question.currency())
        && list.window().contains(question.at())
        && list.conditions().hold(question.channel(), question.location(), question.groups());
  }

  /**
   * @param candidates in the order of {@link #PREFERENCE}
   */
  static Optional<PriceAnswer> select(
      List<Candidate> candidates, Sku sku, Quantity quantity, Instant at) {
    return Optional.ofNullable(best(candidates, quantity, at)).map(best -> best.answer(sku));
  }

  /** The floor of the entry that counts; if no tier is reached, of the one that would count. */
  static Optional<UnitPrice> floor(
      List<Candidate> candidates, Sku sku, Quantity quantity, Instant at) {
    Choice reached = best(candidates, quantity, at);
    Choice best = reached == null ? best(candidates, EVERY_TIER, at) : reached;
    return best == null ? Optional.empty() : best.candidate.entry().floor();
  }

  private static final Quantity EVERY_TIER = Quantity.of(Quantity.UNSCALED_MAX);

  private record Choice(Candidate candidate, PriceRow row) {
    PriceAnswer answer(Sku sku) {
      return new PriceAnswer(sku, row.price(), candidate.list().id(), row.from());
    }
  }

  private static @Nullable Choice best(List<Candidate> candidates, Quantity quantity, Instant at) {
    Choice best = null;
    for (Candidate candidate : candidates) {
      if (best != null && byRank(best.candidate.list(), candidate.list()) != 0) {
        return best;
      }
      PriceRow row = row(candidate.entry(), quantity, at);
      if (row != null && (best == null || row.price().compareTo(best.row.price()) < 0)) {
        best = new Choice(candidate, row);
      }
    }
    return best;
  }

  private static @Nullable PriceRow row(PriceEntry entry, Quantity quantity, Instant at) {
    PriceRow best = null;
    for (PriceRow row : entry.rows()) {
      if (row.from().compareTo(quantity) <= 0
          && row.window().contains(at)
          && (best == null || ROWS.compare(row, best) > 0)) {
        best = row;
      }
    }
    return best;
  }

  private static int byRank(PriceList first, PriceList second) {
    int conditions = Integer.compare(second.conditions().count(), first.conditions().count());
    return conditions != 0 ? conditions : Integer.compare(second.priority(), first.priority());
  }

  private static <T extends Comparable<? super T>> Comparator<T> reversed() {
    return Comparator.reverseOrder();
  }
}
