package io.omnicommerce.core.pricing;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Address;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.channel.ChannelSettings;
import io.omnicommerce.core.delivery.SourceLocations;
import io.omnicommerce.core.delivery.Sourcer;
import io.omnicommerce.core.delivery.SourcingAsk;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.storage.Session;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the gifts of a sale would come from.
 *
 * @param pickup where the customer fetches them, with what may be sent there
 * @param address where the sale goes, if that is known
 * @param own what the sale holds already, and takes again
 * @param known whether there is no other place: a channel that names none may have its goods from
 *     anywhere, a cart in it has them from nowhere
 */
public record GiftSources(
    Optional<LocationId> pickup, Optional<Address> address, Optional<BatchId> own, boolean known) {

  /** Those of the channel, for what is no cart. */
  static final GiftSources OF_CHANNEL =
      new GiftSources(Optional.empty(), Optional.empty(), Optional.empty(), false);

  /** Those of a cart: the channel's, or where the customer picks up. */
  public static GiftSources of(
      Optional<LocationId> pickup, Optional<Address> address, Optional<BatchId> own) {
    return new GiftSources(pickup, address, own, true);
  }

  /** Nobody is asked where no promotion gives anything. */
  GiftStock stock(
      Sourcer sourcer,
      Session session,
      PricingRequest request,
      ChannelSettings settings,
      Collection<Sku> gifts,
      Map<Sku, CatalogEntry> entries) {
    if (gifts.isEmpty()) {
      return GiftStock.UNCOUNTED;
    }
    List<LocationId> places = places(session, settings);
    return places.isEmpty() && !known
        ? GiftStock.UNCOUNTED
        : new GiftStock(
            sourcer.spare(
                session,
                ask(session, request, settings, entries),
                among(gifts, entries).bySku().values()));
  }

  /** From where the goods of a sale would come: those that are known and carried. */
  SourcingAsk ask(
      Session session,
      PricingRequest request,
      ChannelSettings settings,
      Map<Sku, CatalogEntry> entries) {
    List<SkuQuantity> goods =
        lines(request).stream().filter(line -> isCarried(entries.get(line.sku()))).toList();
    return new SourcingAsk(
        settings, goods, new Entries(entries), places(session, settings), address, pickup, own);
  }

  private List<LocationId> places(Session session, ChannelSettings settings) {
    return SourceLocations.of(session, settings, pickup);
  }

  private static boolean isCarried(@Nullable CatalogEntry entry) {
    return entry != null && entry.shippable();
  }

  private static Entries among(Collection<Sku> gifts, Map<Sku, CatalogEntry> entries) {
    Map<Sku, CatalogEntry> among = new HashMap<>();
    for (Sku gift : gifts) {
      @Nullable CatalogEntry entry = entries.get(gift);
      if (entry != null) {
        among.put(gift, entry);
      }
    }
    return new Entries(among);
  }

  private static List<SkuQuantity> lines(PricingRequest request) {
    return request.lines().stream()
        .map(line -> SkuQuantity.of(line.sku(), line.quantity()))
        .toList();
  }
}
