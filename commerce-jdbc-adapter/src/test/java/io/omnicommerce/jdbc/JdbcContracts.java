package io.omnicommerce.jdbc;

import io.omnicommerce.common.TenantId;
import io.omnicommerce.contract.DocumentKeysContract;
import io.omnicommerce.contract.DocumentsContract;
import io.omnicommerce.contract.LedgerBoundsContract;
import io.omnicommerce.contract.LedgerExpiryContract;
import io.omnicommerce.contract.LedgerGroupsContract;
import io.omnicommerce.contract.LedgerJournalContract;
import io.omnicommerce.contract.LedgerStatesContract;
import io.omnicommerce.contract.OutboxContract;
import io.omnicommerce.contract.ProjectionContract;
import io.omnicommerce.contract.SessionContract;
import io.omnicommerce.contract.TenancyContract;
import io.omnicommerce.storage.Storage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** The contract kit, run on one database, in transactions of our own or of the host. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class JdbcContracts {

  private final TestDatabase database;
  private final boolean joining;

  JdbcContracts(TestDatabase database, boolean joining) {
    this.database = database;
    this.joining = joining;
  }

  @BeforeAll
  void is_chosen() {
    database.assumeChosen();
  }

  Storage fresh(InstantSource clock) {
    return joining
        ? new HostStorage(database.emptied(), clock)
        : JdbcStorage.over(database.emptied()).clock(clock);
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
  class Expiries extends LedgerExpiryContract {
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
  class Documents extends DocumentsContract {
    @Override
    protected Storage storage(InstantSource clock) {
      return fresh(clock);
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
      return noteItems(database, tenant);
    }
  }

  @Nested
  class Outboxes extends OutboxContract {
    @Override
    protected Storage storage(InstantSource clock) {
      return fresh(clock);
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

  /** The rows of the kit's projection, read as a person would read them. */
  static List<List<Object>> noteItems(TestDatabase database, TenantId tenant) {
    Engine engine = Engine.of(database.dialect());
    List<List<Object>> rows = new ArrayList<>();
    try (Connection connection = database.shared().getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT document_id, line_no, name, amount, done, ends_at FROM contract_note_item"
                    + " WHERE tenant_id = ? ORDER BY document_id, line_no")) {
      statement.setString(1, tenant.value());
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          List<Object> row = new ArrayList<>();
          row.add(found.getString(1));
          row.add(found.getInt(2));
          row.add(found.getString(3));
          row.add(found.getLong(4));
          row.add(found.getBoolean(5));
          row.add(found.getObject(6) == null ? null : engine.instant(found, 6));
          rows.add(row);
        }
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return rows;
  }
}
