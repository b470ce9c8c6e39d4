package io.omnicommerce.examples.quickstart;

/** A line on the terminal that shows how far a long work has come; nothing where nobody watches. */
final class ProgressBar {

  private static final int WIDTH = 40;

  private final Terminal terminal;
  private final boolean shown;
  private final String what;
  private final long total;
  private long done;
  private int drawn = -1;

  ProgressBar(Terminal terminal, boolean quiet, String what, long total) {
    this.terminal = terminal;
    this.shown = !quiet;
    this.what = what;
    this.total = Math.max(1, total);
  }

  void step(long more) {
    done += more;
    int percent = (int) Math.min(100, done * 100 / total);
    if (shown && percent != drawn) {
      drawn = percent;
      int full = percent * WIDTH / 100;
      terminal.over(
          what
              + " ["
              + "#".repeat(full)
              + ".".repeat(WIDTH - full)
              + "] "
              + percent
              + " % "
              + Terminal.count(done));
    }
  }

  /** Wipes the line. */
  void end() {
    terminal.wipe();
  }
}
