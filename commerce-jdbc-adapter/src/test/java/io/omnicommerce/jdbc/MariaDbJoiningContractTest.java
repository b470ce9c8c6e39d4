package io.omnicommerce.jdbc;

import org.junit.jupiter.api.Tag;

@Tag("database")
class MariaDbJoiningContractTest extends JdbcContracts {

  MariaDbJoiningContractTest() {
    super(TestDatabase.MARIADB, true);
  }
}
