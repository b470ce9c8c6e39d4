package io.omnicommerce.core.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.money.Currencies;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.PromotionRuns;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The calendar says of every instant what pricing says. */
class PromotionCalendarProperties {

  private static final Currency EUR = Currencies.of("EUR");
  private static final ChannelId WEB = ChannelId.of("web");
  private static final ChannelId APP = ChannelId.of("app");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Around them clocks change in one of the zones. */
  private static final List<Instant> CHANGES =
      List.of(
          Instant.parse("2026-03-29T01:00:00Z"),
          Instant.parse("2026-10-25T01:00:00Z"),
          Instant.parse("2026-03-08T07:00:00Z"),
          Instant.parse("2026-04-04T15:00:00Z"),
          Instant.parse("2026-07-01T12:00:00Z"));

  @Property(tries = 2_000)
  void a_promotion_runs_when_pricing_gives_it_and_only_then(
      @ForAll("times") Condition condition,
      @ForAll("windows") TimeWindow window,
      @ForAll("instants") Instant at) {
    Promotion promotion = promotion(condition, window);

    List<TimeWindow> runs = runs(promotion, at.minus(Duration.ofDays(4)), at.plus(MINUTE), WEB);

    assertThat(runs.stream().anyMatch(run -> run.contains(at))).isEqualTo(isGiven(promotion, at));
  }

  @Property(tries = 500)
  void its_runs_follow_each_other_apart_and_within_what_was_asked_for(
      @ForAll("times") Condition condition, @ForAll("instants") Instant at) {
    Instant from = at.minus(Duration.ofDays(4));

    List<TimeWindow> runs = runs(promotion(condition, TimeWindow.ALWAYS), from, at, WEB);

    Instant before = from.minusNanos(1);
    for (TimeWindow run : runs) {
      assertThat(run.from().orElseThrow()).isAfter(before);
      assertThat(run.until().orElseThrow()).isAfter(run.from().orElseThrow());
      before = run.until().orElseThrow();
    }
    assertThat(before).isBeforeOrEqualTo(at);
  }

  @Property(tries = 500)
  void a_longer_question_has_the_same_answer_where_both_look(
      @ForAll("times") Condition condition, @ForAll("instants") Instant at) {
    Promotion promotion = promotion(condition, TimeWindow.ALWAYS);
    Instant from = at.minus(Duration.ofDays(2));

    List<TimeWindow> longer = runs(promotion, from.minus(Duration.ofDays(5)), at, WEB);

    assertThat(new PromotionCalendar(from, at, Optional.of(WEB)).runs(promotion))
        .map(PromotionRuns::runs)
        .isEqualTo(cut(longer, from, at));
  }

  private static Optional<List<TimeWindow>> cut(List<TimeWindow> runs, Instant from, Instant at) {
    List<Spans.Span> spans =
        runs.stream()
            .map(run -> new Spans.Span(run.from().orElseThrow(), run.until().orElseThrow()))
            .toList();
    List<TimeWindow> cut = new Spans(spans).and(Spans.of(from, at)).windows();
    return cut.isEmpty() ? Optional.empty() : Optional.of(cut);
  }

  @Example
  void an_hour_that_the_clocks_skip_is_no_run_and_one_that_comes_twice_is_two() {
    Condition half =
        new Condition.During(
            Set.of(), LocalTime.of(1, 15), LocalTime.of(1, 45), ZoneId.of("Europe/London"));
    Promotion promotion = promotion(half, TimeWindow.ALWAYS);

    assertThat(
            runs(
                promotion,
                Instant.parse("2026-03-29T00:00:00Z"),
                Instant.parse("2026-03-30T00:00:00Z"),
                WEB))
        .isEmpty();
    assertThat(
            runs(
                promotion,
                Instant.parse("2026-10-25T00:00:00Z"),
                Instant.parse("2026-10-26T00:00:00Z"),
                WEB))
        .containsExactly(
            TimeWindow.of(
                Instant.parse("2026-10-25T00:15:00Z"), Instant.parse("2026-10-25T00:45:00Z")),
            TimeWindow.of(
                Instant.parse("2026-10-25T01:15:00Z"), Instant.parse("2026-10-25T01:45:00Z")));
  }

