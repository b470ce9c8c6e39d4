package io.omnicommerce.core.price;

import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.price.PriceCandidate.Verdict;
import io.omnicommerce.price.PriceRow;
import java.time.Instant;

/** One question that tells which of two offers counts, and what is said of the one that loses. */
enum Criterion {
  SPECIAL_LIST_FIRST(Verdict.BEHIND_SPECIAL_LIST),
  MOST_CONDITIONS(Verdict.FEWER_CONDITIONS),
  HIGHEST_PRIORITY(Verdict.LOWER_PRIORITY),
  FOR_GROUP(Verdict.NOT_FOR_GROUP),
  FOR_CHANNEL(Verdict.NOT_FOR_CHANNEL),
  FOR_COUNTRY(Verdict.NOT_FOR_COUNTRY),
  DATED(Verdict.UNDATED),
  DATED_ROW(Verdict.UNDATED),
  HIGHEST_TIER(Verdict.LOWER_TIER),
  LATEST_BEGINNING(Verdict.BEGAN_EARLIER),
  EARLIEST_END(Verdict.ENDS_LATER),
  LOWEST_PRICE(Verdict.HIGHER_PRICE),
  SMALLEST_LIST_ID(Verdict.LARGER_ID),
  /** Rows with a name first; what it leaves undecided gives one answer. */
  SMALLEST_ROW_ID(Verdict.LARGER_ID);

  private final Verdict verdict;

  Criterion(Verdict verdict) {
    this.verdict = verdict;
  }

  /** Below zero if the first counts, above if the second, zero if this does not tell. */
  int compare(Offer first, Offer second) {
    return switch (this) {
      case SPECIAL_LIST_FIRST -> Boolean.compare(second.isSpecial(), first.isSpecial());
      case MOST_CONDITIONS -> Integer.compare(second.conditions(), first.conditions());
      case HIGHEST_PRIORITY -> Integer.compare(second.list().priority(), first.list().priority());
      case FOR_GROUP -> Boolean.compare(second.asksForGroup(), first.asksForGroup());
      case FOR_CHANNEL -> Boolean.compare(second.asksForChannel(), first.asksForChannel());
      case FOR_COUNTRY -> Boolean.compare(second.asksForCountry(), first.asksForCountry());
      case DATED -> Boolean.compare(second.isDated(), first.isDated());
      case DATED_ROW -> Boolean.compare(second.isRowDated(), first.isRowDated());
      case HIGHEST_TIER -> second.row().from().compareTo(first.row().from());
      case LATEST_BEGINNING -> from(second).compareTo(from(first));
      case EARLIEST_END -> until(first).compareTo(until(second));
      case LOWEST_PRICE -> first.price().compareTo(second.price());
      case SMALLEST_LIST_ID -> first.list().id().compareTo(second.list().id());
      case SMALLEST_ROW_ID -> compareRows(first.row(), second.row());
    };
  }

  private static Instant from(Offer offer) {
    return offer.row().window().from().orElse(TimeWindow.EARLIEST);
  }

  private static Instant until(Offer offer) {
    return offer.row().window().until().orElse(TimeWindow.LATEST);
  }

  private static int compareRows(PriceRow first, PriceRow second) {
    int order = Boolean.compare(first.id().isEmpty(), second.id().isEmpty());
    order = order != 0 ? order : first.id().orElse("").compareTo(second.id().orElse(""));
    return order != 0 ? order : to(first).compareTo(to(second));
  }

  private static Quantity to(PriceRow row) {
    return row.to().orElse(Quantity.of(Quantity.UNSCALED_MAX));
  }

  Verdict verdict() {
    return verdict;
  }
}
