package io.omnicommerce.order;

import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.Totals;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A change of what was agreed, after the order was placed. What an order comes to is what it came
 * to when it was placed and all differences of its amendments.
 *
 * @param number its number within the order, from 1
 * @param by who made it, as {@code Actor.label()} writes it
 * @param reason why
 * @param before what the order came to before
 * @param after what it comes to since
 * @param lines the lines that it changed or took out, as they were before
 * @param totals the frozen totals before, if there are others since
 * @param group the ledger's group that holds what it added, or what was meant to come from
 *     elsewhere before
 * @param delivery how it was to reach the customer before, if that is otherwise since
 */
public record Amendment(
    int number,
    Kind kind,
    String by,
    String reason,
    Instant at,
    Money before,
    Money after,
    List<OrderLine> lines,
    Optional<Totals> totals,
    Optional<String> group,
    Optional<DeliveryChoice> delivery) {

  /** What kind of change. */
  public enum Kind {
    /** Some of it is not wanted any more; the prices stay. */
    CANCELLATION,
    /** It was priced anew under the rules that were frozen with it. */
    REPRICING
  }

  public Amendment {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
    Objects.requireNonNull(totals, "totals");
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(delivery, "delivery");
  }

  /** What is due because of it; below zero what is owed to the customer. */
  public Money difference() {
    return after.minus(before);
  }
}
