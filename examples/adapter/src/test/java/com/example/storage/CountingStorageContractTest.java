package com.example.storage;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.omnicommerce.contract.StorageContract;
import io.omnicommerce.contract.TenancyContract;
import io.omnicommerce.inmemory.InMemoryStorage;
import io.omnicommerce.inmemory.ProjectedRow;
import io.omnicommerce.storage.Storage;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The contract kit: one subclass for each contract, which says how to make an empty storage. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CountingStorageContractTest {

  private static final Pattern CONTRACT =
      Pattern.compile("io/omnicommerce/contract/(\\w+Contract)\\.class");

  private static Storage fresh(InstantSource clock) {
    return new CountingStorage(InMemoryStorage.builder().clock(clock).build());
  }

  @Test
  void no_contract_of_the_kit_is_left_out() throws IOException, URISyntaxException {
    List<String> kept =
        Arrays.stream(CountingStorageContractTest.class.getDeclaredClasses())
            .map(nested -> nested.getSuperclass().getSimpleName())
            .toList();

    assertThat(kept).containsExactlyInAnyOrderElementsOf(contracts());
  }

  /** The contracts in the kit's jar, without the one that all of them build on. */
  private static List<String> contracts() throws IOException, URISyntaxException {
    var place = StorageContract.class.getProtectionDomain().getCodeSource().getLocation();
    try (JarFile kit = new JarFile(Path.of(place.toURI()).toFile())) {
      return kit.stream()
          .map(entry -> CONTRACT.matcher(entry.getName()))
          .filter(found -> found.matches() && !found.group(1).equals("StorageContract"))
          .map(found -> found.group(1))
          .toList();
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
  class DocumentRaces extends DocumentRaceContract {
    @Override
    protected Storage storage(InstantSource clock) {
      return fresh(clock);
    }
  }

  @Nested
  class Documents extends DocumentsContract {
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
  class Groups extends LedgerGroupsContract {
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
  class Programs extends LedgerProgramsContract {
    @Override
    protected Storage storage(InstantSource clock) {
      return fresh(clock);
    }
  }

  @Nested
  class LedgerRaces extends LedgerRaceContract {
    @Override
    protected Storage storage(InstantSource clock) {
      return fresh(clock);
    }
  }

  @Nested
  class States extends LedgerStatesContract {
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

  @Nested
  class Outbox extends OutboxContract {
    @Override
    protected Storage storage(InstantSource clock) {
      return fresh(clock);
    }
  }

  @Nested
  class Projections extends ProjectionContract {
    private final InMemoryStorage kept = InMemoryStorage.builder().clock(clock).build();

    @Override
    protected Storage storage(InstantSource clock) {
      return new CountingStorage(kept);
    }

    @Override
    protected List<List<Object>> rows(TenantId tenant) {
      return kept.rows(tenant, Note.ITEMS.table()).stream().map(Projections::flat).toList();
    }

    private static List<Object> flat(ProjectedRow row) {
      List<Object> flat = new ArrayList<>(List.of(row.document(), row.line()));
      flat.addAll(row.values());
      return flat;
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
}
