package io.omnicommerce.jdbc;

import org.junit.jupiter.api.Tag;

@Tag("database")
class MariaDbCoalescedContractTest extends CoalescedContracts {

  MariaDbCoalescedContractTest() {
    super(TestDatabase.MARIADB);
  }
}
