package io.omnicommerce.examples.quickstart;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.omnicommerce.jdbc.JdbcSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Opens databases with the library's tables in them. */
final class Databases {

  /** One at work, one for what looks after the outbox. */
  private static final int CONNECTIONS = 2;

  private Databases() {}

  static HikariDataSource open(String address) throws WrongOptionException {
    try {
      HikariConfig config = new HikariConfig();
      config.setJdbcUrl(address);
      config.setMaximumPoolSize(CONNECTIONS);
      config.setAutoCommit(false);
      config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
      HikariDataSource pool = new HikariDataSource(config);
      JdbcSchema.create(pool);
      return pool;
    } catch (RuntimeException failed) {
      throw new WrongOptionException(shown(address) + " cannot be used: " + root(failed));
    }
  }

  /** An address without what may be a password in it. */
  static String shown(String address) {
    return address.replaceAll("[?;].*", "").replaceAll("//[^/@]*@", "//");
  }

  static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("quickstart-");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String root(Throwable failed) {
    Throwable root = failed;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
  }
}
