package io.omnicommerce.examples.quickstart;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Tells a journey step by step. */
final class Narrator {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.UK);
  private static final int WHERE_WIDTH = 14;

  private final Terminal terminal;
  private int steps;

  Narrator(Terminal terminal) {
    this.terminal = terminal;
  }

  void begin(String title) {
    terminal.line();
    terminal.line(title);
  }

  void step(LocalDateTime at, String where, String what) {
    terminal.line();
    terminal.line("  " + ++steps + ". " + TIME.format(at) + "  " + where + ": " + what);
  }

  void sees(String who, String what) {
    String padded = who + " ".repeat(Math.max(0, WHERE_WIDTH - who.length()));
    terminal.line(Terminal.cut("       " + padded + "sees " + what, Terminal.WIDTH));
  }

  void say(String what) {
    terminal.line();
    terminal.line("  " + ++steps + ". " + what);
  }
}
