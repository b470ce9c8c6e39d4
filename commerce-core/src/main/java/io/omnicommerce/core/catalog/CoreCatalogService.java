package io.omnicommerce.core.catalog;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.CatalogService;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.catalog.UnitOfMeasure;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.RefusedException;
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
        session -> {
          Bundles.check(session, entries);
          return Saves.replace(
              session,
              CatalogDocuments.TYPE,
              entries,
              entry -> entry.sku().value(),
              CoreCatalogService::checkUnit);
        });
  }

  /** Stock and orders of the SKU are counted in the unit it had. */
  private static void checkUnit(CatalogEntry before, CatalogEntry after) {
    UnitOfMeasure kept = before.unit();
    if (!kept.equals(after.unit())) {
      throw new RefusedException(
          UNIT_FIXED,
          "The SKU "
              + before.sku()
              + " is counted in "
              + kept.countedIn()
              + " and stays so; it cannot be counted in "
              + after.unit().countedIn()
              + ". Use another SKU.",
          Facts.of("sku", before.sku())
              .with("unit", kept.countedIn())
              .with("asked", after.unit().countedIn()));
    }
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
