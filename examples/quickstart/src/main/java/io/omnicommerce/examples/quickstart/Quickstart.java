package io.omnicommerce.examples.quickstart;

/** Runs a real shop's sales through the library, and tells a customer's journey. */
public final class Quickstart {

  private static final int WRONG = 1;
  private static final int MISUSED = 2;

  private Quickstart() {}

  /** Runs the example and prints what it does. */
  public static void main(String[] args) {
    int status = run(Terminal.standard(), args);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** Everything but the end of the process: 0 if all adds up, 1 if not, 2 if it cannot be done. */
  static int run(Terminal terminal, String... args) {
    try {
      Options options = OptionsParser.parse(args);
      if (options.help()) {
        Options.HELP.forEach(terminal::line);
        return 0;
      }
      return new Program(terminal, options).run() ? 0 : WRONG;
    } catch (WrongOptionException wrong) {
      terminal.line(wrong.getMessage() + ". See --help.");
      return MISUSED;
    } catch (RuntimeException broken) {
      terminal.line("It broke: " + broken);
      return WRONG;
    }
  }
}
