package io.omnicommerce.jdbc;

import org.junit.jupiter.api.Tag;

@Tag("database")
class PostgresCoalescedContractTest extends CoalescedContracts {

  PostgresCoalescedContractTest() {
    super(TestDatabase.POSTGRESQL);
  }
}
