package io.omnicommerce.examples.quickstart;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a CSV file record by record. A broken record costs one line: if its quotes do not close, or
 * close in another record, reading goes on with the line after its first.
 */
final class CsvReader {

  /** The most lines over which a quoted field is followed. */
  static final int RECORD_LINES_MAX = 10;

  private final CsvLines lines;
  private int width;

  CsvReader(Reader reader) {
    lines = new CsvLines(reader);
  }

  Optional<CsvRecord> next() throws IOException {
    Optional<CsvLine> first = lines.next();
    return first.isPresent() ? Optional.of(recordFrom(first.get())) : Optional.empty();
  }

  private CsvRecord recordFrom(CsvLine first) throws IOException {
    if (first.tooLong()) {
      return CsvRecord.broken(
          first.number(), "the line has more than " + CsvLines.LENGTH_MAX + " characters");
    }
    CsvFields fields = CsvFields.of(first.text());
    return switch (fields.end()) {
      case WHOLE -> whole(first, fields);
      case AFTER_QUOTES ->
          CsvRecord.broken(first.number(), "something other than a comma follows a closing quote");
      case WITHIN_QUOTES -> overSeveralLines(first);
    };
  }

  private CsvRecord whole(CsvLine first, CsvFields fields) {
    width = width == 0 ? fields.list().size() : width;
    return CsvRecord.of(first.number(), fields.list());
  }

  private CsvRecord overSeveralLines(CsvLine first) throws IOException {
    List<CsvLine> ahead = new ArrayList<>();
    StringBuilder text = new StringBuilder(first.text());
    CsvFields fields = CsvFields.of(first.text());
    while (fields.end() == CsvFields.End.WITHIN_QUOTES && ahead.size() < RECORD_LINES_MAX - 1) {
      Optional<CsvLine> next = lines.next();
      if (next.isEmpty() || next.get().tooLong()) {
        next.ifPresent(ahead::add);
        break;
      }
      ahead.add(next.get());
      fields = CsvFields.of(text.append('\n').append(next.get().text()).toString());
    }
    if (fields.end() == CsvFields.End.WHOLE && isAsWideAsTheOthers(fields)) {
      return CsvRecord.of(first.number(), fields.list());
    }
    lines.putBack(ahead);
    return CsvRecord.broken(first.number(), "a quote is opened and not closed");
  }

  private boolean isAsWideAsTheOthers(CsvFields fields) {
    return width == 0 || fields.list().size() == width;
  }
}
