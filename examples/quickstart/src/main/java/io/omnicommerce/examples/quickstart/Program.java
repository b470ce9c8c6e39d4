package io.omnicommerce.examples.quickstart;

import io.omnicommerce.Commerce;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What the program does, from the first file to the last check. */
final class Program {

  private final Terminal terminal;
  private final Options options;
  private final ReplayClock clock = new ReplayClock();

  Program(Terminal terminal, Options options) {
    this.terminal = terminal;
    this.options = options;
  }

  /** Answers whether everything adds up. */
  boolean run() throws WrongOptionException {
    long begun = System.nanoTime();
    List<Source> sources = Beginning.inOrderOfTime(options.sources());
    Survey survey = survey(sources);
    try (Backend backend = Backend.open(options.storage(), clock)) {
      head(survey, backend);
      Commerce commerce = backend.commerce();
      Checks checks = new ReplayRun(terminal, options, backend, survey).run(commerce, sources);
      took(begun, survey.rows());
      if (options.journey()) {
        journey(commerce, checks);
      }
      return checks.allHold();
    }
  }

  private Survey survey(List<Source> sources) {
    if (!options.quiet()) {
      terminal.over("Reading ...");
    }
    Survey survey = new Survey();
    Feed.read(sources, survey, survey);
    survey.first().ifPresent(clock::set);
    return survey;
  }

  private void head(Survey survey, Backend backend) {
    if (options.quiet()) {
      return;
    }
    terminal.line(
        "Omnicommerce quickstart: a real online shop, replayed through the library's api");
    terminal.line(
        "  data     "
            + (options.data().isEmpty() ? "one week of " : "")
            + "UCI \"Online Retail\", Daqing Chen 2015, doi 10.24432/C5BW33, CC BY 4.0");
    terminal.line("           " + period(survey));
    terminal.line("  storage  " + backend.title());
  }

  private static String period(Survey survey) {
    String rows =
        Terminal.count(survey.rows())
            + " rows, "
            + Terminal.count(survey.documents())
            + " documents, "
            + Terminal.count(survey.skus().size())
            + " SKUs";
    return survey.first().isEmpty() || survey.last().isEmpty()
        ? rows
        : rows
            + ", "
            + survey.first().get().toLocalDate()
            + " to "
            + survey.last().get().toLocalDate();
  }

  private void journey(Commerce commerce, Checks checks) {
    Narrator narrator = new Narrator(terminal);
    narrator.begin("A customer's journey");
    HighStreet shop = new HighStreet(commerce, Backend.freeTenant(commerce, "high-street"));
    new Journey(commerce, shop, clock, narrator).tell(checks);
    terminal.line();
    Checks.Check agreed = checks.last();
    terminal.line(
        "  Stock, order and money agree in all channels: " + terminal.sign(agreed.holds()));
  }

  private void took(long begun, long rows) {
    Duration time = Duration.ofNanos(System.nanoTime() - begun);
    BigDecimal seconds = BigDecimal.valueOf(Math.max(1, time.toMillis()), 3);
    long perSecond = rows * 1000 / Math.max(1, time.toMillis());
    terminal.line();
    terminal.line(
        String.format(
            Locale.ROOT,
            "%,d rows in %.1f s, %,d rows a second, %,d MB of heap at the end",
            rows,
            seconds,
            perSecond,
            heapMegabytes()));
  }

  private static long heapMegabytes() {
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / (1024 * 1024);
  }
}
