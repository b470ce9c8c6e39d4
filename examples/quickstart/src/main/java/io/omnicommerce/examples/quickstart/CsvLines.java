package io.omnicommerce.examples.quickstart;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The physical lines of a file; lines that were read too far ahead can be put back. */
final class CsvLines {

  /** The most characters of a line; what is longer is cut, so that no file fills the memory. */
  static final int LENGTH_MAX = 65_536;

  /** Some programs begin a file with it. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final BufferedReader reader;
  private final Deque<CsvLine> putBack = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder(256);
  private long number;
  private boolean afterReturn;

  CsvLines(Reader reader) {
    this.reader = new BufferedReader(reader, 1 << 16);
  }

  Optional<CsvLine> next() throws IOException {
    return putBack.isEmpty() ? read() : Optional.of(putBack.pop());
  }

  /** Puts lines back, so that they are read again in their order. */
  void putBack(List<CsvLine> lines) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      putBack.push(lines.get(i));
    }
  }

  private Optional<CsvLine> read() throws IOException {
    text.setLength(0);
    boolean tooLong = false;
    boolean any = false;
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      if (c == '\n' && afterReturn) {
        afterReturn = false;
        continue;
      }
      afterReturn = c == '\r';
      any = true;
      if (c == '\n' || c == '\r') {
        break;
      }
      if (text.length() < LENGTH_MAX) {
        text.append((char) c);
      } else {
        tooLong = true;
      }
    }
    if (number == 0 && text.indexOf(BYTE_ORDER_MARK) == 0) {
      text.delete(0, 1);
    }
    return any ? Optional.of(new CsvLine(++number, text.toString(), tooLong)) : Optional.empty();
  }
}
