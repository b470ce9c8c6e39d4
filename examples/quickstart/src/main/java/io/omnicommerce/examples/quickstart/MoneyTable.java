package io.omnicommerce.examples.quickstart;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the money of the files went, line by line. What was carried out stands with the library's
 * own amounts; only what was not carried out stands with the files'.
 */
final class MoneyTable {

  private final Map<String, BigDecimal> lines = new LinkedHashMap<>();

  MoneyTable(Outcomes outcomes, Books books) {
    lines.put("goods of orders", books.booked(OutcomeKind.ORDER_LINE));
    lines.put("charges of orders", books.booked(OutcomeKind.CHARGE));
    lines.put("refunds of returns", books.booked(OutcomeKind.RETURN_LINE));
    lines.put("money adjustments", books.booked(OutcomeKind.CREDIT));
    lines.put("stock adjustments, for which nobody pays", outcomes.of(OutcomeKind.STOCK).value());
    lines.put("refusals", outcomes.of(OutcomeKind.REFUSAL).value());
    lines.put("never paid: reductions by hand, of what came back", books.reductions());
    lines.put("rounding of prices below a penny", books.rounding());
  }

  Map<String, BigDecimal> lines() {
    return lines;
  }

  BigDecimal sum() {
    return lines.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
