package io.omnicommerce.examples.quickstart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What has to add up, and whether it does. */
final class Checks {

  /** One thing that has to hold. */
  record Check(String what, String fact, boolean holds) {}

  private final List<Check> checks = new ArrayList<>();

  void add(String what, String fact, boolean holds) {
    checks.add(new Check(what, fact, holds));
  }

  List<Check> list() {
    return checks;
  }

  Check last() {
    return checks.get(checks.size() - 1);
  }

  boolean allHold() {
    return checks.stream().allMatch(Check::holds);
  }

  /** The rows of the files against the outcomes, and the money of the files against the books. */
  static Checks of(FileTotals files, Outcomes outcomes, Books books) {
    Checks checks = new Checks();
    checks.add(
        "rows",
        Terminal.count(files.rows())
            + " in the data, "
            + Terminal.count(outcomes.rows())
            + " with an outcome",
        files.rows() == outcomes.rows());
    BigDecimal explained = new MoneyTable(outcomes, books).sum();
    checks.add(
        "money",
        Terminal.amount(files.value())
            + " in the data, "
            + Terminal.amount(explained)
            + " accounted for",
        files.value().compareTo(explained) == 0);
    BigDecimal ordered = books.booked(OutcomeKind.ORDER_LINE).add(books.booked(OutcomeKind.CHARGE));
    checks.add(
        "cards",
        Terminal.amount(books.captured()) + " taken for orders of " + Terminal.amount(ordered),
        books.captured().compareTo(ordered) == 0);
    return checks;
  }
}
