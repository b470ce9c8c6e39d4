package io.omnicommerce.examples.quickstart;

/** Says which rows could not be read and why, as they come, and counts them all. */
final class BadRows {

  /** How many are said; all are counted. */
  static final int SAID_MAX = 1_000;

  private final Terminal terminal;
  private final Outcomes outcomes;
  private long count;

  BadRows(Terminal terminal, Outcomes outcomes) {
    this.terminal = terminal;
    this.outcomes = outcomes;
  }

  void accept(BadRow row) {
    outcomes.add(row);
    count++;
    if (count <= SAID_MAX) {
      terminal.line(row.toString());
    } else if (count == SAID_MAX + 1) {
      terminal.line("... and more, which are counted only");
    }
  }
}
