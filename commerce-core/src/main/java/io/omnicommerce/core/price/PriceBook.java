package io.omnicommerce.core.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Price lists by id, and their entries for some SKUs, as they are at one instant. */
record PriceBook(
    Map<PriceListId, PriceList> lists, Map<PriceListId, Map<Sku, PriceEntry>> entries) {

  static PriceBook of(Collection<PriceList> lists, Collection<PriceEntry> entries) {
    Map<PriceListId, PriceList> byId = new HashMap<>();
    lists.forEach(list -> byId.put(list.id(), list));
    Map<PriceListId, Map<Sku, PriceEntry>> byList = new HashMap<>();
    for (PriceEntry entry : entries) {
      byList.computeIfAbsent(entry.list(), list -> new HashMap<>()).put(entry.sku(), entry);
    }
    return new PriceBook(byId, byList);
  }

  /** Every SKU of which some list has an entry. */
  Set<Sku> skus() {
    Set<Sku> skus = new TreeSet<>();
    entries.values().forEach(ofList -> skus.addAll(ofList.keySet()));
    return skus;
  }

  @Nullable PriceEntry entry(PriceListId list, Sku sku) {
    Map<Sku, PriceEntry> ofList = entries.get(list);
    return ofList == null ? null : ofList.get(sku);
  }
}
