package io.omnicommerce.examples.quickstart;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A file of rows, plain or gzipped.
 *
 * @param name what it is called in messages
 */
record Source(String name, Opening opening) {

  /** Opens the file at its beginning. */
  @FunctionalInterface
  interface Opening {
    InputStream open() throws IOException;
  }

  /** The week that this program carries. */
  static final Source BUNDLED =
      new Source("online-retail-week.csv.gz", () -> resource("online-retail-week.csv.gz"));

  static Source file(Path path) {
    return new Source(
        path.getFileName() == null ? path.toString() : path.getFileName().toString(),
        () -> Files.newInputStream(path));
  }

  /** The file's text; whether it is gzipped, its first two bytes say. */
  InputStream open() throws IOException {
    InputStream bytes = new BufferedInputStream(opening.open(), 1 << 16);
    try {
      bytes.mark(2);
      int first = bytes.read();
      int second = bytes.read();
      bytes.reset();
      return first == 0x1f && second == 0x8b ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    } catch (IOException failed) {
      bytes.close();
      throw failed;
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream found = Source.class.getResourceAsStream(name);
    if (found == null) {
      throw new FileNotFoundException(name);
    }
    return found;
  }
}
