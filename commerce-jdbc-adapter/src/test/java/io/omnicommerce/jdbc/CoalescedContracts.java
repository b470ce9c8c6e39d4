package io.omnicommerce.jdbc;

import io.omnicommerce.contract.LedgerProgramsContract;
import io.omnicommerce.contract.LedgerRaceContract;
import io.omnicommerce.contract.LedgerStormContract;
import io.omnicommerce.storage.Storage;
import java.time.InstantSource;
import org.junit.jupiter.api.Nested;

/**
 * The contract kit with its races, every decision that can be on its way with others going that
 * way, also where it is the only one.
 */
abstract class CoalescedContracts extends JdbcContracts {

  private final TestDatabase database;

  CoalescedContracts(TestDatabase database) {
    super(database, false);
    this.database = database;
  }

  @Override
  final Storage fresh(InstantSource clock) {
    return JdbcStorage.over(database.emptied()).clock(clock).with(Lanes.always());
  }

  @Nested
  class Programs extends LedgerProgramsContract {
    @Override
    protected Storage storage(InstantSource clock) {
      return fresh(clock);
    }
  }

  @Nested
  class Races extends LedgerRaceContract {
    @Override
    protected Storage storage(InstantSource clock) {
      return fresh(clock);
    }
  }

  @Nested
  class Storm extends LedgerStormContract {
    @Override
    protected Storage storage(InstantSource clock) {
      return fresh(clock);
    }
  }
}
