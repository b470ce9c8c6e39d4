package io.omnicommerce.jdbc;

import io.omnicommerce.storage.Storage;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;

/** The contract kit, every decision that can be on its way with others going that way. */
@Tag("database")
class PostgresCoalescedContractTest extends JdbcContracts {

  PostgresCoalescedContractTest() {
    super(TestDatabase.POSTGRESQL, false);
  }

  @Override
  Storage fresh(InstantSource clock) {
    return coalesced(TestDatabase.POSTGRESQL, clock);
  }
}
