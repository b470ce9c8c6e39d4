package io.omnicommerce.examples.quickstart;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;

/** Reads the command line. */
final class OptionsParser {

  private static final long STOCK_MAX = 1_000_000_000L;

  private final Deque<String> words = new ArrayDeque<>();
  private final List<Path> data = new ArrayList<>();
  private OptionalLong stock = OptionalLong.empty();
  private String storage = "memory";
  private boolean journey = true;
  private boolean quiet;
  private boolean help;

  private OptionsParser(String... args) {
    for (String arg : args) {
      int equals = arg.startsWith("--") ? arg.indexOf('=') : -1;
      if (equals > 0) {
        words.add(arg.substring(0, equals));
        words.add(arg.substring(equals + 1));
      } else {
        words.add(arg);
      }
    }
  }

  static Options parse(String... args) throws WrongOptionException {
    return new OptionsParser(args).parse();
  }

  private Options parse() throws WrongOptionException {
    while (!words.isEmpty()) {
      option(words.pop());
    }
    return new Options(data, stock, storage, journey, quiet, help);
  }

  private void option(String word) throws WrongOptionException {
    switch (word) {
      case "--data" -> files();
      case "--stock" -> stock = OptionalLong.of(stock(value(word)));
      case "--storage" -> storage = storage(value(word));
      case "--no-journey" -> journey = false;
      case "--quiet" -> quiet = true;
      case "--help", "-h" -> help = true;
      default -> throw new WrongOptionException("There is no option " + word);
    }
  }

  private void files() throws WrongOptionException {
    data.add(file(value("--data")));
    while (!words.isEmpty() && !words.peek().startsWith("--")) {
      data.add(file(words.pop()));
    }
  }

  private String value(String option) throws WrongOptionException {
    if (words.isEmpty() || words.peek().startsWith("--")) {
      throw new WrongOptionException(option + " needs a value");
    }
    return words.pop();
  }

  private static Path file(String name) throws WrongOptionException {
    try {
      Path path = Path.of(name);
      if (Files.isRegularFile(path) && Files.isReadable(path)) {
        return path;
      }
    } catch (InvalidPathException notOne) {
      throw new WrongOptionException(name + " is not the name of a file");
    }
    throw new WrongOptionException(name + " is not a file that can be read");
  }

  private static long stock(String text) throws WrongOptionException {
    if (text.matches("[0-9]{1,10}") && Long.parseLong(text) <= STOCK_MAX) {
      return Long.parseLong(text);
    }
    throw new WrongOptionException("--stock takes a number from 0 to " + STOCK_MAX);
  }

  private static String storage(String text) throws WrongOptionException {
    if (text.equals("memory") || text.equals("h2") || text.startsWith("jdbc:")) {
      return text;
    }
    throw new WrongOptionException("--storage takes memory, h2 or an address jdbc:...");
  }
}
