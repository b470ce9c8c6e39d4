package io.omnicommerce.jdbc;

import io.omnicommerce.storage.Storage;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;

/** The contract kit, every decision that can be on its way with others going that way. */
@Tag("database")
class MariaDbCoalescedContractTest extends JdbcContracts {

  MariaDbCoalescedContractTest() {
    super(TestDatabase.MARIADB, false);
  }

  @Override
  Storage fresh(InstantSource clock) {
    return coalesced(TestDatabase.MARIADB, clock);
  }
}
