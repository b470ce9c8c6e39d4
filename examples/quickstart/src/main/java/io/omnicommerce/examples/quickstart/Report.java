package io.omnicommerce.examples.quickstart;

import java.util.Map;

/** Prints what became of everything, in tables. */
final class Report {

  private final Terminal terminal;
  private final Outcomes outcomes;
  private final Books books;

  Report(Terminal terminal, Outcomes outcomes, Books books) {
    this.terminal = terminal;
    this.outcomes = outcomes;
    this.books = books;
  }

  void print(FileTotals files, Checks checks) {
    documents();
    rows(files);
    refusals();
    money(files);
    checks(checks);
    problems();
  }

  private void documents() {
    heading("What the documents became");
    Table table = new Table(3);
    table.line("orders placed, shipped and paid", Terminal.count(books.orders()), "");
    table.line("returns received and refunded", Terminal.count(books.returns()), "");
    table.line("refunds without goods", Terminal.count(books.credits()), "");
    table.line("stock adjustments", Terminal.count(books.adjustments()), "");
    table.line("events relayed from the outbox", Terminal.count(books.events()), "");
    table.print(terminal);
  }

  private void rows(FileTotals files) {
    heading("What the rows became");
    Table table = new Table(4);
    table.line("", "rows", "GBP in the data", "");
    for (OutcomeKind kind : OutcomeKind.values()) {
      Tally tally = outcomes.of(kind);
      table.line(kind.title(), Terminal.count(tally.rows()), Terminal.amount(tally.value()), "");
    }
    table.line("together", Terminal.count(outcomes.rows()), Terminal.amount(outcomes.value()), "");
    table.line(
        "in the data",
        Terminal.count(files.rows()),
        Terminal.amount(files.value()),
        terminal.sign(files.rows() == outcomes.rows()));
    table.print(terminal);
  }

  private void refusals() {
    if (outcomes.refusals().isEmpty()) {
      return;
    }
    heading("What was refused, and why");
    Table table = new Table(4);
    table.line("code", "rows", "GBP", "the first of them");
    for (Map.Entry<String, Tally> one : outcomes.refusals().entrySet()) {
      Tally tally = one.getValue();
      table.line(
          one.getKey(),
          Terminal.count(tally.rows()),
          Terminal.amount(tally.value()),
          tally.example());
    }
    table.print(terminal);
  }

  private void money(FileTotals files) {
    heading("Where the money is");
    MoneyTable money = new MoneyTable(outcomes, books);
    Table table = new Table(3);
    money.lines().forEach((what, amount) -> table.line(what, Terminal.amount(amount), ""));
    table.line("together", Terminal.amount(money.sum()), "");
    table.line(
        "quantity times price in the data",
        Terminal.amount(files.value()),
        terminal.sign(files.value().compareTo(money.sum()) == 0));
    table.print(terminal);
  }

  private void checks(Checks checks) {
    heading("Checks");
    Table table = new Table(3);
    for (Checks.Check check : checks.list()) {
      table.line(check.what(), check.fact(), terminal.sign(check.holds()));
    }
    table.print(terminal);
  }

  private void problems() {
    if (books.failures() > 0) {
      heading("Problems: " + Terminal.count(books.failures()) + ", the first of them");
      books.problems().forEach(problem -> terminal.line("  " + problem));
    }
  }

  private void heading(String text) {
    terminal.line();
    terminal.line(text);
  }
}
