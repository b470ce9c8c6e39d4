package io.omnicommerce.jdbc;

import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.Storage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A few words for short tests. */
final class Shop {

  static final CallContext CALL = callOf("acme");
  static final AccountId RECEIVED = AccountId.contra("@received");
  static final AccountId SHIPPED = AccountId.contra("@shipped");
  static final AccountId MUG = stock("MUG");
  static final AccountId PLATE = stock("PLATE");

  private Shop() {}

  static CallContext callOf(String tenant) {
    return CallContext.of(TenantId.of(tenant), ChannelId.of("web"), Actor.system("test"));
  }

  static AccountId stock(String sku) {
    return AccountId.of("stock", sku, "LON");
  }

  static Leg leg(AccountId from, AccountId to, long amount) {
    return Leg.of(from, to, amount, "each");
  }

  static Leg take(AccountId from, long amount) {
    return leg(from, SHIPPED, amount);
  }

  static LedgerStep receive(String id, AccountId account, long amount) {
    return post(id, leg(RECEIVED, account, amount));
  }

  static LedgerStep post(String id, Leg... legs) {
    return new LedgerStep.Post(Batch.of(BatchId.of(id), legs));
  }

  static LedgerStep hold(String id, Duration life, Leg... legs) {
    return new LedgerStep.Hold(Batch.of(BatchId.of(id), legs), Optional.of(life));
  }

  static LedgerStep hold(String id, Leg... legs) {
    return hold(id, Duration.ofMinutes(15), legs);
  }

  static LedgerStep confirm(String id) {
    return new LedgerStep.Confirm(BatchId.of(id));
  }

  static CommitResult commit(Storage storage, LedgerStep... steps) {
    return commit(storage, new Decision(List.of(), List.of(steps), List.of()));
  }

  static CommitResult commit(Storage storage, Decision decision) {
    return storage.inTransaction(CALL, session -> session.commit(decision));
  }

  static Balance balance(Storage storage, AccountId account) {
    return storage
        .inTransaction(CALL, session -> session.ledger().balances(List.of(account)))
        .getOrDefault(account, Balance.none(account, "each"));
  }

  /** Every row of every table, as the connection sees them. */
  static List<String> rows(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>(Table.names());
    tables.add("contract_note_item");
    List<String> rows = new ArrayList<>();
    for (String table : tables) {
      try (Statement statement = connection.createStatement();
          ResultSet found = statement.executeQuery("SELECT * FROM " + table)) {
        TreeSet<String> sorted = new TreeSet<>();
        while (found.next()) {
          StringBuilder row = new StringBuilder(table);
          for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            row.append(" | ").append(found.getString(i));
          }
          sorted.add(row.toString());
        }
        rows.addAll(sorted);
      }
    }
    return rows;
  }
}
