package io.omnicommerce.core.catalog;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The catalog's entries of all SKUs that a decision is about. */
public record Entries(Map<Sku, CatalogEntry> bySku) {

  public Entries {
    bySku = Map.copyOf(bySku);
  }

  public CatalogEntry of(Sku sku) {
    @Nullable CatalogEntry entry = bySku.get(sku);
    if (entry == null) {
      throw new IllegalStateException("The entry of " + sku + " was not loaded");
    }
    return entry;
  }

  public Set<Sku> skus() {
    return bySku.keySet();
  }
}
