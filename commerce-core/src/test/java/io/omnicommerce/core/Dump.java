package io.omnicommerce.core;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.core.inventory.StockAccounts;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What a tenant has, as text: documents, stock, events. */
final class Dump {

  private Dump() {}

  static String of(
      Storage storage, List<DocumentType<?>> types, List<Sku> skus, List<LocationId> locations) {
    List<String> lines = new ArrayList<>();
    storage.inTransaction(
        Shop.staff(),
        session -> {
          types.forEach(type -> documents(session, type, lines));
          accounts(session, skus, locations, lines);
          return lines;
        });
    storage.maintenance().outbox().unpublished(10_000).forEach(told -> lines.add(told.toString()));
    return String.join("\n", lines);
  }

  private static <T> void documents(Session session, DocumentType<T> type, List<String> lines) {
    session
        .documents()
        .list(type, PageRequest.first(PageRequest.LIMIT_MAX))
        .items()
        .forEach(
            stored ->
                lines.add(
                    type.name()
                        + ' '
                        + stored.id()
                        + " v"
                        + stored.version()
                        + ' '
                        + type.codec().encode(stored.value())));
  }

  private static void accounts(
      Session session, List<Sku> skus, List<LocationId> locations, List<String> lines) {
    List<AccountId> accounts = new ArrayList<>();
    skus.forEach(
        sku -> locations.forEach(location -> accounts.add(StockAccounts.stock(sku, location))));
    new TreeMap<>(session.ledger().balances(accounts))
        .values()
        .forEach(balance -> lines.add(balance.toString()));
  }
}
