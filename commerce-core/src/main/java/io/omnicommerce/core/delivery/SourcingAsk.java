package io.omnicommerce.core.delivery;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Address;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.channel.ChannelSettings;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.ledger.BatchId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to come from somewhere. What nobody carries, such as a download, has no stock and is not
 * to be asked for.
 *
 * @param sources the locations in the order in which they are preferred
 * @param own groups that are going to be released in the same decision, so that what they hold can
 *     be taken
 */
public record SourcingAsk(
    ChannelSettings settings,
    List<SkuQuantity> lines,
    Entries entries,
    List<LocationId> sources,
    Optional<Address> address,
    Optional<LocationId> pickup,
    List<BatchId> own) {

  public SourcingAsk {
    lines = List.copyOf(lines);
    sources = List.copyOf(sources);
    own = List.copyOf(own);
  }

  /** With one group that is going to be released, or none. */
  public SourcingAsk(
      ChannelSettings settings,
      List<SkuQuantity> lines,
      Entries entries,
      List<LocationId> sources,
      Optional<Address> address,
      Optional<LocationId> pickup,
      Optional<BatchId> own) {
    this(settings, lines, entries, sources, address, pickup, own.stream().toList());
  }

  /** The same for other lines. */
  public SourcingAsk withLines(List<SkuQuantity> with) {
    return new SourcingAsk(settings, with, entries, sources, address, pickup, own);
  }

  /** The same for those of the lines that have stock. */
  public SourcingAsk carried() {
    return new SourcingAsk(
        settings, Promising.carried(this), entries, sources, address, pickup, own);
  }

  /** The same for lines of some goods: of others nothing is read. */
  SourcingAsk only(Collection<CatalogEntry> goods) {
    Set<Sku> skus = goods.stream().map(CatalogEntry::sku).collect(Collectors.toSet());
    List<SkuQuantity> some = lines.stream().filter(line -> skus.contains(line.sku())).toList();
    return new SourcingAsk(settings, some, entries, sources, address, pickup, own);
  }
}
