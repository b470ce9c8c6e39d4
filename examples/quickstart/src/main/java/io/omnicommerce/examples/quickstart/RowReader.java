package io.omnicommerce.examples.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Reads files row by row and goes on after a bad one. */
final class RowReader {

  static final String BAD_FILE = "file.unreadable";

  private final RowSink sink;
  private long rows;
  private Source source = Source.BUNDLED;
  private RowParser parser = new RowParser(Columns.usual());
  private List<String> header = List.of();
  private long line;

  RowReader(RowSink sink) {
    this.sink = sink;
  }

  /** Reads all there is; where a file breaks off, that is a bad row of its own. */
  void read(Source next) {
    source = next;
    parser = new RowParser(Columns.usual());
    header = List.of();
    line = 0;
    try (InputStream bytes = source.open()) {
      readAll(new CsvReader(new InputStreamReader(bytes, StandardCharsets.UTF_8)));
    } catch (IOException broken) {
      line++;
      bad(BAD_FILE, "the file ends here: " + broken.getMessage());
    }
  }

  private void readAll(CsvReader reader) throws IOException {
    reader.next().ifPresent(this::takeFirst);
    while (sink.wantsMore()) {
      Optional<CsvRecord> next = reader.next();
      if (next.isEmpty()) {
        return;
      }
      take(next.get());
    }
  }

  private void takeFirst(CsvRecord first) {
    Optional<Columns> columns = Columns.ofHeader(first.fields());
    if (columns.isPresent()) {
      parser = new RowParser(columns.get());
      header = first.fields();
    }
    take(first);
  }

  private void take(CsvRecord record) {
    line = record.line();
    // Files that were joined have their headers in the middle.
    if (record.isBlank() || (!header.isEmpty() && record.fields().equals(header))) {
      sink.noRow();
      return;
    }
    try {
      sink.row(parser.parse(record, rows + 1));
      rows++;
    } catch (UnreadableException unreadable) {
      bad(unreadable.code(), String.valueOf(unreadable.getMessage()));
    }
  }

  private void bad(String code, String reason) {
    rows++;
    sink.bad(new BadRow(source.name(), line, code, reason));
  }
}
