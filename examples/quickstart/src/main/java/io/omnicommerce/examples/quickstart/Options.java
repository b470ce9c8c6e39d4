package io.omnicommerce.examples.quickstart;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the command line asks for.
 *
 * @param data the files; empty for the bundled week
 * @param stock the opening stock of every SKU; empty for what the files take out
 * @param storage {@code memory}, {@code h2} or a JDBC address
 */
record Options(
    List<Path> data,
    OptionalLong stock,
    String storage,
    boolean journey,
    boolean quiet,
    boolean help) {

  // spotless:off
  static final List<String> HELP = List.of(
      "Replays a real online shop's sales through Omnicommerce, then tells a customer's journey.",
      "",
      "  java -jar quickstart.jar [options]",
      "",
      "  --data FILE...   other files of the form of UCI \"Online Retail\", plain or gzipped CSV:",
      "                   InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,",
      "                   CustomerID,Country; without it the bundled week is replayed",
      "  --stock N        opening stock of every SKU; without it, what the files will take out",
      "  --storage WHERE  memory (default); h2: a database in a folder that is deleted at the end;",
      "                   or an address jdbc:... of H2, PostgreSQL or MariaDB",
      "  --no-journey     leaves the journey out",
      "  --quiet          prints the results only",
      "  --help           prints this",
      "",
      "Ends with 0 if everything adds up, 1 if not, 2 if it cannot be done as asked.");
  // spotless:on

  Options {
    data = List.copyOf(data);
  }

  List<Source> sources() {
    return data.isEmpty() ? List.of(Source.BUNDLED) : data.stream().map(Source::file).toList();
  }
}
