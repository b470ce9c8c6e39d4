package io.omnicommerce.examples.quickstart;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Where the program writes, and what its words look like there. */
final class Terminal {

  /** The widest line it prints. */
  static final int WIDTH = 100;

  private final PrintStream out;
  private final boolean interactive;
  private final boolean signs;
  private int written;

  private Terminal(PrintStream out, boolean interactive, boolean signs) {
    this.out = out;
    this.interactive = interactive;
    this.signs = signs;
  }

  /** The terminal or file that the program's output goes to. */
  @SuppressWarnings("SystemConsoleNull") // from JDK 22 on there always is one: then TERM decides
  static Terminal standard() {
    return new Terminal(
        System.out,
        System.console() != null && System.getenv("TERM") != null,
        Charset.defaultCharset().equals(StandardCharsets.UTF_8));
  }

  /** Something that is not a terminal. */
  static Terminal to(PrintStream out) {
    return new Terminal(out, false, false);
  }

  void line(String text) {
    wipe();
    out.println(text);
  }

  void line() {
    line("");
  }

  /** Writes a line that the next one takes the place of; only where somebody watches. */
  void over(String text) {
    if (interactive) {
      wipe();
      out.print(text);
      out.flush();
      written = text.length();
    }
  }

  /** Takes away what was written by {@link #over}. */
  void wipe() {
    if (written > 0) {
      out.print('\r' + " ".repeat(written) + '\r');
      written = 0;
    }
  }

  String sign(boolean right) {
    return right ? (signs ? "✓" : "ok") : (signs ? "✗ WRONG" : "WRONG");
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** With as many decimals as it needs, at least two. */
  static String amount(BigDecimal pounds) {
    BigDecimal plain = pounds.stripTrailingZeros();
    return String.format(Locale.ROOT, "%,." + Math.max(2, plain.scale()) + "f", plain);
  }

  /** A text that is cut where a line ends. */
  static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, Math.max(0, width - 3)) + "...";
  }
}
