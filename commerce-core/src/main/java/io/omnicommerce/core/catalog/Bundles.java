package io.omnicommerce.core.catalog;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.CatalogService;
import io.omnicommerce.catalog.Component;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.storage.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What bundles consist of, down to what has stock. */
public final class Bundles {

  /** No sum of parts leaves the range of numbers. */
  private static final long PER_BUNDLE_MAX = 1_000_000_000L;

  private final Map<Sku, CatalogEntry> known;

  private Bundles(Map<Sku, CatalogEntry> known) {
    this.known = known;
  }

  /**
   * Refuses bundles that contain themselves or go on for ever.
   *
   * @throws RefusedException {@code catalog.invalid_bundle}, {@code catalog.unknown_sku}
   */
  static void check(Session session, Collection<CatalogEntry> entries) {
    Map<Sku, CatalogEntry> saved = new LinkedHashMap<>();
    entries.forEach(entry -> saved.put(entry.sku(), entry));
    if (saved.values().stream().anyMatch(CatalogEntry::isBundle)) {
      Bundles bundles = new Bundles(withComponents(session, saved));
      saved.values().forEach(bundles::parts);
    }
  }

  /** The parts of those of these entries that are bundles, by their SKUs. */
  public static Map<Sku, List<BundlePart>> of(Session session, Collection<CatalogEntry> entries) {
    Map<Sku, CatalogEntry> asked = new LinkedHashMap<>();
    for (CatalogEntry entry : entries) {
      if (entry.isBundle()) {
        asked.put(entry.sku(), entry);
      }
    }
    if (asked.isEmpty()) {
      return Map.of();
    }
    Bundles bundles = new Bundles(withComponents(session, asked));
    Map<Sku, List<BundlePart>> parts = new HashMap<>();
    asked.forEach((sku, entry) -> parts.put(sku, bundles.parts(entry)));
    return parts;
  }

  /** Level by level: each in one query, and no further than bundles may go. */
  private static Map<Sku, CatalogEntry> withComponents(
      Session session, Map<Sku, CatalogEntry> top) {
    Map<Sku, CatalogEntry> known = new HashMap<>(top);
    Collection<CatalogEntry> level = top.values();
    for (int depth = 0; depth <= CatalogService.BUNDLE_DEPTH_MAX; depth++) {
      Set<Sku> next = new HashSet<>();
      level.forEach(entry -> entry.components().forEach(part -> next.add(part.sku())));
      next.removeAll(known.keySet());
      if (next.isEmpty()) {
        break;
      }
      Entries found = CatalogDocuments.require(session, next);
      known.putAll(found.bySku());
      level = found.bySku().values();
    }
    return known;
  }

  private List<BundlePart> parts(CatalogEntry bundle) {
    Map<Sku, Long> units = new LinkedHashMap<>();
    add(bundle, 1, new ArrayList<>(), units);
    List<BundlePart> parts = new ArrayList<>();
    units.forEach((sku, each) -> parts.add(new BundlePart(entry(sku), each)));
    return parts;
  }

  /**
   * Adds what so many of a SKU consist of.
   *
   * @param above the bundles that it stands in
   */
  private void add(CatalogEntry entry, long times, List<Sku> above, Map<Sku, Long> units) {
    if (above.contains(entry.sku())) {
      throw invalid(above.get(0), "cycle", "contains itself, by " + entry.sku());
    }
    if (above.size() > CatalogService.BUNDLE_DEPTH_MAX) {
      throw invalid(above.get(0), "depth", "has more than 8 bundles inside each other");
    }
    List<Sku> path = new ArrayList<>(above);
    path.add(entry.sku());
    for (Component component : entry.components()) {
      addComponent(component, times, path, units);
    }
  }

  private void addComponent(Component component, long times, List<Sku> path, Map<Sku, Long> units) {
    CatalogEntry entry = entry(component.sku());
    long each = times(times, component.quantity().toUnits(entry.unit().decimals()), path);
    if (entry.isBundle()) {
      add(entry, each, path, units);
    } else if (entry.shippable()) {
      units.merge(entry.sku(), each, Long::sum);
    }
    boolean beyond =
        units.size() > CatalogService.BUNDLE_PARTS_MAX
            || units.getOrDefault(entry.sku(), 0L) > PER_BUNDLE_MAX;
    if (beyond) {
      throw invalid(path.get(0), "size", "consists of too much");
    }
  }

  private static long times(long times, long each, List<Sku> path) {
    if (each > PER_BUNDLE_MAX || times > PER_BUNDLE_MAX) {
      throw invalid(path.get(0), "size", "consists of too much");
    }
    return times * each;
  }

  private CatalogEntry entry(Sku sku) {
    @Nullable CatalogEntry entry = known.get(sku);
    if (entry == null) {
      throw invalid(sku, "depth", "stands deeper than bundles may go");
    }
    return entry;
  }

  private static RefusedException invalid(Sku sku, String problem, String sentence) {
    return new RefusedException(
        CatalogService.INVALID_BUNDLE,
        "The bundle " + sku + ' ' + sentence + '.',
        Facts.of("sku", sku, "problem", problem));
  }
}
