package io.omnicommerce.jdbc;

import org.junit.jupiter.api.Tag;

@Tag("database")
class PostgresContractTest extends JdbcContracts {

  PostgresContractTest() {
    super(TestDatabase.POSTGRESQL, false);
  }
}
