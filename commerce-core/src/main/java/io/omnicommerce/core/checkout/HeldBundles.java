package io.omnicommerce.core.checkout;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Component;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.checkout.Checkout;
import io.omnicommerce.checkout.HeldBundle;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.catalog.BundlePart;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.inventory.StockSource;
import io.omnicommerce.storage.Session;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What bundles consist of, from when their stock is held until there is an order. */
final class HeldBundles {

  private HeldBundles() {}

  /** The bundles among the lines that are about to be held, each once. */
  static List<HeldBundle> of(List<StockSource> sources) {
    Map<Sku, HeldBundle> bundles = new LinkedHashMap<>();
    for (StockSource source : sources) {
      if (source.entry().isBundle()) {
        bundles.put(source.entry().sku(), bundle(source));
      }
    }
    return List.copyOf(bundles.values());
  }

  private static HeldBundle bundle(StockSource source) {
    return new HeldBundle(
        source.entry().sku(), source.parts().stream().map(HeldBundles::component).toList());
  }

  private static Component component(BundlePart part) {
    CatalogEntry entry = part.entry();
    return Component.of(entry.sku(), Quantity.ofUnits(part.each(), entry.unit().decimals()));
  }

  /** The parts of those bundles of an attempt, by their SKUs. */
  static Map<Sku, List<BundlePart>> parts(Session session, Checkout checkout) {
    if (checkout.bundles().isEmpty()) {
      return Map.of();
    }
    Set<Sku> skus = new LinkedHashSet<>();
    checkout.bundles().forEach(bundle -> bundle.parts().forEach(part -> skus.add(part.sku())));
    Entries entries = CatalogDocuments.require(session, skus);
    Map<Sku, List<BundlePart>> parts = new HashMap<>();
    for (HeldBundle bundle : checkout.bundles()) {
      parts.put(
          bundle.sku(),
          bundle.parts().stream().map(part -> part(part, entries.of(part.sku()))).toList());
    }
    return parts;
  }

  private static BundlePart part(Component part, CatalogEntry entry) {
    return new BundlePart(entry, part.quantity().toUnits(entry.unit().decimals()));
  }
}
