package io.omnicommerce.examples.quickstart;

/** Takes what a file gives, in its order. */
interface RowSink {

  void row(Row row);

  void bad(BadRow row);

  /** A line that is no row: an empty one, or a header. */
  void noRow();

  /** Whether the file is to be read on. */
  default boolean wantsMore() {
    return true;
  }
}
