package io.omnicommerce.jdbc;

import org.junit.jupiter.api.Tag;

@Tag("database")
class PostgresJoiningContractTest extends JdbcContracts {

  PostgresJoiningContractTest() {
    super(TestDatabase.POSTGRESQL, true);
  }
}
