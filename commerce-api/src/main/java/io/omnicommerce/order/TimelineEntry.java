package io.omnicommerce.order;

import io.omnicommerce.common.Reference;
import java.time.Instant;
import java.util.Objects;

/**
 * Something that happened around an order.
 *
 * @param subject to what: the order, a payment, a job, a return, a note
 * @param what what happened: {@code placed}, {@code capture}, {@code shipped}
 * @param by who caused it, as {@code Actor.label()} writes it; empty where that is not known
 * @param detail what exactly; may be empty
 */
public record TimelineEntry(Instant at, Reference subject, String what, String by, String detail) {

  public TimelineEntry {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(detail, "detail");
  }
}