  @Example
  void what_looks_at_a_cart_may_hold_at_any_time_also_turned_round() {
    Condition rich =
        new Condition.SubtotalAtLeast(Amount.of(Money.of("1000000", EUR)), ItemFilter.ALL);
    Instant from = CHANGES.get(0);
    Instant until = from.plus(MINUTE);
    List<TimeWindow> all = List.of(TimeWindow.of(from, until));

    assertThat(runs(promotion(rich, TimeWindow.ALWAYS), from, until, WEB)).isEqualTo(all);
    assertThat(runs(promotion(new Condition.Not(rich), TimeWindow.ALWAYS), from, until, WEB))
        .isEqualTo(all);
    assertThat(
            runs(
                promotion(
                    new Condition.All(List.of(rich, new Condition.ChannelIn(Set.of(APP)))),
                    TimeWindow.ALWAYS),
                from,
                until,
                WEB))
        .isEmpty();
    assertThat(
            runs(
                promotion(rich, TimeWindow.ALWAYS).toBuilder().enabled(false).build(),
                from,
                until,
                WEB))
        .isEmpty();
  }

  private static List<TimeWindow> runs(
      Promotion promotion, Instant from, Instant until, ChannelId channel) {
    return new PromotionCalendar(from, until, Optional.of(channel))
        .runs(promotion)
        .map(PromotionRuns::runs)
        .orElse(List.of());
  }

  private static boolean isGiven(Promotion promotion, Instant at) {
    Basket.Buyer buyer =
        new Basket.Buyer(
            WEB,
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Set.of(),
            Set.of(),
            0,
            EUR,
            at);
    Basket basket = new Basket(buyer, 1, 0);
    basket.line(0, Sku.of("A"), Set.of(), UnitPrice.of("5", EUR), Quantity.ONE, 500);
    RuleBook book =
        RuleBook.of(
            List.of(promotion),
            List.of(),
            Promotion.Stage.CART,
            HostRules.NONE,
            Conventions.STANDARD);
    AtomicLong taken = new AtomicLong();
    Evaluation.of(book, basket).forEach((who, line, delivery, amount) -> taken.addAndGet(amount));
    return taken.get() > 0;
  }

  private static Promotion promotion(Condition condition, TimeWindow window) {
    return Promotion.of(
            PromotionId.of("p"),
            "P",
            new Benefit.OrderFixed(Amount.of(Money.of("1", EUR)), ItemFilter.ALL))
        .toBuilder()
        .when(condition)
        .window(window)
        .build();
  }

  @Provide
  Arbitrary<Condition> times() {
    Arbitrary<Condition> simple =
        Arbitraries.oneOf(during(), Arbitraries.of(in(WEB), in(APP), in(WEB, APP)));
    Arbitrary<List<Condition>> some = simple.list().ofMinSize(1).ofMaxSize(3);
    return Arbitraries.oneOf(
        simple,
        simple.map(Condition.Not::new),
        some.map(Condition.All::new),
        some.map(Condition.Any::new),
        some.map(list -> new Condition.Not(new Condition.Any(list))),
        some.map(list -> new Condition.Not(new Condition.All(list))));
  }

  private static Condition in(ChannelId... channels) {
    return new Condition.ChannelIn(Set.of(channels));
  }

  private static Arbitrary<Condition> during() {
    Arbitrary<LocalTime> times =
        Arbitraries.integers().between(0, 95).map(n -> LocalTime.ofSecondOfDay(n * 900L));
    Arbitrary<Set<DayOfWeek>> days = Arbitraries.of(DayOfWeek.class).set().ofMaxSize(3);
    Arbitrary<ZoneId> zones =
        Arbitraries.of(
                "Europe/London",
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "Asia/Kathmandu",
                "UTC",
                "Pacific/Apia")
            .map(ZoneId::of);
    return Combinators.combine(days, times, times, zones)
        .filter((on, from, until, zone) -> !from.equals(until))
        .as(Condition.During::new);
  }

  @Provide
  Arbitrary<Instant> instants() {
    return Combinators.combine(
            Arbitraries.of(CHANGES), Arbitraries.integers().between(-2_880, 2_880))
        .as((change, minutes) -> change.plus(MINUTE.multipliedBy(minutes)));
  }

  @Provide
  Arbitrary<TimeWindow> windows() {
    return Arbitraries.oneOf(
        Arbitraries.just(TimeWindow.ALWAYS),
        instants().map(TimeWindow::from),
        instants().map(TimeWindow::until));
  }
}
