package io.omnicommerce.core.promotion;

import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionRuns;
import io.omnicommerce.promotion.PromotionService;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When promotions run within a stretch of time, in a channel or any. Of a condition is worked out
 * when it may hold and when it must: what looks at a cart may hold always and must never.
 */
final class PromotionCalendar {

  private final Instant from;
  private final Instant until;
  private final Optional<ChannelId> channel;
  private final Spans always;

  private record When(Spans may, Spans must) {}

  PromotionCalendar(Instant from, Instant until, Optional<ChannelId> channel) {
    this.from = from;
    this.until = until;
    this.channel = channel;
    always = Spans.of(from, until);
  }

  /**
   * @throws InvalidInputException {@code window.invalid}, or {@code input.out_of_range} if it is
   *     too long
   */
  static PromotionCalendar of(Instant from, Instant until, Optional<ChannelId> channel) {
    TimeWindow.of(from, until);
    Duration asked = Duration.between(from, until);
    if (asked.compareTo(PromotionService.CALENDAR_MAX) > 0) {
      throw new InvalidInputException(
          InvalidInputException.OUT_OF_RANGE,
          "until",
          until.toString(),
          "must be at most " + PromotionService.CALENDAR_MAX.toDays() + " days after from");
    }
    return new PromotionCalendar(from, until, channel);
  }

  Page<PromotionRuns> page(Session session, PageRequest page) {
    Page<Promotion> looked =
        session.documents().list(PromotionDocuments.PROMOTION, page).map(Stored::value);
    return new Page<>(
        looked.items().stream().map(this::runs).flatMap(Optional::stream).toList(), looked.next());
  }

  /** Empty for a promotion that does not run. */
  Optional<PromotionRuns> runs(Promotion promotion) {
    if (!promotion.enabled()) {
      return Optional.empty();
    }
    List<TimeWindow> runs =
        window(promotion.window()).and(all(promotion.conditions()).may()).windows();
    return runs.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PromotionRuns(
                promotion.id(),
                promotion.title(),
                promotion.stage(),
                promotion.lane(),
                promotion.priority(),
                promotion.onCoupon(),
                runs));
  }

  private Spans window(TimeWindow window) {
    return always.and(Spans.of(window.from().orElse(from), window.until().orElse(until)));
  }

  private When when(Condition condition) {
    if (condition instanceof Condition.During during) {
      return certain(during(during));
    }
    if (condition instanceof Condition.ChannelIn in && channel.isPresent()) {
      return certain(in.channels().contains(channel.get()) ? always : Spans.NONE);
    }
    if (condition instanceof Condition.All all) {
      return all(all.conditions());
    }
    if (condition instanceof Condition.Any any) {
      return any(any.conditions());
    }
    return condition instanceof Condition.Not not
        ? not(when(not.condition()))
        : new When(always, Spans.NONE);
  }

  private static When certain(Spans spans) {
    return new When(spans, spans);
  }

  private When all(List<Condition> conditions) {
    When all = certain(always);
    for (Condition condition : conditions) {
      When one = when(condition);
      all = new When(all.may().and(one.may()), all.must().and(one.must()));
    }
    return all;
  }

  /** One of them holds where not all of them do not. */
  private When any(List<Condition> conditions) {
    List<Condition> opposites = conditions.stream().<Condition>map(Condition.Not::new).toList();
    return not(all(opposites));
  }

  private When not(When when) {
    return new When(when.must().not(from, until), when.may().not(from, until));
  }

  /** Between two changes of the clocks a day's hours lie as the clock shows them. */
  private Spans during(Condition.During during) {
    ZoneRules rules = during.zone().getRules();
    List<Spans.Span> spans = new ArrayList<>();
    Instant begin = from;
    while (begin.isBefore(until)) {
      ZoneOffsetTransition change = rules.nextTransition(begin);
      Instant end =
          change == null || change.getInstant().isAfter(until) ? until : change.getInstant();
      addDays(spans, during, rules.getOffset(begin), Spans.of(begin, end));
      begin = end;
    }
    return Spans.joined(spans);
  }

  private static void addDays(
      List<Spans.Span> spans, Condition.During during, ZoneOffset offset, Spans within) {
    Spans.Span stretch = within.spans().get(0);
    LocalDate last = LocalDateTime.ofInstant(stretch.until(), offset).toLocalDate();
    // Of the day before the first the hours past midnight may lie here.
    LocalDate day = LocalDateTime.ofInstant(stretch.from(), offset).toLocalDate().minusDays(1);
    for (; !day.isAfter(last); day = day.plusDays(1)) {
      if (during.days().isEmpty() || during.days().contains(day.getDayOfWeek())) {
        LocalDate endDay = during.until().isBefore(during.from()) ? day.plusDays(1) : day;
        spans.addAll(
            Spans.of(
                    day.atTime(during.from()).toInstant(offset),
                    endDay.atTime(during.until()).toInstant(offset))
                .and(within)
                .spans());
      }
    }
  }
}
