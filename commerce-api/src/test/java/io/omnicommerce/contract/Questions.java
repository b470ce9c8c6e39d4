package io.omnicommerce.contract;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.Entry;
import io.omnicommerce.ledger.HoldGroup;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.Documents;
import io.omnicommerce.storage.Ledger;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks every question in a transaction of its own. */
public record Questions(Storage storage, CallContext call) implements Documents, Ledger {

  @Override
  public <T> Optional<Stored<T>> find(DocumentType<T> type, String id) {
    return storage.inTransaction(call, session -> session.documents().find(type, id));
  }

  @Override
  public <T> Map<String, Stored<T>> findAll(DocumentType<T> type, Collection<String> ids) {
    return storage.inTransaction(call, session -> session.documents().findAll(type, ids));
  }

  @Override
  public <T> Optional<Stored<T>> findByUnique(DocumentType<T> type, String key, String value) {
    return storage.inTransaction(
        call, session -> session.documents().findByUnique(type, key, value));
  }

  @Override
  public <T> Page<Stored<T>> findBy(
      DocumentType<T> type, String key, String value, PageRequest page) {
    return storage.inTransaction(
        call, session -> session.documents().findBy(type, key, value, page));
  }

  @Override
  public <T> Page<Stored<T>> list(DocumentType<T> type, PageRequest page) {
    return storage.inTransaction(call, session -> session.documents().list(type, page));
  }

  @Override
  public Map<AccountId, Balance> balances(Collection<AccountId> accounts) {
    return storage.inTransaction(call, session -> session.ledger().balances(accounts));
  }

  @Override
  public Map<AccountId, Balance> balancesWithoutDue(Collection<AccountId> accounts) {
    return storage.inTransaction(call, session -> session.ledger().balancesWithoutDue(accounts));
  }

  @Override
  public List<Balance> balancesOf(String book, String item) {
    return storage.inTransaction(call, session -> session.ledger().balancesOf(book, item));
  }

  @Override
  public Optional<HoldGroup> batch(BatchId id) {
    return storage.inTransaction(call, session -> session.ledger().batch(id));
  }

  @Override
  public Page<Entry> entries(AccountId account, PageRequest page) {
    return storage.inTransaction(call, session -> session.ledger().entries(account, page));
  }

  @Override
  public Page<Entry> entriesBackwards(AccountId account, PageRequest page) {
    return storage.inTransaction(call, session -> session.ledger().entriesBackwards(account, page));
  }

  @Override
  public Map<AccountId, Long> confirmed(Collection<AccountId> accounts) {
    return storage.inTransaction(call, session -> session.ledger().confirmed(accounts));
  }
}
