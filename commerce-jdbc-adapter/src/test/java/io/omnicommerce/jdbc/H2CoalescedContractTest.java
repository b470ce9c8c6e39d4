package io.omnicommerce.jdbc;

import io.omnicommerce.storage.Storage;
import java.time.InstantSource;

/** The contract kit, every decision that can be on its way with others going that way. */
class H2CoalescedContractTest extends JdbcContracts {

  H2CoalescedContractTest() {
    super(TestDatabase.H2, false);
  }

  @Override
  Storage fresh(InstantSource clock) {
    return coalesced(TestDatabase.H2, clock);
  }
}
