package io.omnicommerce.core.promotion;

import io.omnicommerce.common.TimeWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Stretches of time in their order, apart from each other. */
record Spans(List<Span> spans) {

  static final Spans NONE = new Spans(List.of());

  /** From an instant, included, until another, excluded. */
  record Span(Instant from, Instant until) {}

  static Spans of(Instant from, Instant until) {
    return from.isBefore(until) ? new Spans(List.of(new Span(from, until))) : NONE;
  }

  /** Of stretches in their order; those that touch become one. */
  static Spans joined(List<Span> inOrder) {
    List<Span> joined = new ArrayList<>();
    for (Span span : inOrder) {
      int last = joined.size() - 1;
      if (last >= 0 && joined.get(last).until().equals(span.from())) {
        joined.set(last, new Span(joined.get(last).from(), span.until()));
      } else {
        joined.add(span);
      }
    }
    return new Spans(List.copyOf(joined));
  }

  /** When both are. */
  Spans and(Spans other) {
    List<Span> both = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < spans.size() && j < other.spans.size()) {
      Span a = spans.get(i);
      Span b = other.spans.get(j);
      Instant from = a.from().isAfter(b.from()) ? a.from() : b.from();
      Instant until = a.until().isBefore(b.until()) ? a.until() : b.until();
      if (from.isBefore(until)) {
        both.add(new Span(from, until));
      }
      if (a.until().isBefore(b.until())) {
        i++;
      } else {
        j++;
      }
    }
    return new Spans(List.copyOf(both));
  }

  /** When this is not, within a stretch that holds it. */
  Spans not(Instant from, Instant until) {
    List<Span> gaps = new ArrayList<>();
    Instant begin = from;
    for (Span span : spans) {
      if (begin.isBefore(span.from())) {
        gaps.add(new Span(begin, span.from()));
      }
      begin = span.until();
    }
    if (begin.isBefore(until)) {
      gaps.add(new Span(begin, until));
    }
    return new Spans(List.copyOf(gaps));
  }

  List<TimeWindow> windows() {
    return spans.stream().map(span -> TimeWindow.of(span.from(), span.until())).toList();
  }
}
