package io.omnicommerce.examples.quickstart;

import io.omnicommerce.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The money as the library says it is, by what the rows became, and what rounding prices below a
 * penny has to explain of the difference to the files.
 */
final class Books {

  private static final int PROBLEMS_MAX = 20;

  private final Map<OutcomeKind, BigDecimal> booked = new EnumMap<>(OutcomeKind.class);
  private final Map<OutcomeKind, BigDecimal> rounding = new EnumMap<>(OutcomeKind.class);
  private final List<String> problems = new ArrayList<>();
  private BigDecimal captured = BigDecimal.ZERO;
  private BigDecimal reductions = BigDecimal.ZERO;
  private long orders;
  private long returns;
  private long credits;
  private long adjustments;
  private long events;
  private long failures;

  void order(Money goods, Money charges, Money paid) {
    orders++;
    book(OutcomeKind.ORDER_LINE, goods.toBigDecimal());
    book(OutcomeKind.CHARGE, charges.toBigDecimal());
    captured = captured.add(paid.toBigDecimal());
  }

  void returned(Money refunded) {
    returns++;
    book(OutcomeKind.RETURN_LINE, refunded.toBigDecimal().negate());
  }

  void credited(Money refunded) {
    credits++;
    book(OutcomeKind.CREDIT, refunded.toBigDecimal().negate());
  }

  void adjusted() {
    adjustments++;
  }

  void relayed(long count) {
    events += count;
  }

  /** What a row is worth beyond whole pennies. */
  void round(OutcomeKind kind, Row row) {
    round(kind, row.value().subtract(row.value().setScale(2, RoundingMode.HALF_UP)));
  }

  void round(OutcomeKind kind, BigDecimal difference) {
    if (difference.signum() != 0) {
      rounding.merge(kind, difference, BigDecimal::add);
    }
  }

  /**
   * What a return gives back less, because the order was reduced by hand and so never paid in full.
   */
  void reduce(BigDecimal difference) {
    reductions = reductions.add(difference);
  }

  BigDecimal reductions() {
    return reductions;
  }

  /** Something that must not happen: a bug here or in the library. */
  void problem(String what) {
    failures++;
    if (problems.size() < PROBLEMS_MAX) {
      problems.add(what);
    }
  }

  private void book(OutcomeKind kind, BigDecimal amount) {
    booked.merge(kind, amount, BigDecimal::add);
  }

  BigDecimal booked(OutcomeKind kind) {
    return booked.getOrDefault(kind, BigDecimal.ZERO);
  }

  BigDecimal rounding(OutcomeKind kind) {
    return rounding.getOrDefault(kind, BigDecimal.ZERO);
  }

  BigDecimal rounding() {
    return rounding.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What was taken from the buyers' cards. */
  BigDecimal captured() {
    return captured;
  }

  long orders() {
    return orders;
  }

  long returns() {
    return returns;
  }

  long credits() {
    return credits;
  }

  long adjustments() {
    return adjustments;
  }

  long events() {
    return events;
  }

  long failures() {
    return failures;
  }

  List<String> problems() {
    return problems;
  }
}
