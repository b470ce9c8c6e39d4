package io.omnicommerce.inmemory;

import io.omnicommerce.common.TenantId;
import io.omnicommerce.contract.DocumentKeysContract;
import io.omnicommerce.contract.DocumentRaceContract;
import io.omnicommerce.contract.DocumentsContract;
import io.omnicommerce.contract.LedgerBoundsContract;
import io.omnicommerce.contract.LedgerExpiryContract;
import io.omnicommerce.contract.LedgerGroupsContract;
import io.omnicommerce.contract.LedgerJournalContract;
import io.omnicommerce.contract.LedgerProgramsContract;
import io.omnicommerce.contract.LedgerRaceContract;
import io.omnicommerce.contract.LedgerStatesContract;
import io.omnicommerce.contract.LedgerStormContract;
import io.omnicommerce.contract.Note;
import io.omnicommerce.contract.OutboxContract;
import io.omnicommerce.contract.ProjectionContract;
import io.omnicommerce.contract.SessionContract;
import io.omnicommerce.contract.TenancyContract;
import io.omnicommerce.storage.Storage;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** The contract kit, run by the storage in memory as a host gets it. */
class InMemoryContractTest {

  private static Storage fresh(InstantSource clock) {
    return InMemoryStorage.builder().clock(clock).build();
  }

  @Nested
  class States extends LedgerStatesContract {
    @Override
    protected Storage storage(InstantSource clock) {
      return fresh(clock);
    }
  }

  @Nested
  class Groups extends LedgerGroupsContract {
    @Override
    protected Storage storage(InstantSource clock) {
      return fresh(clock);
    }
  }

  @Nested
  class Bounds extends LedgerBoundsContract {
    @Override
    protected Storage storage(InstantSource clock) {
      return fresh(clock);
    }
  }

  @Nested
  class Expiry extends LedgerExpiryContract {
    @Override
    protected Storage storage(InstantSource clock) {
      return fresh(clock);
    }
  }

  @Nested
  class Journal extends LedgerJournalContract {
    @Override
    protected Storage storage(InstantSource clock) {
      return fresh(clock);
    }
  }

  @Nested
  class DocumentsAsTheyAre extends DocumentsContract {
    @Override
    protected Storage storage(InstantSource clock) {
      return fresh(clock);
    }
  }

  /** As a database would: written and read by the codec. */
  @Nested
  class DocumentsThroughCodecs extends DocumentsContract {
    @Override
    protected Storage storage(InstantSource clock) {
      return InMemoryStorage.builder().clock(clock).throughCodecs(true).build();
    }
  }

  @Nested
  class Keys extends DocumentKeysContract {
    @Override
    protected Storage storage(InstantSource clock) {
      return fresh(clock);
    }
  }

  @Nested
  class Projections extends ProjectionContract {
    @Override
    protected Storage storage(InstantSource clock) {
      return fresh(clock);
    }

    @Override
    protected List<List<Object>> rows(TenantId tenant) {
      return ((InMemoryStorage) storage)
          .rows(tenant, Note.ITEMS.table()).stream().map(Projections::flat).toList();
    }

    private static List<Object> flat(ProjectedRow row) {
      List<Object> flat = new ArrayList<>(List.of(row.document(), row.line()));
      flat.addAll(row.values());
      return flat;
    }
  }

  @Nested
  class OutboxAsItIs extends OutboxContract {
    @Override
    protected Storage storage(InstantSource clock) {
      return fresh(clock);
    }
  }

  @Nested
  class OutboxThroughCodecs extends OutboxContract {
    @Override
    protected Storage storage(InstantSource clock) {
      return InMemoryStorage.builder().clock(clock).throughCodecs(true).build();
    }
  }

  @Nested
  class Sessions extends SessionContract {
    @Override
    protected Storage storage(InstantSource clock) {
      return fresh(clock);
    }
  }

  @Nested
  class Tenancy extends TenancyContract {
    @Override
    protected Storage storage(InstantSource clock) {
      return fresh(clock);
    }
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
    protected int steps() {
      return 20 * super.steps();
    }

    @Override
    protected Storage storage(InstantSource clock) {
      return fresh(clock);
    }
  }

  @Nested
  class DocumentRaces extends DocumentRaceContract {
    @Override
    protected int changes() {
      return 20 * super.changes();
    }

    @Override
    protected Storage storage(InstantSource clock) {
      return fresh(clock);
    }
  }
}
