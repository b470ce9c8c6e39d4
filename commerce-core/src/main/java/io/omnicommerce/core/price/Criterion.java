package io.omnicommerce.core.price;

import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.price.PriceCandidate.Verdict;
import java.util.Comparator;
import java.util.function.Predicate;

/** One question that tells which of two offers counts, and what is said of the one that loses. */
enum Criterion {
  SPECIAL_LIST_FIRST(Verdict.BEHIND_SPECIAL_LIST, having(Offer::isSpecial)),
  MOST_CONDITIONS(
      Verdict.FEWER_CONDITIONS, (a, b) -> Integer.compare(b.conditions(), a.conditions())),
  HIGHEST_PRIORITY(
      Verdict.LOWER_PRIORITY, (a, b) -> Integer.compare(b.list().priority(), a.list().priority())),
  FOR_GROUP(Verdict.NOT_FOR_GROUP, having(Offer::asksForGroup)),
  FOR_CHANNEL(Verdict.NOT_FOR_CHANNEL, having(Offer::asksForChannel)),
  FOR_COUNTRY(Verdict.NOT_FOR_COUNTRY, having(Offer::asksForCountry)),
  DATED(Verdict.UNDATED, having(Offer::isDated)),
  DATED_ROW(Verdict.UNDATED, having(Offer::isRowDated)),
  HIGHEST_TIER(Verdict.LOWER_TIER, (a, b) -> b.row().from().compareTo(a.row().from())),
  LATEST_BEGINNING(
      Verdict.BEGAN_EARLIER,
      Comparator.comparing(
          (Offer offer) -> offer.row().window().from().orElse(TimeWindow.EARLIEST),
          Comparator.reverseOrder())),
  EARLIEST_END(
      Verdict.ENDS_LATER,
      Comparator.comparing(
          (Offer offer) -> offer.row().window().until().orElse(TimeWindow.LATEST))),
  LOWEST_PRICE(Verdict.HIGHER_PRICE, Comparator.comparing(Offer::price)),
  SMALLEST_LIST_ID(Verdict.LARGER_ID, Comparator.comparing(offer -> offer.list().id())),
  /** Rows with a name first; what it leaves undecided gives one answer. */
  SMALLEST_ROW_ID(
      Verdict.LARGER_ID,
      Comparator.comparing((Offer offer) -> offer.row().id().isEmpty())
          .thenComparing(offer -> offer.row().id().orElse(""))
          .thenComparing(offer -> offer.row().to().orElse(Quantity.of(Quantity.UNSCALED_MAX))));

  private final Verdict verdict;

  @SuppressWarnings("ImmutableEnumChecker") // a comparator without state
  private final Comparator<Offer> order;

  Criterion(Verdict verdict, Comparator<Offer> order) {
    this.verdict = verdict;
    this.order = order;
  }

  /** Below zero if the first counts, above if the second, zero if this does not tell. */
  int compare(Offer first, Offer second) {
    return order.compare(first, second);
  }

  Verdict verdict() {
    return verdict;
  }

  private static Comparator<Offer> having(Predicate<Offer> what) {
    return (a, b) -> Boolean.compare(what.test(b), what.test(a));
  }
}
