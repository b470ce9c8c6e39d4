package io.omnicommerce.core.price;

import static io.omnicommerce.core.price.Criterion.DATED;
import static io.omnicommerce.core.price.Criterion.DATED_ROW;
import static io.omnicommerce.core.price.Criterion.EARLIEST_END;
import static io.omnicommerce.core.price.Criterion.FOR_CHANNEL;
import static io.omnicommerce.core.price.Criterion.FOR_COUNTRY;
import static io.omnicommerce.core.price.Criterion.FOR_GROUP;
import static io.omnicommerce.core.price.Criterion.HIGHEST_PRIORITY;
import static io.omnicommerce.core.price.Criterion.HIGHEST_TIER;
import static io.omnicommerce.core.price.Criterion.LATEST_BEGINNING;
import static io.omnicommerce.core.price.Criterion.LOWEST_PRICE;
import static io.omnicommerce.core.price.Criterion.MOST_CONDITIONS;
import static io.omnicommerce.core.price.Criterion.SMALLEST_LIST_ID;
import static io.omnicommerce.core.price.Criterion.SMALLEST_ROW_ID;
import static io.omnicommerce.core.price.Criterion.SPECIAL_LIST_FIRST;

import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Convention.PriceLists;
import io.omnicommerce.channel.Conventions;

/**
 * The convention {@code price_selection}: first each list names one of its rows, then the lists are
 * compared. The names are those of the convention's values.
 */
@SuppressWarnings("ImmutableEnumChecker") // preferences have no setters
enum Selection {
  MOST_SPECIFIC(
      rows(MOST_CONDITIONS),
      lists(MOST_CONDITIONS, HIGHEST_PRIORITY, LOWEST_PRICE, SMALLEST_LIST_ID)),
  LIST_PRIORITY(
      rows(MOST_CONDITIONS),
      lists(HIGHEST_PRIORITY, MOST_CONDITIONS, LOWEST_PRICE, SMALLEST_LIST_ID)),
  GROUP_CHANNEL_COUNTRY(
      rows(FOR_GROUP, FOR_CHANNEL, FOR_COUNTRY, MOST_CONDITIONS),
      lists(
          FOR_GROUP,
          FOR_CHANNEL,
          FOR_COUNTRY,
          DATED,
          MOST_CONDITIONS,
          HIGHEST_PRIORITY,
          LOWEST_PRICE,
          SMALLEST_LIST_ID)),
  DATED_FIRST(
      rows(DATED_ROW, MOST_CONDITIONS),
      lists(DATED, MOST_CONDITIONS, HIGHEST_PRIORITY, LOWEST_PRICE, SMALLEST_LIST_ID)),
  LOWEST(
      rows(LOWEST_PRICE, MOST_CONDITIONS),
      lists(LOWEST_PRICE, HIGHEST_PRIORITY, MOST_CONDITIONS, SMALLEST_LIST_ID));

  private final Preference rows;
  private final Preference alongside;
  private final Preference beforeBase;

  Selection(Preference rows, Preference lists) {
    this.rows = rows;
    this.alongside = lists;
    this.beforeBase = lists.after(SPECIAL_LIST_FIRST);
  }

  static Selection of(Conventions conventions) {
    return valueOf(conventions.get(Convention.PRICE_SELECTION).name());
  }

  /** Which row of a list counts. */
  Preference rows() {
    return rows;
  }

  /** Which list counts. */
  Preference lists(Conventions conventions) {
    return conventions.get(Convention.PRICE_LISTS) == PriceLists.BEFORE_BASE
        ? beforeBase
        : alongside;
  }

  /** What tells the rows of a list apart at last, however the policy begins. */
  private static Preference rows(Criterion... first) {
    Preference preference =
        new Preference(
            HIGHEST_TIER, DATED_ROW, LATEST_BEGINNING, EARLIEST_END, LOWEST_PRICE, SMALLEST_ROW_ID);
    for (int i = first.length - 1; i >= 0; i--) {
      preference = preference.after(first[i]);
    }
    return preference;
  }

  private static Preference lists(Criterion... criteria) {
    return new Preference(criteria);
  }
}
