package io.omnicommerce.core.catalog;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.CatalogService;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.core.storage.Saves;
import io.omnicommerce.storage.Storage;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The catalog's service. */
public final class CoreCatalogService implements CatalogService {

  private final Storage storage;

  public CoreCatalogService(Storage storage) {
    this.storage = storage;
  }

  @Override
  public void save(CallContext context, List<CatalogEntry> entries) {
    context.actor().require(EDIT);
    if (entries.size() > ENTRIES_MAX) {
      throw new LimitExceededException(
          LIMIT_EXCEEDED, "entriesMax", ENTRIES_MAX, "Save fewer entries at once.");
    }
    storage.inTransaction(
        context,
        session ->
            Saves.replace(session, CatalogDocuments.TYPE, entries, entry -> entry.sku().value()));
  }

  @Override
  public Optional<CatalogEntry> find(CallContext context, Sku sku) {
    Objects.requireNonNull(sku, "sku");
    return Optional.ofNullable(findAll(context, List.of(sku)).get(sku));
  }

  @Override
  public Map<Sku, CatalogEntry> findAll(CallContext context, Collection<Sku> skus) {
    return storage.inTransaction(context, session -> CatalogDocuments.find(session, skus));
  }
}
