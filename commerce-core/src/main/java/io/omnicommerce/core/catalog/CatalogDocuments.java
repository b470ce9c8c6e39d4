package io.omnicommerce.core.catalog;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.CatalogService;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Catalog entries as documents, by SKU. */
public final class CatalogDocuments {

  public static final DocumentType<CatalogEntry> TYPE =
      DocumentType.of("catalog_entry", Json.codec(CatalogEntry.class));

  private CatalogDocuments() {}

  /** The entries among these SKUs that exist. */
  public static Map<Sku, CatalogEntry> find(Session session, Collection<Sku> skus) {
    Set<String> ids = new LinkedHashSet<>();
    for (Sku sku : skus) {
      ids.add(sku.value());
    }
    Map<Sku, CatalogEntry> found = new LinkedHashMap<>();
    for (Stored<CatalogEntry> stored : session.documents().findAll(TYPE, ids).values()) {
      found.put(stored.value().sku(), stored.value());
    }
    return found;
  }

  /**
   * The entries of all these SKUs.
   *
   * @throws RefusedException {@code catalog.unknown_sku} naming those that do not exist
   */
  public static Entries require(Session session, Collection<Sku> skus) {
    Map<Sku, CatalogEntry> found = find(session, skus);
    if (!found.keySet().containsAll(skus)) {
      List<Sku> unknown =
          skus.stream().distinct().filter(sku -> !found.containsKey(sku)).sorted().toList();
      throw new RefusedException(
          CatalogService.UNKNOWN_SKU,
          "There is no SKU "
              + unknown.get(0)
              + (unknown.size() > 1 ? ", nor " + (unknown.size() - 1) + " others asked for" : "")
              + ". Save it in the catalog first, or correct it.",
          Facts.of("sku", unknown.get(0), "count", unknown.size()));
    }
    return new Entries(found);
  }
}
