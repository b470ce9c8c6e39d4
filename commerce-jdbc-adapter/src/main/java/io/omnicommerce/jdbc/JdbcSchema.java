package io.omnicommerce.jdbc;

import io.omnicommerce.storage.DocumentType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The tables that {@link JdbcStorage} works with: one plain script for each dialect, in the jar.
 *
 * <p>Hosts that migrate with a tool of their own hand it the {@linkplain #script text}.
 */
public final class JdbcSchema {

  private JdbcSchema() {}

  /**
   * Makes what is missing: tables, indexes and views, in the schema in which the connection works.
   * May be called at every start; what is there is not changed.
   *
   * @throws io.omnicommerce.storage.StorageException {@code storage.unavailable} or {@code
   *     storage.misconfigured}
   */
  public static void create(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(true);
      try {
        run(connection, statements(Dialect.of(connection)));
      } finally {
        connection.setAutoCommit(autoCommit);
      }
    } catch (SQLException failed) {
      throw Failures.translated(failed);
    }
  }

  /**
   * Checks that the projections of document types find their tables and columns: for a host with
   * document types of its own.
   *
   * @throws io.omnicommerce.storage.StorageException {@code storage.misconfigured} names the first
   *     column that is missing or has another type
   */
  public static void check(DataSource dataSource, Collection<DocumentType<?>> types) {
    try (Connection connection = dataSource.getConnection()) {
      SelfCheck.projections(connection, types);
    } catch (SQLException failed) {
      throw Failures.translated(failed);
    }
  }

  /** The whole script of a dialect, statements separated by semicolons. */
  public static String script(Dialect dialect) {
    String name = "schema/" + dialect.scriptName() + ".sql";
    try (InputStream in = JdbcSchema.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The statements of a dialect's script, one after the other, without comments. */
  public static List<String> statements(Dialect dialect) {
    String bare =
        script(dialect)
            .lines()
            .filter(line -> !line.startsWith("--"))
            .collect(Collectors.joining("\n"));
    return Arrays.stream(bare.split(";", -1))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static void run(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String text : statements) {
        statement.execute(text);
      }
    }
  }
}
