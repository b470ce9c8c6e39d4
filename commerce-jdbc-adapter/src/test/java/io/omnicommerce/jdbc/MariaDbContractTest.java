package io.omnicommerce.jdbc;

import org.junit.jupiter.api.Tag;

@Tag("database")
class MariaDbContractTest extends JdbcContracts {

  MariaDbContractTest() {
    super(TestDatabase.MARIADB, false);
  }
}
