package io.omnicommerce.core.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.core.Shop;
import io.omnicommerce.money.Money;
import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.PromotionRuns;
import io.omnicommerce.promotion.PromotionService;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PromotionCalendarServiceTest {

  private static final CallContext OFFICE = Shop.staff(PromotionService.EDIT);

  /** A Monday; on the last Sunday of the month clocks go forward. */
  private static final Instant FROM = Instant.parse("2026-03-23T00:00:00Z");

  private static final Instant UNTIL = FROM.plus(Duration.ofDays(14));

  private final Shop shop = Shop.bare();
  private final PromotionService promotions =
      new CorePromotionService(shop.storage(), HostRules.NONE, shop.secrets());

  @Test
  void happy_hours_are_told_as_instants_with_the_change_of_clocks() {
    save(
        promotion("happy").toBuilder()
            .when(
                new Condition.During(
                    Set.of(DayOfWeek.FRIDAY, DayOfWeek.SUNDAY),
                    LocalTime.of(17, 0),
                    LocalTime.of(19, 0),
                    ZoneId.of("Europe/London")))
            .build());

    assertThat(calendar().items())
        .singleElement()
        .satisfies(
            runs -> {
              assertThat(runs.promotion()).isEqualTo(PromotionId.of("happy"));
              assertThat(runs.lane()).isEqualTo(Promotion.STANDARD_LANE);
              assertThat(runs.runs())
                  .containsExactly(
                      window("2026-03-27T17:00:00Z", "2026-03-27T19:00:00Z"),
                      window("2026-03-29T16:00:00Z", "2026-03-29T18:00:00Z"),
                      window("2026-04-03T16:00:00Z", "2026-04-03T18:00:00Z"),
                      window("2026-04-05T16:00:00Z", "2026-04-05T18:00:00Z"));
            });
  }

  @Test
  void what_does_not_run_then_or_there_is_left_out() {
    save(
        promotion("a-past").toBuilder().window(TimeWindow.until(FROM)).build(),
        promotion("b-later").toBuilder().window(TimeWindow.from(UNTIL)).build(),
        promotion("c-off").toBuilder().enabled(false).build(),
        promotion("d-store").toBuilder().when(new Condition.ChannelIn(Set.of(Shop.STORE))).build(),
        promotion("e-coupon").toBuilder().onCoupon(true).build());

    Page<PromotionRuns> web =
        promotions.calendar(OFFICE, FROM, UNTIL, Optional.of(Shop.WEB), PageRequest.first(10));

    assertThat(web.items())
        .singleElement()
        .satisfies(
            runs -> {
              assertThat(runs.promotion()).isEqualTo(PromotionId.of("e-coupon"));
              assertThat(runs.onCoupon()).isTrue();
              assertThat(runs.runs()).containsExactly(TimeWindow.of(FROM, UNTIL));
            });
    assertThat(calendar().items())
        .extracting(runs -> runs.promotion().value())
        .containsExactly("d-store", "e-coupon");
  }

  @Test
  void pages_follow_each_other_in_the_order_of_ids() {
    save(promotion("c"), promotion("a"), promotion("b"));
    List<String> told = new ArrayList<>();
    PageRequest request = PageRequest.first(2);
    Optional<PageRequest> next = Optional.of(request);
    while (next.isPresent()) {
      Page<PromotionRuns> page =
          promotions.calendar(OFFICE, FROM, UNTIL, Optional.empty(), next.get());
      page.items().forEach(runs -> told.add(runs.promotion().value()));
      next = page.next().map(request::next);
    }

    assertThat(told).containsExactly("a", "b", "c");
  }

  @Test
  void a_question_that_cannot_be_right_is_refused() {
    assertThatThrownBy(() -> asked(UNTIL, FROM)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> asked(FROM, FROM.plus(Duration.ofDays(367))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("until");
    assertThatThrownBy(
            () ->
                promotions.calendar(Shop.ADA, FROM, UNTIL, Optional.empty(), PageRequest.first(1)))
        .isInstanceOf(ForbiddenException.class);
  }

  private Page<PromotionRuns> calendar() {
    return asked(FROM, UNTIL);
  }

  private Page<PromotionRuns> asked(Instant from, Instant until) {
    return promotions.calendar(OFFICE, from, until, Optional.empty(), PageRequest.first(10));
  }

  private void save(Promotion... some) {
    promotions.save(OFFICE, List.of(some));
  }

  private static TimeWindow window(String from, String until) {
    return TimeWindow.of(Instant.parse(from), Instant.parse(until));
  }

  private static Promotion promotion(String id) {
    return Promotion.of(
        PromotionId.of(id),
        id,
        new Benefit.OrderFixed(Amount.of(Money.of("1.00", Shop.GBP)), ItemFilter.ALL));
  }
}
