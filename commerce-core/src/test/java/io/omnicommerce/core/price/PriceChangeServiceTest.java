package io.omnicommerce.core.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.core.Shop;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceConditions;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.price.PriceQuery;
import io.omnicommerce.price.PriceService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Changes of prices, planned and past; the shop's base price of a red mug is 4.99 from START. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PriceChangeServiceTest {

  private static final CallContext OFFICE = Shop.staff(PriceService.EDIT);
  private static final Instant FRIDAY = Instant.parse("2026-03-06T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private final Shop shop = Shop.open();
  private final PriceService prices = shop.prices();

  @Test
  void P22_R11_a_change_saved_now_for_friday_counts_from_friday_on_everywhere_with_no_job() {
    from(FRIDAY, "3.99");

    assertThat(price()).isEqualTo("GBP 4.99");
    assertThat(priceAt(FRIDAY.minusNanos(1))).isEqualTo("GBP 4.99");
    assertThat(priceAt(FRIDAY)).isEqualTo("GBP 3.99");
    shop.clock().advance(Duration.between(Shop.START, FRIDAY).minusNanos(1));
    assertThat(price()).isEqualTo("GBP 4.99");
    shop.clock().advance(Duration.ofNanos(1));
    assertThat(price()).isEqualTo("GBP 3.99");
    assertThat(prices.prices(Shop.ADA_IN_APP, mug()).get(Shop.MUG_RED).price())
        .isEqualTo(gbp("3.99"));
  }

  @Test
  void what_was_can_still_be_asked_after_a_change() {
    shop.clock().advance(DAY);
    shop.price(Shop.MUG_RED, "6.00");

    assertThat(price()).isEqualTo("GBP 6.00");
    assertThat(priceAt(Shop.START)).isEqualTo("GBP 4.99");
    assertThat(priceAt(Shop.START.plus(DAY).minusNanos(1))).isEqualTo("GBP 4.99");
    assertThat(priceAt(Shop.START.plus(DAY))).isEqualTo("GBP 6.00");
  }

  @Test
  void what_was_long_ago_can_still_be_asked_after_many_changes() {
    for (int day = 1; day <= 40; day++) {
      shop.clock().advance(DAY);
      shop.price(Shop.MUG_RED, day + ".00");
    }

    for (int day = 1; day <= 40; day++) {
      assertThat(priceAt(Shop.START.plus(DAY.multipliedBy(day)))).isEqualTo("GBP " + day + ".00");
    }
    assertThat(prices.changes(OFFICE, Shop.BASE, Shop.MUG_RED)).hasSize(41);
  }

  @Test
  void before_anything_was_known_there_was_no_price() {
    assertThat(prices.prices(Shop.ADA, mug().asOf(Shop.START.minusNanos(1)))).isEmpty();
  }

  @Test
  void a_first_entry_may_begin_in_the_past_so_that_what_is_imported_can_be_asked() {
    PriceListId imported = PriceListId.of("imported");
    Instant then = Instant.parse("2020-01-01T00:00:00Z");
    prices.save(OFFICE, PriceList.base(imported, Shop.GBP).withPriority(1), then);
    prices.save(OFFICE, List.of(PriceEntry.of(imported, Shop.MUG_RED, gbp("2.00"))), then);

    assertThat(priceAt(then)).isEqualTo("GBP 2.00");
    assertThat(prices.prices(Shop.ADA, mug().asOf(then.minusNanos(1)))).isEmpty();
  }

  @Test
  void what_has_counted_is_never_changed() {
    assertThatThrownBy(() -> from(Shop.START.minusNanos(1), "0.01"))
        .isInstanceOf(InvalidInputException.class)
        .extracting(thrown -> ((CommerceException) thrown).code())
        .isEqualTo(PriceService.PAST_CHANGE);
    PriceList base = PriceList.base(Shop.BASE, Shop.GBP).withPriority(2);
    assertThatThrownBy(() -> prices.save(OFFICE, base, Shop.START.minusNanos(1)))
        .isInstanceOf(InvalidInputException.class);
    assertThat(price()).isEqualTo("GBP 4.99");
  }

  @Test
  void to_say_of_the_past_what_is_known_of_it_is_no_change() {
    shop.clock().advance(DAY);

    from(Shop.START, "4.99");

    assertThat(prices.changes(OFFICE, Shop.BASE, Shop.MUG_RED)).containsOnlyKeys(Shop.START);
  }

  @Test
  void a_planned_change_may_be_planned_anew_and_one_in_between_leaves_it() {
    from(FRIDAY, "3.99");
    from(FRIDAY, "3.49");
    from(FRIDAY.minus(DAY), "5.49");
    shop.price(Shop.MUG_RED, "5.00");

    assertThat(price()).isEqualTo("GBP 5.00");
    assertThat(priceAt(FRIDAY.minus(DAY))).isEqualTo("GBP 5.49");
    assertThat(priceAt(FRIDAY)).isEqualTo("GBP 3.49");
    assertThat(prices.changes(OFFICE, Shop.BASE, Shop.MUG_RED))
        .containsOnlyKeys(Shop.START, FRIDAY.minus(DAY), FRIDAY);
  }

  @Test
  void an_entry_that_says_what_is_known_changes_nothing() {
    String before = shop.dump();
    shop.clock().advance(DAY);

    shop.price(Shop.MUG_RED, "4.99");

    assertThat(shop.dump()).isEqualTo(before);
    assertThat(prices.changes(OFFICE, Shop.BASE, Shop.MUG_RED)).containsOnlyKeys(Shop.START);
  }

  @Test
  void a_plan_is_kept_though_it_says_what_counts_anyhow_for_that_may_change_before() {
    from(FRIDAY, "4.99");

    shop.price(Shop.MUG_RED, "6.00");

    assertThat(price()).isEqualTo("GBP 6.00");
    assertThat(priceAt(FRIDAY)).isEqualTo("GBP 4.99");
  }

  @Test
  void a_list_changes_from_an_instant_on_as_well() {
    PriceListId trade = PriceListId.of("trade");
    PriceList closed = PriceList.base(trade, Shop.GBP).withPriority(1);
    prices.save(OFFICE, closed.withConditions(PriceConditions.groups("trade")));
    shop.price(PriceEntry.of(trade, Shop.MUG_RED, gbp("2.00")));

    prices.save(OFFICE, closed, FRIDAY);

    assertThat(price()).isEqualTo("GBP 4.99");
    assertThat(priceAt(FRIDAY)).isEqualTo("GBP 2.00");
    assertThat(prices.changes(OFFICE, trade)).containsOnlyKeys(Shop.START, FRIDAY);
    assertThat(prices.lists(OFFICE))
        .contains(closed.withConditions(PriceConditions.groups("trade")))
        .doesNotContain(closed);
  }

  @Test
  void a_list_that_is_yet_to_begin_is_shown_as_it_will_be() {
    PriceList summer = PriceList.base(PriceListId.of("summer"), Shop.GBP);
    prices.save(OFFICE, summer, FRIDAY);

    assertThat(prices.lists(OFFICE)).contains(summer);
  }

  @Test
  void a_process_whose_clock_is_behind_still_finds_its_price() {
    shop.clock().advance(DAY.dividedBy(2));
    shop.price(Shop.MUG_RED, "6.00");
    shop.clock().advance(Duration.ofMillis(1));
    shop.price(Shop.MUG_RED, "7.00");

    shop.clock().advance(Duration.ofMillis(-2));

    assertThat(price()).isEqualTo("GBP 4.99");
  }

  @Test
  void changes_are_for_who_may_view_price_lists() {
    assertThatThrownBy(() -> prices.changes(Shop.ADA, Shop.BASE))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> prices.changes(Shop.ADA, Shop.BASE, Shop.MUG_RED))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(
            () ->
                prices.save(
                    Shop.ADA, List.of(PriceEntry.of(Shop.BASE, Shop.BOOK, gbp("1"))), FRIDAY))
        .isInstanceOf(ForbiddenException.class);
  }

  @Test
  void abuse_52_a_change_from_an_instant_beyond_all_calendars_is_refused() {
    for (Instant beyond : List.of(Instant.MIN, Instant.MAX)) {
      assertThatThrownBy(() -> from(beyond, "1.00"))
          .isInstanceOf(CommerceException.class)
          .extracting(thrown -> ((CommerceException) thrown).code())
          .isEqualTo(TimeWindow.INVALID);
    }
  }

  @Test
  void so_many_changes_are_planned_and_no_more() {
    for (int i = 1; i <= 100; i++) {
      from(Shop.START.plusSeconds(i), i + ".00");
    }

    assertThatThrownBy(() -> from(FRIDAY, "1.00"))
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining("plannedMax = 100");
  }

  private void from(Instant from, String price) {
    prices.save(OFFICE, List.of(PriceEntry.of(Shop.BASE, Shop.MUG_RED, gbp(price))), from);
  }

  private String price() {
    return prices.prices(Shop.ADA, mug()).get(Shop.MUG_RED).price().toString();
  }

  private String priceAt(Instant at) {
    return prices.prices(Shop.ADA, mug().asOf(at)).get(Shop.MUG_RED).price().toString();
  }

  private static PriceQuery mug() {
    return PriceQuery.of(Shop.GBP, Shop.MUG_RED);
  }

  private static UnitPrice gbp(String price) {
    return UnitPrice.of(price, Shop.GBP);
  }
}
