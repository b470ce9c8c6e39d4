package io.omnicommerce.jdbc;

import io.omnicommerce.common.Facts;
import io.omnicommerce.storage.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** A database that the library runs on. */
public enum Dialect {
  H2,
  POSTGRESQL,
  MARIADB;

  /**
   * What a connection leads to, by its own word.
   *
   * @throws StorageException {@code storage.misconfigured} if it is none of these
   */
  public static Dialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return switch (product) {
      case "H2" -> H2;
      case "PostgreSQL" -> POSTGRESQL;
      case "MariaDB" -> MARIADB;
      default -> throw unknown(product);
    };
  }

  /** The file name of this dialect's script, without its ending. */
  String scriptName() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static StorageException unknown(String product) {
    return new StorageException(
        StorageException.MISCONFIGURED,
        "The database is none of those this library runs on: H2, PostgreSQL, MariaDB.",
        Facts.of("product", product),
        false,
        null);
  }
}
