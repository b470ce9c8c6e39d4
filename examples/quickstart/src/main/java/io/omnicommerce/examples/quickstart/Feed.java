package io.omnicommerce.examples.quickstart;

import java.util.List;
import java.util.function.Consumer;

/** Some files as a stream of documents; nothing but the documents that are open is kept. */
final class Feed {

  private Feed() {}

  /**
   * Reads the files one after the other.
   *
   * @param documents takes every document with its readable rows
   * @param others takes the bad rows and the lines that are no rows, and sees every row first
   */
  static void read(List<Source> sources, Consumer<Document> documents, RowSink others) {
    Documents gathering = new Documents(documents);
    RowReader reader = new RowReader(new Gathering(gathering, others));
    sources.forEach(reader::read);
    gathering.endAll();
  }

  private record Gathering(Documents documents, RowSink others) implements RowSink {

    @Override
    public void row(Row row) {
      others.row(row);
      documents.add(row);
    }

    @Override
    public void bad(BadRow row) {
      others.bad(row);
    }

    @Override
    public void noRow() {
      others.noRow();
    }
  }
}
